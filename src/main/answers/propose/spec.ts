import { z } from 'zod';
import { languages } from '../../../shared/language.ts';
import type { JobSpec } from '../../jobs/queue.ts';

const variationsPayload = z.object({ intentId: z.string(), language: z.enum(languages) });
export type VariationsPayload = z.infer<typeof variationsPayload>;

/** What must be known to ask for further ways to ask a question in a language. */
export const variationsSpec: JobSpec<VariationsPayload> = {
  name: 'propose_variations',
  payload: variationsPayload,
  maxAttempts: 5,
};

/** What its messages say lies in the database and not in the payload, so that it goes with them. */
const intentsPayload = z.object({ keys: z.array(z.string()) });
export type IntentsPayload = z.infer<typeof intentsPayload>;

/** What must be known to ask for the question behind messages that no prepared answer was served for. */
export const intentsSpec: JobSpec<IntentsPayload> = {
  name: 'propose_intents',
  payload: intentsPayload,
  maxAttempts: 5,
};

/** One job per intent and language at a time. */
export const variationsKey = ({ intentId, language }: VariationsPayload): string => `${intentId}/${language}`;
