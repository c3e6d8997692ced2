import type { Subject } from './catalogue.ts';
import type { Reading } from './reading.ts';

/** The vectors of all variations, one after the other, in the order of the subjects and their variations. */
export interface VectorTable {
  readonly dimension: number;
  readonly values: Float32Array;
  /** What the concepts of each variation weigh together. */
  readonly weights: Float64Array;
}

/** Which way of scoring this is. Raise it when scores change what they mean: labels of other scores stop counting then. */
export const SCORING = 1;

/** An intent with its variation nearest to the message. */
export interface Scored {
  readonly subject: Subject;
  readonly variation: Reading;
  /** 0..1, what thresholds are compared with: `wordShare` of `words` and the rest of the cosine. */
  readonly score: number;
  /** Weighted overlap of the concepts of message and variation (Dice), 0..1. */
  readonly words: number;
  /** The cosine, 0..1; 0 where it was not asked. */
  readonly vector: number;
}

/**
 * Concepts weigh more than the cosine: they tell "working" from "investor" and a price from a duration, which cosines
 * of short questions do not (a question and its reversal score above 0.8 in every encoder measured).
 */
const wordShare = 0.65;

/**
 * Where the words of all variations overlap less than this, the vectors are not asked: the score could not reach a
 * sensible threshold (0.65 * 0.2 + 0.35 = 0.48), and most intents are such for any message.
 */
const leastWords = 0.2;

/** Scores every intent by its best variation; best first. Gate 1 compares the scores with thresholds and each other. */
export function scoreSubjects(
  message: Reading,
  vector: Float32Array,
  subjects: readonly Subject[],
  vectors: VectorTable,
  weightOf: (concept: string) => number,
): Scored[] {
  const weights = new Map([...message.concepts].map((concept) => [concept, weightOf(concept)]));
  const messageWeight = [...weights.values()].reduce((total, weight) => total + weight, 0);
  const scored: Scored[] = [];
  let start = 0;
  for (const subject of subjects) {
    const overlaps = subject.variations.map((variation, at) => {
      const both = messageWeight + (vectors.weights[start + at] ?? 0);
      return both === 0 ? 0 : (2 * sharedWeight(variation.concepts, weights)) / both;
    });
    const best = bestVariation(subject, overlaps, (at) => dot(vector, vectors, start + at));
    if (best) scored.push(best);
    start += subject.variations.length;
  }
  return scored.sort((left, right) => right.score - left.score);
}

function bestVariation(
  subject: Subject,
  overlaps: readonly number[],
  cosineOf: (at: number) => number,
): Scored | null {
  let best: Scored | null = null;
  const order = overlaps
    .map((_, at) => at)
    .sort((left, right) => (overlaps[right] ?? 0) - (overlaps[left] ?? 0));
  for (const at of order) {
    const variation = subject.variations[at];
    const words = overlaps[at] ?? 0;
    // No cosine lifts the ones that follow past a better one when their words are too far behind.
    if (!variation || (best && wordShare * words + (1 - wordShare) <= best.score)) break;
    const cosine = words < leastWords ? 0 : Math.max(0, cosineOf(at));
    const score = wordShare * words + (1 - wordShare) * cosine;
    if (!best || score > best.score) best = { subject, variation, score, words, vector: cosine };
    if (words < leastWords) break;
  }
  return best;
}

function sharedWeight(concepts: ReadonlySet<string>, weights: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [concept, weight] of weights) if (concepts.has(concept)) shared += weight;
  return shared;
}

function dot(vector: Float32Array, { dimension, values }: VectorTable, place: number): number {
  const start = place * dimension;
  let total = 0;
  // Both are in range by construction; checking each element would double the time.
  for (let at = 0; at < dimension; at++) total += (vector[at] as number) * (values[start + at] as number);
  return total;
}
