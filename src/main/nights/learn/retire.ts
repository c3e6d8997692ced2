import { DAY } from '../../../shared/time.ts';
import type { Db } from '../../db/db.ts';
import { listFoundNeverUsed, listOldNeverUsed, type Unused } from '../../db/insight-fates.ts';

/** What is retired in a night, with the reason for whoever reads the report. */
export interface Retirement extends Unused {
  readonly because: 'found_never_used' | 'old_never_used';
}

/**
 * A month lets an insight meet its season, and a dozen prompts that it stood in unused are no chance: it takes the place of others.
 * One that nothing ever found has a third of a year, since it costs no prompt anything, only the catalogue a line; and only where
 * others of its kind are used, so that the topic is asked about at all. Ten a night, so that a bad week cannot empty the desk.
 */
const limits = {
  foundWindowMs: 60 * DAY,
  leastAgeMs: 30 * DAY,
  leastFound: 12,
  oldAgeMs: 120 * DAY,
  leastAlike: 10,
  mostPerNight: 10,
} as const;

/** Insights of models that were never useful. What people wrote and the starter pack stay, whatever becomes of them. */
export function retirementsOf(db: Db, now: number): Retirement[] {
  const { foundWindowMs, leastAgeMs, leastFound, oldAgeMs, leastAlike, mostPerNight: limit } = limits;
  const found = listFoundNeverUsed(db, {
    since: now - foundWindowMs,
    bornBefore: now - leastAgeMs,
    leastFound,
    limit,
  });
  const old = listOldNeverUsed(db, { since: now - oldAgeMs, bornBefore: now - oldAgeMs, leastAlike, limit });
  return [
    ...found.map((one) => ({ ...one, because: 'found_never_used' as const })),
    ...old.map((one) => ({ ...one, because: 'old_never_used' as const })),
  ].slice(0, limit);
}
