import { deniesNext, isAsking, isContrast, isCourtesy, isPerson } from '../../text/lexicon/grammar.ts';
import type { Reading } from '../../text/lexicon/read-concepts.ts';
import type { ReadWord } from '../../text/lexicon/read-words.ts';
import { foldText } from '../../text/tokens.ts';

/**
 * What each sign says of whether somebody tells of themselves. A factual question is one sentence made of its matter ("quanto costa il
 * KITAS?"); a person shows in feelings and refusals, in "I", "but" and "not", in words no question needs, and in several thoughts
 * beside each other. Fitted over three sets of messages, each left out in turn.
 */
const worth = {
  anySignal: 1.5,
  signal: 0.5,
  unknown: 0.8,
  name: -0.4,
  denial: 1.4,
  contrast: 0.9,
  person: 0.4,
  grammar: 0.3,
  matter: -0.15,
  thought: 1.1,
  asking: -0.4,
  question: -1.1,
} as const;

/** Shorter ones are chat spellings that no list knows. */
const shortestWord = 3;

/** A word that may mean several things, or only shares a root, shows nothing of a person. */
const leastSureness = 0.3;

type Carried = 'matter' | 'signal' | undefined;

/** How much more a message tells of the person than it asks: around 0 for plain questions, 5 and more for a story. No bounds. */
export function toldOf(text: string, { words, mentions }: Reading): number {
  const carried = words.map((): Carried => undefined);
  for (const { concept, from, end, isPart, sureness } of mentions) {
    const isSignal = !concept.isPlain && sureness >= leastSureness;
    for (let at = from; at < end; at++)
      if (!isPart && carried[at] !== 'signal') carried[at] = isSignal ? 'signal' : 'matter';
  }
  const names = namesIn(text);
  const heard = new Set<string>();
  let told = carried.includes('signal') ? worth.anySignal : 0;
  words.forEach((word, at) => {
    // Said twice is not told twice.
    if (heard.has(word.word)) return;
    heard.add(word.word);
    if (deniesNext(words, at)) told += worth.denial;
    if (isContrast(word.word)) told += worth.contrast;
    if (isPerson(word.word)) told += worth.person;
    told += ofWord(word, carried[at], names);
  });
  if (words.some(({ word }) => isAsking(word))) told += worth.asking;
  if (text.includes('?')) told += worth.question;
  return told + worth.thought * thoughtsIn(words);
}

function ofWord(
  { word, token, isFunction, isLight }: ReadWord,
  carried: Carried,
  names: ReadonlySet<string>,
): number {
  if (carried === 'matter') return worth.matter;
  if (isFunction || isLight) return worth.grammar;
  if (carried === 'signal') return worth.signal;
  if (word.length < shortestWord || /\p{N}/u.test(word)) return 0;
  return names.has(token) ? worth.name : worth.unknown;
}

/** Words in capitals within a sentence, folded: "saya Dewi dari PT Sinar Laut". */
function namesIn(text: string): ReadonlySet<string> {
  const found = text.match(/(?<=[\p{L}\p{N},] )\p{Lu}[\p{L}\p{N}]+/gu) ?? [];
  return new Set(found.map(foldText));
}

/** Pieces of a message that say more than a greeting does. */
function thoughtsIn(words: readonly ReadWord[]): number {
  let thoughts = 0;
  let isCounted = false;
  for (const { word, startsClause } of words) {
    if (startsClause) isCounted = false;
    if (isCounted || isCourtesy(word) || !/\p{L}/u.test(word)) continue;
    isCounted = true;
    thoughts++;
  }
  return thoughts;
}
