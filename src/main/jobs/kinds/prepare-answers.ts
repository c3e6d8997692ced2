import { z } from 'zod';
import { waits } from '../../../shared/job-waits.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Facts } from '../../answers/facts.ts';
import { doubtsToTell } from '../../answers/prepare/doubts.ts';
import { factsFor } from '../../answers/prepare/facts.ts';
import { answerList } from '../../answers/prepare/item.ts';
import { judgeAnswers, type AnswerReading } from '../../answers/prepare/judge.ts';
import { wantedBy } from '../../answers/prepare/lacking.ts';
import type { PreparePrompt } from '../../answers/prepare/prompt.ts';
import { sizeOf } from '../../answers/prepare/room.ts';
import { prepareSpec, type PreparePayload } from '../../answers/prepare/spec.ts';
import type { Clock } from '../../clock.ts';
import { endNeeds } from '../../db/answer-needs.ts';
import { insertGenerated, insertRejectedAnswers } from '../../db/answer-origins.ts';
import type { Db } from '../../db/db.ts';
import { listHouseFacts } from '../../db/house-facts.ts';
import { rejectedAnswers } from '../../db/prepared-answers.ts';
import { findIntent } from '../../db/intents.ts';
import { askList } from '../../llama/ask-list.ts';
import type { JobKind, JobTools, Outcome, RunningJob } from '../kind.ts';

export interface PrepareParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'answers'>;
  readonly prompt: PreparePrompt;
  readonly facts: Pick<Facts, 'factsFor'>;
  /** A job ended: more may be wanted since it looked. */
  readonly onEnd: () => void;
}

const progress = z.object({
  done: z.number(),
  of: z.number(),
  phase: z.enum(['asking', 'judging']),
  /** Intent and language. */
  now: z.string(),
  /** The facts that the model was shown, and when each was changed last. */
  shown: z.record(z.string(), z.number()),
  /** The last of the needs that were there when it asked: what is wanted since is for another job. */
  seen: z.number(),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<PreparePayload, Progress>;

/** Answers to one intent in one language: asks for what is lacking, judges what comes, writes down what passed. */
export function prepareAnswers(parts: PrepareParts): JobKind<PreparePayload, Progress> {
  return {
    ...prepareSpec,
    progress,
    leaseMs: 60_000,
    carriesNoClientText: true,
    run: (job, tools) => prepare(parts, job, tools),
  };
}

async function prepare(parts: PrepareParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db, clock, settings, prompt, facts } = parts;
  const { intentId, language } = job.payload;
  const intent = findIntent(db, intentId);
  if (!intent?.isEnabled) return { kind: 'done', result: nothing(waits.questionGone) };
  const { room, needs } = wantedBy(db, job.payload, settings().answers.variations, clock.now());
  const of = sizeOf(room);
  const seen = job.progress?.seen ?? needs.at(-1)?.seq ?? 0;
  // Needs stay where a fact changed while it wrote: the next job writes with what holds then.
  const end = (result: object, write: () => { readonly isOutdated: boolean } = () => upToDate): Outcome => ({
    kind: 'done',
    result,
    write: () => {
      if (!write().isOutdated) endNeeds(db, job.payload, seen);
      // The transaction is over by then.
      setImmediate(parts.onEnd);
    },
  });
  if (of === 0) return end(nothing(waits.answersEnough));
  const known = await factsFor(db, facts, intent, language, clock.now());
  if (known.length === 0) return end(nothing(waits.factsNone));
  const shown =
    job.progress?.shown ?? Object.fromEntries(known.map(({ slug, updatedAt }) => [slug, updatedAt]));
  const tell = (phase: Progress['phase'], done: number) =>
    job.report({ done, of, phase, now: `${intent.slug} (${language})`, shown, seen });
  if (job.progress === null) tell('asking', 0);
  const existing = intent.answers.filter((one) => one.language === language && one.status !== 'stale');
  const doubted = doubtsToTell(db, job, existing);
  const asked = prompt.request({ intent, language, wanted: room, facts: known, existing, doubted });
  const asking = { ask: tools.ask, isLastAttempt: job.attempt >= job.maxAttempts };
  const { reading, model } = await askList('prepare', answerList(of), asked, asking);
  tell('judging', reading.items.length);
  const { passed, rejected } = judgeNow(parts, job.payload, reading, shown);
  return end(resultOf(passed.length, rejected), () => {
    // Judged again where it is written: what changed meanwhile counts.
    const judged = judgeNow(parts, job.payload, reading, shown);
    const now = clock.now();
    const origin = { intentId, language, jobId: job.id, model, promptVersion: prompt.version };
    insertGenerated(db, origin, judged.passed, job.payload.goesTo ?? settings().answers.goesTo, now);
    insertRejectedAnswers(db, origin, judged.rejected, now);
    return { isOutdated: judged.rejected.some(({ reason }) => reason === 'fact_changed') };
  });
}

const upToDate = { isOutdated: false };

const nothing = (because: string) => ({ taken: 0, rejected: 0, because });

/** In numbers, and for those that did not pass by the reason. */
function resultOf(taken: number, rejected: readonly { readonly reason: string }[]) {
  const reasons: Record<string, number> = {};
  for (const { reason } of rejected) reasons[reason] = (reasons[reason] ?? 0) + 1;
  return { taken, rejected: rejected.length, ...(rejected.length > 0 && { reasons }) };
}

function judgeNow(
  { db, clock, settings }: PrepareParts,
  payload: PreparePayload,
  reading: AnswerReading,
  shown: Progress['shown'],
) {
  const { language } = payload;
  const now = clock.now();
  const answers = findIntent(db, payload.intentId)?.answers ?? [];
  const existing = answers.filter((one) => one.language === language && one.status !== 'stale');
  const facts = new Map(listHouseFacts(db).map((fact) => [fact.slug, fact]));
  const rejected = rejectedAnswers(db, payload.intentId, language);
  const beside = { language, facts, shown, now, existing, rejected };
  const { room } = wantedBy(db, payload, settings().answers.variations, now);
  return judgeAnswers(reading, beside, room);
}
