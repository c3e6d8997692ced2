import { overlap } from '../../../text/overlap.ts';
import { contentTokens, foldText, tokens } from '../../../text/tokens.ts';
import type { AnswerGate } from './gate.ts';

/** Share of words in common from which on two answers say the same in the same words. */
const mostInCommon = 0.85;

/**
 * From this share on an answer says what a rejected one said, in other words: of words that carry meaning, slots among
 * them. In the other register it may: all such words can be the same there, and the tone what was wrong.
 */
const mostOfRejected = 0.6;

const contentOf = (text: string): ReadonlySet<string> => new Set(contentTokens(text));
const wordsOf = (text: string): ReadonlySet<string> => new Set(tokens(foldText(text)));

/** Not one of the answers that this question has in its register, nor one that was rejected said in other words. */
export const noveltyGate: AnswerGate = ({ text, formality }, { existing, rejected }) => {
  const content = contentOf(text);
  const isRejected = rejected.some(
    (one) => one.formality === formality && overlap(content, contentOf(one.text)) >= mostOfRejected,
  );
  if (isRejected) return { reason: 'not_new', detail: 'a person rejected an answer that says this' };
  const words = wordsOf(text);
  const isSame = existing.some(
    (one) => one.formality === formality && overlap(words, wordsOf(one.text)) >= mostInCommon,
  );
  return isSame ? { reason: 'not_new', detail: 'an answer says this in the same words' } : null;
};
