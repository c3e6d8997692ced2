import type { Language } from '../../../shared/language.ts';
import { languages } from '../../../shared/language.ts';
import { isGrammar } from '../../text/lexicon/phrase-words.ts';
import type { ReadWord } from '../../text/lexicon/read-words.ts';
import { hashText } from '../embed/hash.ts';

/** The words of an insight's phrases in their order, by numbers, in flat arrays. */
export interface PhraseWords {
  readonly words: Int32Array;
  readonly weights: Float32Array;
  /** Where each phrase begins, and where the last one ends. */
  readonly starts: Int32Array;
}

/** Where each word of a message stands, by its number in every language. */
export type Places = ReadonlyMap<number, readonly number[]>;

/** Grammar holds a phrase together and says little by itself. */
const worth = { topic: 1, light: 0.6, grammar: 0.35 } as const;
/** Words that may come between two words of a phrase. */
const mostBetween = 2;
/** Of a phrase, what must stand in a message in its order; less is chance, and so is a single word. */
const leastShare = 0.7;
const leastWeight = 1.3;

/** Doubled letters are the commonest slip ("kabarri", "facio"). */
const wordId = (key: string): number => hashText(key.replace(/(\p{L})\1/gu, '$1'), 4) | 0;

export function phraseWordsOf(phrases: readonly (readonly ReadWord[])[], language: Language): PhraseWords {
  const all = phrases.flat();
  const starts = new Int32Array(phrases.length + 1);
  phrases.forEach((words, at) => {
    starts[at + 1] = (starts[at] ?? 0) + words.length;
  });
  return {
    words: Int32Array.from(all, ({ keys, word }) => wordId(keys[language].at(-1) ?? word)),
    weights: Float32Array.from(all, (word) => weightOf(word, language)),
    starts,
  };
}

/** By the language of the phrase: "tua" is "old" in one and "yours" in another. */
function weightOf({ word, isFiller, isLight }: ReadWord, language: Language): number {
  if (isFiller || isGrammar(word, language)) return worth.grammar;
  return isLight ? worth.light : worth.topic;
}

/** Words come again, and with them the keys that were worked out for each. */
const numbersOf = new WeakMap<ReadWord['keys'], readonly number[]>();

function wordIds(keys: ReadWord['keys']): readonly number[] {
  const known = numbersOf.get(keys);
  if (known) return known;
  const ids = [...new Set(languages.flatMap((language) => keys[language].map(wordId)))];
  numbersOf.set(keys, ids);
  return ids;
}

export function placesOf(words: readonly ReadWord[]): Places {
  const places = new Map<number, number[]>();
  words.forEach(({ keys }, at) => {
    for (const id of wordIds(keys)) {
      const known = places.get(id);
      if (known) known.push(at);
      else places.set(id, [at]);
    }
  });
  return places;
}

/** The phrase that a message says nearly word for word, and the weight of its words that stand there; null when it says none. */
export function saidPhrase(places: Places, { words, weights, starts }: PhraseWords): SaidPhrase | null {
  let best: SaidPhrase | null = null;
  for (let phrase = 0; phrase + 1 < starts.length; phrase++) {
    const from = starts[phrase] as number;
    const end = starts[phrase + 1] as number;
    let total = 0;
    let there = 0;
    for (let at = from; at < end; at++) {
      total += weights[at] as number;
      if (places.has(words[at] as number)) there += weights[at] as number;
    }
    const least = Math.max(leastWeight, leastShare * total, (best?.weight ?? 0) + 1e-6);
    if (there < least) continue;
    const weight = longestRun(places, words, weights, from, end);
    if (weight >= least) best = { phrase, weight };
  }
  return best;
}

export interface SaidPhrase {
  readonly phrase: number;
  readonly weight: number;
}

/** What stands there in order, from its first or its second word on. */
function longestRun(
  places: Places,
  words: Int32Array,
  weights: Float32Array,
  from: number,
  end: number,
): number {
  let most = 0;
  for (let first = from; first < Math.min(from + 2, end); first++)
    for (const start of places.get(words[first] as number) ?? []) {
      let weight = weights[first] as number;
      let place = start;
      for (let at = first + 1; at < end; at++) {
        const next = places.get(words[at] as number)?.find((one) => one > place);
        if (next === undefined || next > place + mostBetween + 1) continue;
        weight += weights[at] as number;
        place = next;
      }
      most = Math.max(most, weight);
    }
  return most;
}
