import { z } from 'zod';
import { answerGoals } from '../../../shared/answer.ts';
import { languages } from '../../../shared/language.ts';
import type { JobSpec } from '../../jobs/queue.ts';

const payload = z.object({
  intentId: z.string(),
  language: z.enum(languages),
  /** Absent = as the settings say. */
  goesTo: z.enum(answerGoals).optional(),
  /** It was asked for by what changed, and asks for no more answers than that. */
  isRenewal: z.literal(true).optional(),
});
export type PreparePayload = z.infer<typeof payload>;

/** What must be known to ask for the answers of an intent in a language. */
export const prepareSpec: JobSpec<PreparePayload> = { name: 'prepare_answers', payload, maxAttempts: 5 };

/** One job per intent and language at a time. */
export const keyOf = ({ intentId, language }: Pick<PreparePayload, 'intentId' | 'language'>): string =>
  `${intentId}/${language}`;
