import { isNegator, isPerson, isTurn } from '../../text/lexicon/grammar.ts';
import type { Reading } from '../../text/lexicon/read-concepts.ts';

/**
 * What each kind of word says of whether somebody tells of themselves. A factual question is made of its matter ("quanto costa il
 * KITAS"); a person shows in feelings and refusals, in "I", "but" and "not", and in words no question needs.
 */
const worth = {
  signal: 0.8,
  unknown: 0.8,
  denial: 2,
  turn: 1,
  person: 1,
  grammar: 0.33,
  matter: -0.5,
} as const;

/** How much more a message tells of the person than it asks: below 0 for plain questions, 3 and more for a story. No bounds. */
export function toldOf({ words, mentions }: Reading): number {
  const carried = words.map((): 'matter' | 'signal' | undefined => undefined);
  for (const { concept, from, end, isPart } of mentions)
    for (let at = from; at < end; at++)
      if (!isPart && carried[at] !== 'signal') carried[at] = concept.isPlain ? 'matter' : 'signal';
  let told = 0;
  const heard = new Set<string>();
  words.forEach(({ word, isFunction }, at) => {
    // Said twice is not told twice.
    if (heard.has(word)) return;
    heard.add(word);
    if (isNegator(word)) told += worth.denial;
    if (isTurn(word)) told += worth.turn;
    if (isPerson(word)) told += worth.person;
    const kind = carried[at];
    if (kind === 'matter') told += worth.matter;
    else if (isFunction) told += worth.grammar;
    else told += kind === 'signal' ? worth.signal : worth.unknown;
  });
  return told;
}
