import { MINUTE, SECOND } from '../../shared/time.ts';

const FIRST_MS = 5 * SECOND;
const LONGEST_MS = 30 * MINUTE;
const SOONEST_LOOK_MS = SECOND;
const LATEST_LOOK_MS = { queued: 30 * SECOND, running: 10 * SECOND } as const;

/**
 * The wait before an attempt after `failures` of them in a row: 5, 15, 45 seconds and so on to half an hour, and up to
 * half of it less by chance, so that what failed together does not come back together.
 */
export function backoffMs(failures: number, random: () => number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 3 ** Math.max(0, failures - 1));
  return Math.round(whole * (1 - random() / 2));
}

/**
 * When to look after a submitted request again, given how long it has been out: a tenth of that, within bounds. What takes
 * long is asked for seldom, and a cold start of minutes costs some forty looks.
 */
export function pollMs(phase: 'queued' | 'running', outForMs: number, random: () => number): number {
  const share = Math.max(0, outForMs) / 10;
  const whole = Math.min(LATEST_LOOK_MS[phase], Math.max(SOONEST_LOOK_MS, share));
  return Math.round(whole * (0.9 + random() / 5));
}
