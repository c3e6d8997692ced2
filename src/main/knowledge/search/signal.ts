import { isFunctionWord, standardWord, stemWord, tokens } from '../../text/tokens.ts';
import type { Lexicon } from '../embed/lexicon.ts';

/** One word of a message or a phrase, with what it can be recognised by. */
export interface SignalWord {
  /** As written, folded; and in standard spelling. */
  readonly token: string;
  readonly word: string;
  readonly stem: string;
  /** What the word says about the person who writes: little for grammar and for the matter of plain questions. */
  readonly weight: number;
  readonly isFunction: boolean;
  /** Names of the shared meanings that say something about the person. */
  readonly concepts: readonly string[];
}

/** Chosen on the starter pack: with plain words at 0.25 no plain question of the test set reaches the floor. */
const weights = { function: 0.2, plain: 0.25, signal: 1 } as const;
/** Longer messages are cut: the signal stands in the first few hundred words. */
const mostWords = 300;

/** The words of a text for weighing evidence. */
export function signalWords(text: string, lexicon: Lexicon): SignalWord[] {
  return tokens(text)
    .slice(0, mostWords)
    .map((token) => {
      const word = standardWord(token);
      const found = lexicon.conceptsOf(word);
      const isFunction = isFunctionWord(word);
      const isPlain = found.some(({ isPlain }) => isPlain) || /\p{N}/u.test(word);
      return {
        token,
        word,
        stem: stemWord(word),
        isFunction,
        weight: isFunction ? weights.function : isPlain ? weights.plain : weights.signal,
        concepts: isPlain || isFunction ? [] : found.map(({ name }) => name),
      };
    });
}

/**
 * How much of a message says something about the person, 0..1: 0 for "Quanto costa il KITAS?", 1 from one signal word
 * on. Nearness of vectors counts only as far as there is a signal.
 */
export function signalShare(words: readonly SignalWord[]): number {
  const mass = words.reduce((sum, { weight }) => sum + (weight === weights.signal ? 1 : 0), 0);
  return Math.min(1, mass);
}
