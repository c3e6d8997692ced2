import type { KnowledgeRun } from '../../shared/knowledge-run.ts';
import type { PreparationRun } from '../../shared/preparation.ts';
import { MINUTE } from '../../shared/time.ts';

export interface Pace {
  /** Items that are taken. */
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

/** The same for prepared answers, which are done when their requests are over, however many of them were taken. */
export function preparationPace(
  run: Pick<PreparationRun, 'taken' | 'requests' | 'startedAt' | 'alive'>,
  now: number,
): Pace | null {
  const { over, all } = run.requests;
  const pace = paceOf({ ...run, taken: over, target: all }, now);
  return pace && { perMinute: (pace.perMinute * run.taken) / over, leftMs: pace.leftMs };
}
