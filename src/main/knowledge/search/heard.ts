import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import type { Reading } from '../../text/lexicon/read-concepts.ts';
import { featuresOf } from '../embed/features.ts';
import { featureId } from './profile.ts';

/** How rare a feature is, 0..1. */
export type Rarity = (featureId: number) => number;

/** The features of a message by their numbers, weighed by how rare they are. */
export type Heard = ReadonlyMap<number, number>;

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
  return heard;
}
