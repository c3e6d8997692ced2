import { languages } from '../../../shared/language.ts';
import type { Concept } from './concept.ts';
import { rootKey, writeOut } from './phrase-words.ts';
import { besides, type Situation } from './together.ts';
import type { ConceptRow } from './rows.ts';
import { isFunctionWord, tokens } from '../tokens.ts';

export interface Related {
  readonly concept: Concept;
  /** 0..1: the share of words that the forms of both have in common, rare ones counting most. */
  readonly nearness: number;
}

/** Farther ones have a word in common by chance. */
const leastNearness = 0.08;
const mostRelated = 10;

/**
 * Finds concepts that are said with the same words ("refund" and "guarantee wanted", "deportation" and "fear of authorities"), so that
 * how finely the lexicon divides a theme matters less; and those that are told of together (`together.txt`). Opposites are none.
 */
export function relatedConcepts(
  rows: readonly ConceptRow[],
  concepts: ReadonlyMap<string, Concept>,
  situations: readonly Situation[],
): (concept: Concept) => readonly Related[] {
  const places = new Map(rows.map(({ name }, at) => [name, at]));
  const bags = weigh(rows.map(rootCounts));
  const carriers = new Map<string, { readonly at: number; readonly weight: number }[]>();
  bags.forEach((bag, at) => {
    for (const [root, weight] of bag) {
      const known = carriers.get(root);
      if (known) known.push({ at, weight });
      else carriers.set(root, [{ at, weight }]);
    }
  });
  const besidesOf = besides(situations);
  const found = new Map<Concept, readonly Related[]>();
  return (concept) => {
    const known = found.get(concept);
    if (known) return known;
    const own = places.get(concept.name) ?? -1;
    const nearness = new Float64Array(rows.length);
    for (const [root, weight] of bags[own] ?? [])
      for (const carrier of carriers.get(root) ?? [])
        nearness[carrier.at] = (nearness[carrier.at] ?? 0) + weight * carrier.weight;
    for (const [name, near] of besidesOf(concept.name)) {
      const at = places.get(name) ?? -1;
      nearness[at] = Math.max(nearness[at] ?? 0, near);
    }
    const related = rows
      .flatMap(({ name }, at) => {
        const other = concepts.get(name);
        const near = nearness[at] ?? 0;
        return other && at !== own && near > leastNearness && other !== concept.opposite
          ? [{ concept: other, nearness: Math.min(1, near) }]
          : [];
      })
      .sort((left, right) => right.nearness - left.nearness)
      .slice(0, mostRelated);
    found.set(concept, related);
    return related;
  };
}

function rootCounts(row: ConceptRow): Map<string, number> {
  const counts = new Map<string, number>();
  for (const language of languages)
    for (const form of row.forms[language])
      for (const word of tokens(form).flatMap(writeOut)) {
        if (isFunctionWord(word) || word.length < 3) continue;
        const root = `${language} ${rootKey(word, language)}`;
        counts.set(root, (counts.get(root) ?? 0) + 1);
      }
  return counts;
}

/** Each bag of unit length, a root weighing by how few concepts have it. */
function weigh(counts: readonly ReadonlyMap<string, number>[]): Map<string, number>[] {
  const spread = new Map<string, number>();
  for (const bag of counts) for (const root of bag.keys()) spread.set(root, (spread.get(root) ?? 0) + 1);
  return counts.map((bag) => {
    const weighed = new Map<string, number>();
    let sum = 0;
    for (const [root, count] of bag) {
      const weight = Math.sqrt(count) * Math.log(counts.length / (spread.get(root) ?? 1));
      weighed.set(root, weight);
      sum += weight * weight;
    }
    const scale = sum > 0 ? 1 / Math.sqrt(sum) : 0;
    for (const [root, weight] of weighed) weighed.set(root, weight * scale);
    return weighed;
  });
}
