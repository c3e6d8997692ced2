import type { Finder } from '../personal.ts';
import type { NumberRun } from './number-runs.ts';

/** Numbers of payment cards: a known beginning and the check digit, or what is called a card. */
export const findCards: Finder = ({ numbers }) =>
  numbers.filter(isCard).map(({ start, end }) => ({ start, end, type: 'card' }));

function isCard({ digits, cues, isInternational }: NumberRun): boolean {
  if (digits.length < 13 || digits.length > 19 || isInternational) return false;
  return cues[0] === 'card' || (/^[2-6]/.test(digits) && hasLuhnDigit(digits));
}

/** Every second digit from the right is doubled; the sum of all digits ends in 0. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let back = 0; back < digits.length; back++) {
    const digit = Number(digits[digits.length - 1 - back]) * (back % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}
