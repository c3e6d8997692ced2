import { dayAfter, localDateOf, momentOf } from './local-time.ts';

/** A night as the calendar has it. */
export interface DueNight {
  /** The local day. */
  readonly date: string;
  readonly at: number;
}

export interface ScheduleState {
  readonly now: number;
  /** `03:00`. */
  readonly time: string;
  readonly zone: string;
  /** How long after it was due a night is still begun. */
  readonly catchUpMs: number;
  /** What was due before is not made up for. */
  readonly since: number;
  /** Whether there was a night that was due on this local day, whatever became of it. */
  readonly hasNight: (localDate: string) => boolean;
}

/**
 * Which night is to begin now, and which is next. There is at most one for each local day, whatever becomes of clocks and
 * time zones: a day that comes twice has had its night. Of several that were missed only the newest is made up for, and
 * only within the time for it; it learns from all that none learnt from.
 */
export function lookAtSchedule(state: ScheduleState): {
  readonly due: DueNight | null;
  readonly next: DueNight;
} {
  const { now, time, zone, catchUpMs, since, hasNight } = state;
  const today = localDateOf(now, zone);
  const dueOn = (date: string): DueNight => ({ date, at: momentOf(date, time, zone) });
  const latest = [dueOn(today), dueOn(dayAfter(today, -1))].find(({ at }) => at <= now);
  const isDue =
    latest !== undefined && latest.at > since && now - latest.at <= catchUpMs && !hasNight(latest.date);
  let next = dueOn(today);
  while (next.at <= now || hasNight(next.date)) next = dueOn(dayAfter(next.date));
  return { due: isDue ? latest : null, next };
}
