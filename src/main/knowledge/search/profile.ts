import type { Language } from '../../../shared/language.ts';
import type { LiveInsight } from '../../db/insight-search.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import { readConcepts, type Reading } from '../../text/lexicon/read-concepts.ts';
import { featuresOf } from '../embed/features.ts';
import { hashText } from '../embed/hash.ts';
import { phraseWordsOf, type PhraseWords } from './verbatim.ts';

/**
 * What an insight can be recognised by: numbers of features side by side with their weights, in a few flat arrays, because a desk
 * has a million of them. Row 0 is of all its texts together, each feature with its highest weight; row n of its nth phrase.
 */
export interface Profile {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** Where each row begins, and where the last one ends. */
  readonly starts: Int32Array;
  readonly phraseWords: PhraseWords;
  /** Length of row 0 as a vector. */
  readonly length: number;
  /** Of the signal; those of Bali and Java are written among Indonesian. */
  readonly language: Language;
}

/** What a feature in the insight's own words is worth beside one in a phrase as clients write it. */
const worth = { phrase: 1, text: 0.7, guidance: 0.3 } as const;

/** A feature's number: the same in every text. */
export function featureId(name: string): number {
  return hashText(name, 3) | 0;
}

export function profileOf(
  { text, guidance, triggers, language }: Pick<LiveInsight, 'text' | 'guidance' | 'triggers' | 'language'>,
  lexicon: Lexicon,
): Profile {
  const whole = new Map<number, number>();
  const put = (reading: Reading, share: number): [number, number][] =>
    featuresOf(reading).map(({ name, weight }) => {
      const id = featureId(name);
      whole.set(id, Math.max(whole.get(id) ?? 0, weight * share));
      return [id, weight];
    });
  const readings = triggers.map(({ phrase }) => readConcepts(phrase, lexicon));
  const phrases = readings.map((reading) => put(reading, worth.phrase));
  put(readConcepts(text, lexicon), worth.text);
  put(readConcepts(guidance, lexicon), worth.guidance);
  const spoken = language === 'it' || language === 'en' ? language : 'id';
  return {
    ...pack([[...whole], ...phrases]),
    phraseWords: phraseWordsOf(
      readings.map(({ words }) => words),
      spoken,
    ),
    language: spoken,
  };
}

function pack(rows: readonly (readonly [number, number][])[]): Omit<Profile, 'language' | 'phraseWords'> {
  const all = rows.flat();
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.length;
  });
  const weights = Float32Array.from(all, ([, weight]) => weight);
  const [whole = []] = rows;
  return {
    ids: Int32Array.from(all, ([id]) => id),
    weights,
    starts,
    length: Math.hypot(...whole.map(([, weight]) => weight)),
  };
}
