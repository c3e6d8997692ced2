import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { readOpenBatch } from '../../db/knowledge-batches.ts';
import { readRun } from '../../db/knowledge-runs.ts';
import { commitBatch } from '../../knowledge/generate/commit.ts';
import { insightList } from '../../knowledge/generate/item.ts';
import { judge } from '../../knowledge/generate/judge.ts';
import { nearbyOf } from '../../knowledge/generate/nearby.ts';
import { batchSpec, planNext, type BatchPayload } from '../../knowledge/generate/next-batches.ts';
import type { Novelty } from '../../knowledge/generate/novelty.ts';
import type { Plan } from '../../knowledge/generate/plan.ts';
import type { GeneratePrompt } from '../../knowledge/generate/prompt.ts';
import { askList } from '../../llama/ask-list.ts';
import type { JobKind, JobTools, Outcome, RunningJob } from '../kind.ts';

export interface GenerateParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly planOf: () => Plan;
  readonly prompt: GeneratePrompt;
  readonly novelty: Novelty;
  /** A batch was written down: the index has something to take in. */
  readonly onTaken: (runId: string) => void;
}

const progress = z.object({
  done: z.number(),
  of: z.number(),
  phase: z.enum(['asking', 'judging']),
  /** The cell of the plan. */
  now: z.string(),
  /** What the model was told that exists, so that a repair tells it the same. */
  nearby: z.array(z.string()),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<BatchPayload, Progress>;

/** One batch of a run of the knowledge generator: asks for insights of one cell, judges them, plans what comes next. */
export function generateKnowledge(parts: GenerateParts): JobKind<BatchPayload, Progress> {
  return {
    ...batchSpec,
    progress,
    leaseMs: 60_000,
    carriesNoClientText: true,
    run: (job, tools) => runBatch(parts, job, tools),
  };
}

async function runBatch(parts: GenerateParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db, clock, planOf, prompt, novelty } = parts;
  const { runId, ordinal } = job.payload;
  const batch = readOpenBatch(db, runId, ordinal);
  if (batch === null) return { kind: 'done', result: { taken: 0, because: 'Its run is over.' } };
  const plan = planOf();
  const cell = plan.cells.find(({ name }) => name === batch.cell);
  if (!cell) return { kind: 'fail', error: `The plan has no ${batch.cell} any more.`, isRetryable: false };
  const nearby = job.progress?.nearby ?? (await nearbyOf(db, novelty, cell));
  const tell = (phase: Progress['phase'], done: number) =>
    job.report({ done, of: batch.asked, phase, now: cell.name, nearby });
  if (job.progress === null) tell('asking', 0);
  const asked = { cell, count: batch.asked, nearby };
  const isLastAttempt = job.attempt >= job.maxAttempts;
  const asking = { ask: tools.ask, isLastAttempt };
  const list = insightList(batch.asked);
  const { reading, model } = await askList('generate', list, prompt.request(asked), asking);
  tell('judging', reading.items.length);
  const judged = await judge(reading, cell, novelty, job.signal);
  return {
    kind: 'done',
    result: { passed: judged.passed.length, rejected: judged.rejected.length, cell: cell.name },
    write: () => {
      const run = readRun(db, runId);
      const written = { run, batch, judged, model, promptVersion: prompt.version };
      commitBatch(db, novelty, written, clock.now());
      planNext(db, run, plan, clock.now());
      // The transaction is over by then.
      setImmediate(() => parts.onTaken(runId));
    },
  };
}
