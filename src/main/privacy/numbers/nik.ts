import type { Finder } from '../personal.ts';
import type { NumberRun } from './number-runs.ts';

/** The Indonesian identity number: province and place, date of birth (women: day + 40), serial. */
const structure =
  /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])\d{4}(?:0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(?:0[1-9]|1[0-2])\d{6}$/;

/** By its structure, and whatever is called so though a digit is wrong or missing. */
export const findNiks: Finder = ({ numbers }) =>
  numbers.filter(isNik).map(({ start, end }) => ({ start, end, type: 'nik' }));

function isNik({ digits, cues }: NumberRun): boolean {
  if (structure.test(digits)) return cues[0] !== 'card';
  return cues[0] === 'nik' && digits.length >= 14 && digits.length <= 18;
}
