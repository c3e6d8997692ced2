import type { KnowledgeRun } from '../../shared/knowledge-run.ts';
import { MINUTE } from '../../shared/time.ts';

export interface Pace {
  readonly perMinute: number;
  readonly leftMs: number;
}

/** How fast a run is on the whole, and how long it goes on so; null before anything came, or while it has stopped. */
export function paceOf(
  { taken, target, startedAt, alive }: Pick<KnowledgeRun, 'taken' | 'target' | 'startedAt' | 'alive'>,
  now: number,
): Pace | null {
  const minutes = (now - startedAt) / MINUTE;
  if (taken === 0 || alive === 0 || minutes <= 0) return null;
  const perMinute = taken / minutes;
  return { perMinute, leftMs: (Math.max(0, target - taken) / perMinute) * MINUTE };
}
