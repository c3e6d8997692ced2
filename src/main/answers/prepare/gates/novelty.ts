import { foldText, tokens } from '../../../text/tokens.ts';
import type { AnswerGate } from './gate.ts';

/** Share of words in common from which on two answers say the same in the same words. */
const mostInCommon = 0.85;

const wordsOf = (text: string): ReadonlySet<string> => new Set(tokens(foldText(text)));

/** Not one of the answers that this question has in its register. */
export const noveltyGate: AnswerGate = ({ text, formality }, { existing }) => {
  const words = wordsOf(text);
  const isSame = existing.some(
    (one) => one.formality === formality && inCommon(words, wordsOf(one.text)) >= mostInCommon,
  );
  return isSame ? { reason: 'not_new', detail: 'an answer says this in the same words' } : null;
};

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / Math.max(1, one.size + other.size - shared);
}
