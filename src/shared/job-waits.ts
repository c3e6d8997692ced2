/**
 * Why a job does not go on, in the sentences that its row keeps; the screen has its own words for each of these. What an
 * endpoint's fault says stands beside them as it is.
 */
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
} as const;
export type Wait = keyof typeof waits;

/** Which of them a sentence is; null for any other. */
export function waitOf(sentence: string): Wait | null {
  const found = Object.entries(waits).find(([, known]) => known === sentence);
  return found ? (found[0] as Wait) : null;
}
