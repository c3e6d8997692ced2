import { rarity, type Subject } from './catalogue.ts';
import type { Reading } from './reading.ts';

/** The vectors of all variations, one after the other, in the order of the subjects and their variations. */
export interface VectorTable {
  readonly dimension: number;
  readonly values: Float32Array;
}

/** An intent with its variation nearest to the message. */
export interface Scored {
  readonly subject: Subject;
  readonly variation: Reading;
  /** 0..1, what thresholds are compared with: `wordShare` of `words` and the rest of the cosine. */
  readonly score: number;
  /** Weighted overlap of the concepts of message and variation (Dice), 0..1. */
  readonly words: number;
}

/**
 * Concepts weigh more than the cosine: they tell "working" from "investor" and a price from a duration, which cosines
 * of short questions do not (a question and its reversal score above 0.8 in every encoder measured).
 */
const wordShare = 0.65;

/** Scores every intent by its best variation; best first. Gate 1 compares the scores with thresholds and each other. */
export function scoreSubjects(
  message: Reading,
  vector: Float32Array,
  subjects: readonly Subject[],
  vectors: VectorTable,
  weightOf: (concept: string) => number = rarity(subjects),
): Scored[] {
  const scored: Scored[] = [];
  const messageWeight = sum(message.concepts, weightOf);
  let place = 0;
  for (const subject of subjects) {
    let best: Scored | null = null;
    for (const variation of subject.variations) {
      const words = overlap(message.concepts, messageWeight, variation.concepts, weightOf);
      const cosine = Math.max(0, dot(vector, vectors, place++));
      const score = wordShare * words + (1 - wordShare) * cosine;
      if (!best || score > best.score) best = { subject, variation, score, words };
    }
    if (best) scored.push(best);
  }
  return scored.sort((left, right) => right.score - left.score);
}

function overlap(
  message: ReadonlySet<string>,
  messageWeight: number,
  variation: ReadonlySet<string>,
  weightOf: (concept: string) => number,
): number {
  let shared = 0;
  let variationWeight = 0;
  for (const concept of variation) {
    const weight = weightOf(concept);
    variationWeight += weight;
    if (message.has(concept)) shared += weight;
  }
  const both = messageWeight + variationWeight;
  return both === 0 ? 0 : (2 * shared) / both;
}

function sum(concepts: ReadonlySet<string>, weightOf: (concept: string) => number): number {
  let total = 0;
  for (const concept of concepts) total += weightOf(concept);
  return total;
}

function dot(vector: Float32Array, { dimension, values }: VectorTable, place: number): number {
  const start = place * dimension;
  let total = 0;
  for (let at = 0; at < dimension; at++) total += (vector[at] ?? 0) * (values[start + at] ?? 0);
  return total;
}
