import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import { readConcepts } from '../../text/lexicon/read-concepts.ts';
import type { Embedder } from './embedder.ts';
import { featuresOf, type FeatureKind } from './features.ts';
import { hashText } from './hash.ts';

const dimension = 384;

/** The number goes up whenever features, weights or word lists change, so that kept vectors are never mixed. */
const version = 3;

/** What each kind of feature weighs in a vector, and the n-grams of a word beside its root. */
const weights = {
  signal: 1,
  plain: 0.6,
  courtesy: 0.6,
  word: 1.4,
  functionWord: 0.2,
  grams: 0.7,
  coveredGrams: 0.35,
} as const satisfies Record<FeatureKind | 'functionWord' | 'grams' | 'coveredGrams', number>;

/**
 * The embedder that works without a model and without a network: hashed features of concepts (shared by the languages),
 * roots of words and character 3- to 5-grams, 384 dimensions, unit length, deterministic. The lexicon is part of the id,
 * since it changes the vectors. A text without words gives a zero vector.
 */
export function builtinEmbedder(lexicon: Lexicon): Embedder {
  return {
    id: `builtin-${version}-${lexicon.hash}`,
    dimension,
    embed: async (texts) => texts.map((text) => embedText(text, lexicon)),
  };
}

function embedText(text: string, lexicon: Lexicon): Float32Array {
  const vector = new Float32Array(dimension);
  const reading = readConcepts(text, lexicon);
  for (const { name, weight, kind } of featuresOf(reading)) addFeature(vector, name, weight * weights[kind]);
  const carried = new Set(reading.mentions.flatMap(({ from, end }) => placesOf(from, end)));
  reading.words.forEach(({ word, isFunction }, at) => {
    if (isFunction) addFeature(vector, `f:${word}`, weights.functionWord);
    else addGrams(vector, `<${word}>`, carried.has(at) ? weights.coveredGrams : weights.grams);
  });
  return normalise(vector);
}

const placesOf = (from: number, end: number): number[] =>
  Array.from({ length: end - from }, (_, at) => from + at);

/** All n-grams of a word together weigh `weight`, so that long words do not drown short ones. */
function addGrams(vector: Float32Array, word: string, weight: number): void {
  const grams: string[] = [];
  for (let size = 3; size <= 5; size++)
    for (let start = 0; start + size <= word.length; start++) grams.push(word.slice(start, start + size));
  const each = weight / Math.sqrt(grams.length || 1);
  for (const gram of grams) addFeature(vector, gram, each);
}

/** Two places per feature, with signs: collisions then cancel on average instead of adding up. */
function addFeature(vector: Float32Array, feature: string, weight: number): void {
  for (const seed of [1, 2]) {
    const code = hashText(feature, seed);
    const place = code % dimension;
    vector[place] = (vector[place] ?? 0) + (code & 0x40000000 ? weight : -weight) * Math.SQRT1_2;
  }
}

function normalise(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return vector;
  const scale = 1 / Math.sqrt(sum);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) * scale;
  return vector;
}
