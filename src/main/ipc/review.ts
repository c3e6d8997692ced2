import type { Core } from '../core.ts';
import type { Handle } from '../shell/ipc.ts';

/** What waits for a person. */
export function registerReview(handle: Handle, desk: () => Core): void {
  handle('review:counts', () => desk().review.counts());
  handle('review:list', (page) => desk().review.list(page));
  handle('review:refs', (filter) => desk().review.refs(filter));
  handle('review:nearest', ({ insightId }) => desk().review.nearest(insightId));
  handle('review:decide', ({ items, verdict }) => desk().review.decide(items, verdict));
  handle('review:withdraw', (ref) => desk().review.withdraw(ref));
  handle('review:undo', ({ batchId }) => desk().review.undo(batchId));
}
