import { z } from 'zod';
import type { KnowledgeRun } from '../../../shared/knowledge-run.ts';
import type { Db } from '../../db/db.ts';
import { insertBatch, listRecent, readStanding } from '../../db/knowledge-batches.ts';
import { endRun } from '../../db/knowledge-runs.ts';
import { enqueue, type JobSpec } from '../../jobs/queue.ts';
import { chooseCell } from './choose-cell.ts';
import { endingOf, recentBatches } from './ending.ts';
import type { Plan } from './plan.ts';

const payload = z.object({ runId: z.string(), ordinal: z.number().int().positive() });
export type BatchPayload = z.infer<typeof payload>;

/** What must be known to ask for a batch. */
export const batchSpec: JobSpec<BatchPayload> = { name: 'generate_knowledge', payload, maxAttempts: 5 };

/** Chats and the operator's own jobs go first. */
const priority = 6;

type Going = Pick<KnowledgeRun, 'id' | 'target' | 'lanes' | 'perBatch'>;

/**
 * What comes next in a run that goes on: its end, where the target is reached or nothing new comes any more; else as many
 * batches as there are lanes free, never asking for more than is missing. Within the caller's transaction, with what
 * asks for it. Ends nothing while batches are on their way. Returns how many were enqueued.
 */
export function planNext(db: Db, run: Going, plan: Plan, now: number): number {
  const standing = readStanding(db, run.id);
  let { planned, alive } = standing;
  let missing = run.target - standing.taken;
  if (missing <= 0) {
    endRun(db, run.id, 'target', now);
    return 0;
  }
  const ending = endingOf(listRecent(db, run.id, recentBatches));
  if (ending !== null) {
    // What is paid already is waited for.
    if (alive === 0) endRun(db, run.id, ending, now);
    return 0;
  }
  missing -= standing.expected;
  const before = planned;
  for (; missing > 0 && alive < run.lanes; alive += 1) {
    const asked = Math.min(missing, run.perBatch);
    planned += 1;
    const { name: cell } = chooseCell(db, plan, run.id);
    const wish = { payload: { runId: run.id, ordinal: planned }, key: `${run.id}/${planned}`, priority };
    const { id: jobId } = enqueue(db, batchSpec, wish, now);
    insertBatch(db, { runId: run.id, ordinal: planned, jobId, cell, asked }, now);
    missing -= asked;
  }
  return planned - before;
}
