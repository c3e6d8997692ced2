import type { Language } from '../../../shared/language.ts';
import type { LiveInsight } from '../../db/insight-search.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import { readConcepts } from '../../text/lexicon/read-concepts.ts';
import { featuresOf } from '../embed/features.ts';
import { hashText } from '../embed/hash.ts';

/**
 * What an insight can be recognised by: numbers of features side by side with their weights, in a few flat arrays, because a desk
 * has a million of them. Row 0 is of all its texts together, each feature with its highest weight; row n of its nth phrase.
 */
export interface Profile {
  readonly ids: Int32Array;
  readonly weights: Float32Array;
  /** Where each row begins, and where the last one ends. */
  readonly starts: Int32Array;
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
  const read = (one: string, share: number): [number, number][] =>
    featuresOf(readConcepts(one, lexicon)).map(({ name, weight }) => {
      const id = featureId(name);
      whole.set(id, Math.max(whole.get(id) ?? 0, weight * share));
      return [id, weight];
    });
  const phrases = triggers.map(({ phrase }) => read(phrase, worth.phrase));
  read(text, worth.text);
  read(guidance, worth.guidance);
  return {
    ...pack([[...whole], ...phrases]),
    language: language === 'it' || language === 'en' ? language : 'id',
  };
}

function pack(rows: readonly (readonly [number, number][])[]): Omit<Profile, 'language'> {
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
