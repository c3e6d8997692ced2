import { z } from 'zod';
import { intentList } from '../../answers/propose/item.ts';
import { judgeIntent } from '../../answers/propose/judge.ts';
import type { IntentsPrompt } from '../../answers/propose/prompt.ts';
import { leastClients, leastTimes, mostShown } from '../../answers/propose/questions.ts';
import { intentsSpec, type IntentsPayload } from '../../answers/propose/spec.ts';
import type { Trial } from '../../answers/propose/trial.ts';
import type { Clock } from '../../clock.ts';
import { namesForJob } from '../../db/client-jobs.ts';
import type { Db } from '../../db/db.ts';
import { listValidFacts } from '../../db/house-facts.ts';
import { listIntents } from '../../db/intents.ts';
import { insertProposedIntent } from '../../db/proposed-intents.ts';
import { listSources, type UnansweredMessage } from '../../db/unanswered.ts';
import { askList } from '../../llama/ask-list.ts';
import { openRedaction } from '../../privacy/redaction.ts';
import type { JobKind, JobTools, Outcome, RunningJob } from '../kind.ts';

export interface ProposeIntentsParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly prompt: IntentsPrompt;
  readonly trial: Trial;
}

const progress = z.object({
  done: z.number(),
  of: z.number(),
  phase: z.enum(['asking', 'judging']),
  /** The messages that the request tells. */
  told: z.array(z.string()),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<IntentsPayload, Progress>;

/** The question behind messages that no prepared answer fitted: named by LLaMA, judged by gates, decided by a person. */
export function proposeIntents(parts: ProposeIntentsParts): JobKind<IntentsPayload, Progress> {
  return { ...intentsSpec, progress, leaseMs: 60_000, run: (job, tools) => propose(parts, job, tools) };
}

async function propose(parts: ProposeIntentsParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db, clock, prompt, trial } = parts;
  const messages = listSources(db, job.id);
  if (!isOften(messages)) return nothing('Too few of its messages are left.');
  const told = messages.map(({ id }) => id);
  // Somebody was forgotten since it was asked: the request is empty, and the answer speaks of them.
  if (job.progress !== null && job.progress.told.length !== told.length) {
    tools.discard('propose');
    tools.discard('repair');
  }
  const tell = (phase: Progress['phase'], done: number) => job.report({ done, of: 1, phase, told });
  if (job.progress?.told.length !== told.length) tell('asking', 0);
  const valid = listValidFacts(db, clock.now());
  const asked = prompt.request({
    messages: hidden(db, job.id, messages.slice(-mostShown)),
    facts: valid,
    titles: listIntents(db).map(({ title }) => title.en),
  });
  const asking = { ask: tools.ask, isLastAttempt: job.attempt >= job.maxAttempts };
  const { reading, model } = await askList('propose', intentList, asked, asking);
  tell('judging', 1);
  const [item] = reading.items;
  if (!item) return nothing('The model found no one question in them that is not there already.');
  const inUse = listIntents(db).flatMap(({ variations }) => variations.map(({ text }) => text));
  const facts = new Set(valid.map(({ slug }) => slug));
  const judged = await judgeIntent(item, { inUse, facts, trial });
  const write = (): void => {
    const now = listSources(db, job.id);
    // Forgotten while it was judged: what they wrote must not live on in it.
    if (now.length !== told.length) return;
    const counts = { times: now.length, clients: clientsOf(now) };
    const origin = { jobId: job.id, model, promptVersion: prompt.version };
    insertProposedIntent(db, origin, { ...judged, keys: job.payload.keys, ...counts }, clock.now());
  };
  const isWaiting = judged.refusal === null;
  return { kind: 'done', result: { waiting: isWaiting ? 1 : 0, rejected: isWaiting ? 0 : 1 }, write };
}

const nothing = (because: string): Outcome => ({
  kind: 'done',
  result: { waiting: 0, rejected: 0, because },
});

const clientsOf = (messages: readonly UnansweredMessage[]): number =>
  new Set(messages.map(({ clientId }) => clientId)).size;

const isOften = (messages: readonly UnansweredMessage[]): boolean =>
  messages.length >= leastTimes && clientsOf(messages) >= leastClients;

/** The messages without what leads to anybody; whoever is known may be named in the words of another. */
function hidden(db: Db, jobId: string, messages: readonly UnansweredMessage[]): string[] {
  const texts = messages.map(({ text }) => text);
  return texts.map(openRedaction({ names: namesForJob(db, jobId) }, texts).hide);
}
