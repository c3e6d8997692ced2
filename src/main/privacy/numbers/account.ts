import type { Finder } from '../personal.ts';
import type { NumberRun } from './number-runs.ts';
import { isPhone } from './phone.ts';

/** Accounts, by the bank or the word before them; and long numbers of which nobody says what they are. */
export const findAccounts: Finder = ({ numbers }) =>
  numbers.filter(isAccount).map(({ start, end }) => ({ start, end, type: 'account' }));

function isAccount(run: NumberRun): boolean {
  const { digits, cues } = run;
  if (cues[0] === 'public') return false;
  if (cues[0] === 'account' || cues[0] === 'iban') return digits.length >= 6;
  return digits.length >= 9 && !isPhone(run);
}
