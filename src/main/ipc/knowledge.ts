import type { Core } from '../core.ts';
import { listRejected } from '../db/knowledge-batches.ts';
import type { Handle } from '../shell/ipc.ts';

/** Rejects of one run that the screen shows at most. */
const mostRejects = 500;

/** The generator of cultural knowledge. */
export function registerKnowledge(handle: Handle, desk: () => Core): void {
  handle('knowledge:estimate', ({ target }) => desk().generation.estimate(target));
  handle('knowledge:generate', (wish) => {
    const { generation } = desk();
    const going = generation.current();
    return going ? generation.resume(going.id) : generation.start(wish);
  });
  handle('knowledge:runs', () => desk().generation.list());
  handle('knowledge:rejected', ({ runId }) => listRejected(desk().db, runId, mostRejects));
  handle('knowledge:cancel', ({ runId }) => desk().generation.cancel(runId));
  handle('knowledge:undo', ({ runId }) => desk().generation.undo(runId));
}
