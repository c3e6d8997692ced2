import { z } from 'zod';
import type { Intent } from '../../../shared/answer.ts';
import type { Settings } from '../../../shared/settings.ts';
import { listStandings } from '../../answers/learning.ts';
import { variationList } from '../../answers/propose/item.ts';
import { judgeVariations, type VariationReading } from '../../answers/propose/judge.ts';
import type { VariationsPrompt } from '../../answers/propose/prompt.ts';
import { variationsSpec, type VariationsPayload } from '../../answers/propose/spec.ts';
import type { Trial } from '../../answers/propose/trial.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { findIntent, listIntents } from '../../db/intents.ts';
import {
  addVariations,
  insertProposedVariations,
  proposedTexts,
  type NewVariation,
} from '../../db/proposed-variations.ts';
import { askList } from '../../llama/ask-list.ts';
import type { JobKind, JobTools, Outcome, RunningJob } from '../kind.ts';

/** Ways to ask that one job asks for. */
const wanted = 8;

export interface ProposeVariationsParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'answers' | 'maxErrorPercent'>;
  readonly prompt: VariationsPrompt;
  readonly trial: Trial;
}

const progress = z.object({
  done: z.number(),
  of: z.number(),
  phase: z.enum(['asking', 'judging']),
  /** Intent and language. */
  now: z.string(),
});
type Progress = z.infer<typeof progress>;
type Job = RunningJob<VariationsPayload, Progress>;

/** Further ways to ask one question in one language: asks for them, and tries them in the matcher before they count. */
export function proposeVariations(parts: ProposeVariationsParts): JobKind<VariationsPayload, Progress> {
  return { ...variationsSpec, progress, leaseMs: 60_000, run: (job, tools) => propose(parts, job, tools) };
}

async function propose(parts: ProposeVariationsParts, job: Job, tools: JobTools): Promise<Outcome> {
  const { db, clock, prompt } = parts;
  const { intentId, language } = job.payload;
  const intent = findIntent(db, intentId);
  if (!intent?.isEnabled) return nothing('The question is gone or switched off.');
  const tell = (phase: Progress['phase'], done: number) =>
    job.report({ done, of: wanted, phase, now: `${intent.slug} (${language})` });
  if (job.progress === null) tell('asking', 0);
  const refused = proposedTexts(db, intentId, language);
  const asked = prompt.request({ intent, language, wanted, refused });
  const asking = { ask: tools.ask, isLastAttempt: job.attempt >= job.maxAttempts };
  const { reading, model } = await askList('propose', variationList(wanted), asked, asking);
  tell('judging', reading.items.length);
  const proposals = await judge(parts, job.payload, intent, reading);
  const write = (): void => {
    // It may have been removed while the matcher was asked.
    if (!findIntent(db, intentId)) return;
    const now = clock.now();
    const origin = { intentId, language, jobId: job.id, model, promptVersion: prompt.version };
    insertProposedVariations(db, origin, proposals, now);
    // All at one time: each new variation takes the evidence of its question in this language.
    const live = proposals.filter(({ state }) => state === 'approved');
    addVariations(
      db,
      intentId,
      live.map(({ text }) => ({ language, text })),
    );
  };
  const count = (state: NewVariation['state']) => proposals.filter((one) => one.state === state).length;
  const result = { taken: count('approved'), waiting: count('waiting'), rejected: count('rejected') };
  return { kind: 'done', result, write };
}

const nothing = (because: string): Outcome => ({
  kind: 'done',
  result: { taken: 0, waiting: 0, rejected: 0, because },
});

async function judge(
  { db, clock, settings, trial }: ProposeVariationsParts,
  { intentId, language }: VariationsPayload,
  intent: Intent,
  reading: VariationReading,
): Promise<NewVariation[]> {
  const { answers, maxErrorPercent } = settings();
  const inUse = listIntents(db).flatMap(({ variations }) =>
    variations.filter((one) => one.language === language).map(({ text }) => text),
  );
  const standing = listStandings(db, maxErrorPercent / 100, clock.now()).find(
    (one) => one.intent === intent.slug,
  );
  const known = { language, inUse, proposed: proposedTexts(db, intentId, language) };
  return judgeVariations(reading, {
    known,
    target: intent,
    trial,
    goesTo: answers.goesTo,
    isSure: standing?.sureFrom != null,
  });
}
