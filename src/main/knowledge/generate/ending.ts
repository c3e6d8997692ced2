import type { RecentBatch } from '../../db/knowledge-batches.ts';
import type { RunEnding } from '../../../shared/knowledge-run.ts';

/** So many batches are looked at, and a run with fewer is never ended by them. */
export const recentBatches = 10;
/** Of what was asked for in them, less than this share was taken: going on would be paying for nothing. */
const leastTaken = 0.08;

/** Whether a run should stop by itself: `dry` where most of what came was there already, `barren` where it was of no use. */
export function endingOf(recent: readonly RecentBatch[]): Extract<RunEnding, 'dry' | 'barren'> | null {
  if (recent.length < recentBatches) return null;
  const sum = (of: (batch: RecentBatch) => number) => recent.reduce((total, batch) => total + of(batch), 0);
  const asked = sum((batch) => batch.asked);
  if (sum((batch) => batch.taken) >= leastTaken * asked) return null;
  return sum((batch) => batch.known) >= asked / 2 ? 'dry' : 'barren';
}
