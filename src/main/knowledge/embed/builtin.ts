import { isFunctionWord, standardWord, stemWord, tokens } from '../../text/tokens.ts';
import { coreConcepts } from './concepts.ts';
import type { Embedder } from './embedder.ts';
import { parseLexicon, type Lexicon } from './lexicon.ts';

const dimension = 384;

/**
 * What each kind of feature weighs, chosen on the starter pack's triggers and paraphrases of them: roots decide, concepts
 * bridge the languages, character n-grams forgive typos, grammar and the matter of plain questions hardly count.
 */
const weights = {
  root: 1,
  functionWord: 0.3,
  plainWord: 0.45,
  concept: 0.9,
  plainConcept: 0.35,
  grams: 0.75,
} as const;

/**
 * The embedder that works without a model and without a network: hashed features of words, shared concepts and
 * character 3- to 5-grams, 384 dimensions, unit length, deterministic. `lexicon` texts (see `parseLexicon`) add to the
 * concepts built in; they are part of the id, since they change the vectors. A text without words gives a zero vector.
 */
export function builtinEmbedder(options: { readonly lexicon?: readonly string[] } = {}): Embedder {
  const texts = [coreConcepts, ...(options.lexicon ?? [])];
  const lexicon = parseLexicon(texts);
  // The number goes up whenever features, weights or word lists change, so that kept vectors are never mixed.
  const id = `builtin-1-${hash(texts.join('\n'), 7).toString(16).padStart(8, '0')}`;
  return { id, dimension, embed: async (batch) => batch.map((text) => embedText(text, lexicon)) };
}

function embedText(text: string, lexicon: Lexicon): Float32Array {
  const vector = new Float32Array(dimension);
  for (const token of tokens(text).slice(0, 400)) addWord(vector, standardWord(token), lexicon);
  return normalise(vector);
}

function addWord(vector: Float32Array, word: string, lexicon: Lexicon): void {
  const concepts = lexicon.conceptsOf(word);
  const isPlain = concepts.some((concept) => concept.isPlain);
  for (const concept of concepts)
    addFeature(vector, `c:${concept.name}`, concept.isPlain ? weights.plainConcept : weights.concept);
  if (isFunctionWord(word)) return addFeature(vector, `w:${word}`, weights.functionWord);
  const weight = isPlain ? weights.plainWord : 1;
  addFeature(vector, `w:${stemWord(word)}`, weights.root * weight);
  addGrams(vector, `<${word}>`, weights.grams * weight);
}

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
    const code = hash(feature, seed);
    const place = code % dimension;
    vector[place] = (vector[place] ?? 0) + (code & 0x40000000 ? weight : -weight) * Math.SQRT1_2;
  }
}

/** FNV-1a with a final mix (murmur3's), 32 bits unsigned. */
function hash(text: string, seed: number): number {
  let code = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  code = Math.imul(code ^ (code >>> 16), 0x85ebca6b);
  code = Math.imul(code ^ (code >>> 13), 0xc2b2ae35);
  return (code ^ (code >>> 16)) >>> 0;
}

function normalise(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  if (sum === 0) return vector;
  const scale = 1 / Math.sqrt(sum);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) * scale;
  return vector;
}
