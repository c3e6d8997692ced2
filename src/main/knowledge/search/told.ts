import { deniesNext, isContrast, isPerson } from '../../text/lexicon/grammar.ts';
import type { Reading } from '../../text/lexicon/read-concepts.ts';

/**
 * What each kind of word says of whether somebody tells of themselves. A factual question is made of its matter ("quanto costa il
 * KITAS"); a person shows in feelings and refusals, in "I", "but" and "not", and in words no question needs.
 */
const worth = {
  signal: 0.9,
  unknown: 0.9,
  denial: 1.5,
  contrast: 1,
  person: 0.9,
  grammar: 0.4,
  matter: -0.5,
} as const;

/** Shorter ones are chat spellings that no list knows. */
const shortestWord = 3;

/** How much more a message tells of the person than it asks: below 0 for plain questions, 3 and more for a story. No bounds. */
export function toldOf({ words, mentions }: Reading): number {
  const carried = words.map((): 'matter' | 'signal' | undefined => undefined);
  let told = 0;
  for (const { concept, from, end, isPart } of mentions) {
    for (let at = from; at < end; at++)
      if (!isPart && carried[at] !== 'signal') carried[at] = concept.isPlain ? 'matter' : 'signal';
  }
  const heard = new Set<string>();
  words.forEach(({ word, isFunction, isLight }, at) => {
    // Said twice is not told twice.
    if (heard.has(word)) return;
    heard.add(word);
    if (deniesNext(words, at)) told += worth.denial;
    if (isContrast(word)) told += worth.contrast;
    if (isPerson(word)) told += worth.person;
    const kind = carried[at];
    if (kind === 'matter') told += worth.matter;
    else if (isFunction || isLight) told += worth.grammar;
    else if (kind === 'signal') told += worth.signal;
    else if (word.length >= shortestWord) told += worth.unknown;
  });
  return told;
}
