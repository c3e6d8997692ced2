import { overlap } from '../text/overlap.ts';
import { contentTokens } from '../text/tokens.ts';

/** Of the words of both, so many are shared where one says again what the other said. */
const SAME_WORDS = 0.5;

/** Whether one remembered value says the other again, letter case, order and forms of words aside. */
export function saysTheSame(one: string, other: string): boolean {
  const [left, right] = [new Set(contentTokens(one)), new Set(contentTokens(other))];
  if (left.size + right.size === 0) return one.trim() === other.trim();
  return overlap(left, right) >= SAME_WORDS;
}
