import type { Atom } from './atoms.ts';
import { asks, asksOtherTime, isByTheWay, says, type Subject, type WeightOf } from './catalogue.ts';
import type { Reading } from './reading.ts';
import type { WordIndex } from './word-index.ts';

/** The vectors of all variations, one after the other, in the order of the subjects and their variations. */
interface VectorTable {
  readonly dimension: number;
  readonly values: Float32Array;
}

/** All intents, ready for a message. */
export interface Catalogue {
  readonly subjects: readonly Subject[];
  /** Of all of them, one after the other. */
  readonly variations: readonly Reading[];
  readonly vectors: VectorTable;
  readonly index: WordIndex;
  readonly weightOf: WeightOf;
}

/** Which way of scoring this is. Raise it when scores change what they mean: labels of other scores stop counting then. */
export const SCORING = 3;

/** An intent with its variation nearest to the message. */
export interface Scored {
  readonly subject: Subject;
  readonly variation: Reading;
  /** 0..1, what thresholds are compared with: agreement of the words, and `vectorShare` of the cosine. */
  readonly score: number;
  /** Agreement of the words both ways, 0..1. */
  readonly words: number;
  /** Cosine with the variation, 0..1. */
  readonly vector: number;
  /** Whether the intent says one of the message's most telling words itself, and not only something like it. */
  readonly isNamed: boolean;
}

/**
 * Words count for most: they tell "working" from "investor" and a price from a duration, which cosines of short questions
 * do not (a question and its reversal score above 0.8 in every encoder measured).
 */
const vectorShare = 0.2;
/** What an intent does not share with a message beyond this, no vector makes up for. */
const leastShared = 0.3;
/** How much the nearest variation counts beside all of the intent in what a message says. */
const nearestShare = 0.3;
const mostSubjects = 20;
const mostVariations = 3;

interface Near {
  readonly variation: Reading;
  /** Place among all variations. */
  readonly place: number;
  readonly words: number;
  /** The message says all of it. */
  readonly isComplete: boolean;
}

/** Scores the intents that share something with the message by their nearest variation; best first. */
export function scoreSubjects(message: Reading, vector: Float32Array, catalogue: Catalogue): Scored[] {
  const { subjects, variations, weightOf, vectors } = catalogue;
  const isAsking = asks(message);
  const near: { subject: Subject; best: Near[] }[] = [];
  for (const [at, shares] of catalogue.index.saidBy(message.keys, leastShared)) {
    const subject = subjects[at] as Subject;
    const foreseen = shareOf(message.atoms, weightOf, (atom) => says(subject.vocabulary, atom));
    if (foreseen < leastShared) continue;
    const best: Near[] = [];
    for (const { place, share } of shares) {
      const variation = variations[place] as Reading;
      // What asks nothing is compared with keywords only.
      if (!isAsking && asks(variation)) continue;
      best.push(toNear(message, variation, { place, share, foreseen, weightOf }));
    }
    if (best.length > 0) near.push({ subject, best: best.sort(byNearness).slice(0, mostVariations) });
  }
  return near
    .sort((left, right) => byNearness(left.best[0] as Near, right.best[0] as Near))
    .slice(0, mostSubjects)
    .map(({ subject, best }) => toScored(message, subject, best, { vector, vectors, weightOf }))
    .map((scored) =>
      asksOtherTime(message, scored.subject) ? { ...scored, score: otherTimeShare * scored.score } : scored,
    )
    .sort((left, right) => right.score - left.score);
}

const byNearness = (left: Near, right: Near) =>
  Number(right.isComplete) - Number(left.isComplete) || right.words - left.words;

function toNear(
  message: Reading,
  variation: Reading,
  shares: { place: number; share: number; foreseen: number; weightOf: WeightOf },
): Near {
  const { place, share, foreseen, weightOf } = shares;
  const inNearest = shareOf(message.atoms, weightOf, (atom) => says(variation.keys, atom));
  const understood = (1 - nearestShare) * foreseen + nearestShare * inNearest;
  return {
    variation,
    place,
    words: (2 * share * understood) / (share + understood),
    isComplete: variation.atoms.every((atom) => isByTheWay(atom) || says(message.keys, atom)),
  };
}

function toScored(
  message: Reading,
  subject: Subject,
  best: readonly Near[],
  { vector, vectors, weightOf }: { vector: Float32Array; vectors: VectorTable; weightOf: WeightOf },
): Scored {
  const scored = best.map(({ variation, place, words, isComplete }) => {
    const cosine = Math.max(0, dot(vector, vectors, place));
    return {
      variation,
      words,
      isComplete,
      vector: cosine,
      score: stretch((1 - vectorShare) * words + vectorShare * cosine),
    };
  });
  const [first] = scored.sort(
    (left, right) => Number(right.isComplete) - Number(left.isComplete) || right.score - left.score,
  );
  const { variation, words, vector: cosine, score } = first as (typeof scored)[number];
  return { subject, variation, words, vector: cosine, score, isNamed: isNamed(message, subject, weightOf) };
}

/** What shares a third with a message is nothing to it: the scale begins there, so that it tells the better ones apart. */
const stretch = (agreement: number) => Math.max(0, 1.5 * agreement - 0.5);

/** What an intent that asks another time keeps of its score: the one that asks this time comes first. */
const otherTimeShare = 0.8;

/** How far below the most telling atom others are still as telling. */
const aboutAsTelling = 0.95;
/** What is only something like it, is not it ("patent", "trademark"; "bring my cat", "bring my dog"). */
function isNamed({ atoms }: Reading, { vocabulary }: Subject, weightOf: WeightOf): boolean {
  const known = atoms.filter((atom) => atom.role !== 'action' && says(vocabulary, atom));
  const most = Math.max(0, ...known.map(weightOf));
  return known.some(
    (atom) =>
      weightOf(atom) >= aboutAsTelling * most &&
      atom.keys.some((key) => vocabulary.has(key) && !atom.loose.includes(key)),
  );
}

function shareOf(atoms: readonly Atom[], weightOf: WeightOf, isIn: (atom: Atom) => boolean): number {
  let total = 0;
  let inside = 0;
  for (const atom of atoms) {
    const weight = weightOf(atom);
    total += weight;
    if (isIn(atom)) inside += weight;
  }
  return total === 0 ? 0 : inside / total;
}

function dot(vector: Float32Array, { dimension, values }: VectorTable, place: number): number {
  const start = place * dimension;
  let total = 0;
  // Both are in range by construction; checking each element would double the time.
  for (let at = 0; at < dimension; at++) total += (vector[at] as number) * (values[start + at] as number);
  return total;
}
