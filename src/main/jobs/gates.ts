import type { JobWindow } from '../../shared/job.ts';

/** Whether something may go on now; where not, why in words, and when to look again. Null: somebody will nudge. */
export type Standing =
  | { readonly isOpen: true }
  | { readonly isOpen: false; readonly because: string; readonly lookAgainMs: number | null };

/** Asked before every claim, so it is quick. */
export type Gate = () => Standing;

/** What holds offline work back. What has begun at an endpoint is looked after through all but the first. */
export interface Gates {
  /** Nothing at all is done while this is closed: the machine goes to sleep. */
  readonly awake: Gate;
  /** Nothing new begins: the machine runs on its battery, the operator pressed pause. */
  readonly begin: Gate;
  /** Nothing is handed to an endpoint: the budget is spent. */
  readonly spend: Gate;
  readonly windows: Readonly<Record<JobWindow, Gate>>;
}

export const open: Standing = { isOpen: true };

const always: Gate = () => open;

/** For whoever asks for the work himself, and where nobody says what holds it back. */
export const openGates: Gates = {
  awake: always,
  begin: always,
  spend: always,
  windows: { now: always, idle: always, night: always },
};

/** Open while all of them are; else as the first that is not. */
export function allOf(...gates: readonly Gate[]): Gate {
  return () => {
    for (const gate of gates) {
      const standing = gate();
      if (!standing.isOpen) return standing;
    }
    return open;
  };
}
