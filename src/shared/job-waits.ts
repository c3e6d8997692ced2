import { llamaFaultCodes, type LlamaFaultCode } from './endpoint.ts';

/** Why a job does not go on, in the sentences that its row keeps; the screen has its own words for each of these. */
export const waits = {
  notSet: 'No endpoint is set.',
  full: 'As many requests are out as may be.',
  handedOver: 'The request was handed over.',
  queued: 'It waits at the endpoint.',
  working: 'The endpoint works on it.',
  closing: 'The app is closing.',
  closed: 'The app was closed.',
  ended: 'The app ended while this was being worked on.',
  mayBeLost: 'The app ended while this was being handed over. The endpoint may have it; it is asked again.',
  paused: 'Offline work is paused.',
  battery: 'The computer runs on its battery.',
  asleep: 'The computer sleeps.',
  idle: 'It waits until nobody uses the computer.',
  night: 'It waits for the night.',
  nightJobs: 'It waits for the work that it asked for.',
  budgetDay: 'The budget of the day is spent.',
  budgetMonth: 'The budget of the month is spent.',
  questionGone: 'The question is gone or switched off.',
  answersEnough: 'It has enough answers.',
  factsNone: 'No house fact fits it that holds today.',
} as const;
export type Wait = keyof typeof waits;

/** Which of them a sentence is; null for any other. */
export function waitOf(sentence: string): Wait | null {
  const found = Object.entries(waits).find(([, known]) => known === sentence);
  return found ? (found[0] as Wait) : null;
}

/** The fault of an endpoint that a sentence tells, with the HTTP status where there is one; null for any other sentence. */
export function faultIn(
  sentence: string,
): { readonly code: LlamaFaultCode; readonly status: string | null } | null {
  const before = sentence.split(': ', 1)[0];
  const code = llamaFaultCodes.find((one) => one === before);
  return code === undefined ? null : { code, status: /\bHTTP \d{3}\b/.exec(sentence)?.[0] ?? null };
}
