import type { SignalWord } from './signal.ts';

/** A message, prepared for comparing many phrases with it. */
export interface HeardMessage {
  readonly words: readonly SignalWord[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
  readonly byConcept: ReadonlyMap<string, readonly number[]>;
}

/** What one matched word is worth by how it was matched. */
const matchWorth = { word: 1, stem: 0.9, typo: 0.75, concept: 0.55 } as const;
/** Of the score, the share that rests on the words standing in the phrase's order. */
const orderShare = 0.3;
/** Words between two matched neighbours that still count as in order ("malu *banget* nanya"). */
const widestGap = 3;

/** Indexes the words of a message by place, for `phraseEvidence`. */
export function hear(words: readonly SignalWord[]): HeardMessage {
  const byWord = new Map<string, number[]>();
  const byStem = new Map<string, number[]>();
  const byConcept = new Map<string, number[]>();
  words.forEach(({ word, stem, concepts }, at) => {
    push(byWord, word, at);
    push(byStem, stem, at);
    for (const concept of concepts) push(byConcept, concept, at);
  });
  return { words, byWord, byStem, byConcept };
}

/**
 * How much of a phrase stands in a message, 0..1: the weighted share of its words that are there (as the word, its
 * root, a typo of it, or another word of the same meaning), less when they are out of order or say little in all.
 */
export function phraseEvidence(message: HeardMessage, phrase: readonly SignalWord[]): number {
  let total = 0;
  let found = 0;
  let inOrder = 0;
  let last: number | null = null;
  for (const word of phrase) {
    total += word.weight;
    const match = matchWord(message, word, last);
    if (!match) continue;
    found += word.weight * match.worth;
    if (last !== null && match.at > last && match.at - last <= widestGap) inOrder++;
    last = match.at;
  }
  if (total === 0) return 0;
  const order = phrase.length > 1 ? inOrder / (phrase.length - 1) : 1;
  return (found / total) * (1 - orderShare + orderShare * order) * Math.min(1, found);
}

/**
 * How much of what a message says about the person a longer text (the insight's own) speaks of, 0..1: three signal
 * words are full agreement; one is chance.
 */
export function textEvidence(message: HeardMessage, text: HeardMessage): number {
  const seen = new Set<string>();
  let found = 0;
  for (const word of message.words) {
    if (word.weight < 1 || seen.has(word.stem)) continue;
    seen.add(word.stem);
    if (text.byStem.has(word.stem)) found += 1;
    else if (word.concepts.some((concept) => text.byConcept.has(concept))) found += matchWorth.concept;
  }
  return found <= 1 ? 0 : Math.min(1, (found - 1) / 2);
}

function matchWord(
  message: HeardMessage,
  word: SignalWord,
  after: number | null,
): { at: number; worth: number } | null {
  const exact = message.byWord.get(word.word);
  if (exact) return { at: nearest(exact, after), worth: matchWorth.word };
  // Grammar must stand there as it is.
  if (word.isFunction) return null;
  const stem = message.byStem.get(word.stem);
  if (stem) return { at: nearest(stem, after), worth: matchWorth.stem };
  const typo = message.words.findIndex((candidate) => isTypoOf(candidate, word));
  if (typo >= 0) return { at: typo, worth: matchWorth.typo };
  for (const concept of word.concepts) {
    const same = message.byConcept.get(concept);
    if (same) return { at: nearest(same, after), worth: matchWorth.concept };
  }
  return null;
}

/** The first position after the last match, so that order is judged kindly where a word stands twice. */
function nearest(positions: readonly number[], after: number | null): number {
  const next = after === null ? undefined : positions.find((at) => at > after);
  return next ?? positions[0] ?? 0;
}

/** One slip (a letter missing, added, changed, or two swapped) in words of five letters, or letters doubled in four. */
function isTypoOf(left: SignalWord, right: SignalWord): boolean {
  const shortest = Math.min(left.word.length, right.word.length);
  if (left.isFunction || shortest < 4) return false;
  return (shortest >= 5 && isOneSlip(left.word, right.word)) || isDoubled(left.word, right.word);
}

/** The same letters, but for doubled ones ("mallu", "facio"). */
function isDoubled(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 2 || left[0] !== right[0]) return false;
  return left.replace(/(.)\1/gu, '$1') === right.replace(/(.)\1/gu, '$1');
}

function isOneSlip(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  const isChanged = short.slice(start + 1) === long.slice(start + 1);
  const isSwapped =
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2);
  return isChanged || isSwapped;
}

function push(table: Map<string, number[]>, key: string, at: number): void {
  const positions = table.get(key);
  if (positions) positions.push(at);
  else table.set(key, [at]);
}
