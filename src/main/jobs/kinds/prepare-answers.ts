import { z } from 'zod';
import type { Intent } from '../../../shared/answer.ts';
import type { Formality } from '../../../shared/client.ts';
import type { Language } from '../../../shared/language.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Facts } from '../../answers/facts.ts';
import { factsFor } from '../../answers/prepare/facts.ts';
import { answerList } from '../../answers/prepare/item.ts';
import { judgeAnswers, type AnswerReading } from '../../answers/prepare/judge.ts';
import type { PreparePrompt } from '../../answers/prepare/prompt.ts';
import { prepareSpec, type PreparePayload } from '../../answers/prepare/spec.ts';
import type { Clock } from '../../clock.ts';
import { insertGenerated, insertRejectedAnswers, usableAnswers } from '../../db/answer-origins.ts';
import type { Db } from '../../db/db.ts';
import { listHouseFacts } from '../../db/house-facts.ts';
import { listIntents } from '../../db/intents.ts';
import { rejectedAnswers } from '../../db/prepared-answers.ts';
import { askList } from '../../llama/ask-list.ts';
import type { JobKind, JobTools, Outcome, RunningJob } from '../kind.ts';

export interface PrepareParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'answers'>;
  readonly prompt: PreparePrompt;
  readonly facts: Pick<Facts, 'factsFor'>;
}

const progress = z.object({
  done: z.number(),
  of: z.number(),
  phase: z.enum(['asking', 'judging']),
  /** Intent and language. */
  now: z.string(),
  /** The facts that the model was shown, and when each was changed last. */
  shown: z.record(z.string(), z.number()),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<PreparePayload, Progress>;

/** Answers to one intent in one language: asks for what is lacking, judges what comes, writes down what passed. */
export function prepareAnswers(parts: PrepareParts): JobKind<PreparePayload, Progress> {
  return { ...prepareSpec, progress, leaseMs: 60_000, run: (job, tools) => prepare(parts, job, tools) };
}

async function prepare(parts: PrepareParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db, clock, prompt, facts } = parts;
  const { intentId, language } = job.payload;
  const intent = findIntent(db, intentId);
  if (!intent?.isEnabled) return nothing('The question is gone or switched off.');
  const wanted = roomFor(parts, intentId, language);
  const of = wanted.informal + wanted.formal;
  if (of === 0) return nothing('It has enough answers.');
  const known = await factsFor(db, facts, intent, language, clock.now());
  if (known.length === 0) return nothing('No house fact fits it that holds today.');
  const shown =
    job.progress?.shown ?? Object.fromEntries(known.map(({ slug, updatedAt }) => [slug, updatedAt]));
  const tell = (phase: Progress['phase'], done: number) =>
    job.report({ done, of, phase, now: `${intent.slug} (${language})`, shown });
  if (job.progress === null) tell('asking', 0);
  const existing = intent.answers.filter((one) => one.language === language && one.status !== 'stale');
  const asked = prompt.request({ intent, language, wanted, facts: known, existing });
  const isLastAttempt = job.attempt >= job.maxAttempts;
  const asking = { ask: tools.ask, isLastAttempt };
  const { reading, model } = await askList('prepare', answerList(of), asked, asking);
  tell('judging', reading.items.length);
  const origin = { intentId, language, jobId: job.id, model, promptVersion: prompt.version };
  // Judged again where it is written: what changed meanwhile counts.
  const write = (): void => {
    const judged = judgeNow(parts, job.payload, reading, shown);
    const now = clock.now();
    const goesTo = job.payload.goesTo ?? parts.settings().answers.goesTo;
    insertGenerated(db, origin, judged.passed, goesTo, now);
    insertRejectedAnswers(db, origin, judged.rejected, now);
  };
  const { passed, rejected } = judgeNow(parts, job.payload, reading, shown);
  return { kind: 'done', result: { taken: passed.length, rejected: rejected.length }, write };
}

const nothing = (because: string): Outcome => ({ kind: 'done', result: { taken: 0, rejected: 0, because } });

const findIntent = (db: Db, intentId: string): Intent | undefined =>
  listIntents(db).find(({ id }) => id === intentId);

/** How many answers of each register are lacking now. */
function roomFor(
  { db, clock, settings }: PrepareParts,
  intentId: string,
  language: Language,
): Record<Formality, number> {
  const usable = usableAnswers(db, clock.now()).get(`${intentId}/${language}`) ?? [];
  const { variations } = settings().answers;
  const room = (wanted: Formality) =>
    Math.max(0, variations - usable.filter(({ formality }) => formality === wanted).length);
  return { informal: room('informal'), formal: room('formal') };
}

function judgeNow(
  parts: PrepareParts,
  { intentId, language }: PreparePayload,
  reading: AnswerReading,
  shown: Progress['shown'],
) {
  const { db, clock } = parts;
  const answers = findIntent(db, intentId)?.answers ?? [];
  const existing = answers.filter((one) => one.language === language && one.status !== 'stale');
  const facts = new Map(listHouseFacts(db).map((fact) => [fact.slug, fact]));
  const rejected = rejectedAnswers(db, intentId, language);
  const beside = { language, facts, shown, now: clock.now(), existing, rejected };
  return judgeAnswers(reading, beside, roomFor(parts, intentId, language));
}
