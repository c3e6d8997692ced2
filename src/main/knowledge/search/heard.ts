import { languages, type Language } from '../../../shared/language.ts';
import type { ReadWord } from '../../text/lexicon/read-words.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import type { Reading } from '../../text/lexicon/read-concepts.ts';
import { featuresOf } from '../embed/features.ts';
import { featureId } from './profile.ts';
import { placesOf, type Places } from './verbatim.ts';

/** How rare a feature is, 0..1. */
export type Rarity = (featureId: number) => number;

/** What was heard in a message. */
export interface Heard {
  /** Its features by their numbers, weighed by how rare they are. */
  readonly features: ReadonlyMap<number, number>;
  readonly places: Places;
  /** How much of it is in each language, adding up to 1 (or 0 where none can be told). */
  readonly languages: Readonly<Record<Language, number>>;
}

/** What a concept that is said with the same words is worth beside the one that was heard. */
const relatedWorth = 0.5;

/** Weighs what a message says by how rare it is, and adds what is close to it in meaning. */
export function hear(reading: Reading, lexicon: Lexicon, rarity: Rarity): Heard {
  const heard = new Map<number, number>();
  const put = (id: number, weight: number) => {
    if (weight > (heard.get(id) ?? 0)) heard.set(id, weight);
  };
  for (const { name, weight, concept } of featuresOf(reading)) {
    const id = featureId(name);
    const own = rarity(id);
    put(id, weight * own);
    if (!concept || name !== `c:${concept.name}`) continue;
    for (const { concept: related, nearness } of lexicon.relatedTo(concept)) {
      const other = featureId(`c:${related.name}`);
      // Not rarer than what was really said.
      put(other, weight * relatedWorth * nearness * Math.min(own, rarity(other)));
    }
  }
  return { features: heard, places: placesOf(reading.words), languages: languageShares(reading.words) };
}

function languageShares(words: readonly ReadWord[]): Record<Language, number> {
  const shares = { id: 0, it: 0, en: 0 };
  for (const { evidence } of words) for (const language of languages) shares[language] += evidence[language];
  const total = shares.id + shares.it + shares.en;
  if (total > 0) for (const language of languages) shares[language] /= total;
  return shares;
}
