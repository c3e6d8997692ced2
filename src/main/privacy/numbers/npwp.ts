import type { Finder } from '../personal.ts';
import type { NumberRun } from './number-runs.ts';

const formatted = /^\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}$/;

/** Indonesian tax numbers: 15 digits in their form, or 15 or 16 where they are called so. */
export const findNpwps: Finder = ({ numbers }) =>
  numbers.filter(isNpwp).map(({ start, end }) => ({ start, end, type: 'npwp' }));

function isNpwp({ raw, digits, cues }: NumberRun): boolean {
  if (formatted.test(raw)) return true;
  if (cues.includes('npwp')) return digits.length >= 14 && digits.length <= 16;
  return digits.length === 15 && !cues.some((cue) => cue === 'account' || cue === 'card' || cue === 'nik');
}
