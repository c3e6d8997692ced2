import type { Finder } from '../personal.ts';
import type { NumberRun } from './number-runs.ts';

/** Telephone numbers: Indonesian, Italian, international, and what is called one. */
export const findPhones: Finder = ({ numbers }) =>
  numbers.filter(isPhone).map(({ start, end }) => ({ start, end, type: 'phone' }));

/** By its form, or by the word before it. */
export function isPhone({ digits, isInternational, cues, raw }: NumberRun): boolean {
  const { length } = digits;
  if (isInternational || /^00[1-9]/.test(digits)) return length >= 8 && length <= 17;
  if (cues[0] === 'public') return false;
  if (cues[0] === 'phone') return length >= 6 && length <= 15;
  // Area codes and mobile networks of most countries begin with one zero.
  if (/^0[1-9]/.test(digits)) return length >= 8 && length <= 13;
  // Indonesian without its plus or its zero, Italian mobile.
  if (/^62[2-9]/.test(digits)) return length >= 10 && length <= 14;
  if (/^8[1235789]/.test(digits)) return length >= 10 && length <= 12;
  if (/^39[03]/.test(digits)) return length >= 10 && length <= 13;
  if (/^3[2-9]/.test(digits)) return length === 9 || length === 10;
  return /^\(\d{2,4}\)/.test(raw) && length >= 8 && length <= 12;
}
