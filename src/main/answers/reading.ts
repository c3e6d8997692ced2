import type { Language } from '../../shared/language.ts';
import { isFunctionWord, standardWord, stemWord, tokens } from '../text/tokens.ts';
import { codes, phrases, types } from './lexicon.ts';
import { fillers, meanings, strangers, weighty } from './meanings.ts';

/** A message or a variation as matching sees it. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  /** Folded words in order, as spelled. */
  readonly words: readonly string[];
  /** What it is about, courtesy and grammar left out: meanings in capitals, other words by their root. */
  readonly concepts: ReadonlySet<string>;
  /** The words that no list explains, by their root: where a typo may hide. */
  readonly unknown: ReadonlyMap<string, string>;
  /** Types and codes of visas, permits and companies among the concepts. */
  readonly types: ReadonlySet<string>;
}

const code = /^(?:[a-e]\d{1,3}[a-z]?|211[a-c]?)$/;

/** Reads a text of this language. Pure; about 0.05 ms for a chat message. */
export function read(text: string, language: Language): Reading {
  const words = tokens(text);
  const concepts = new Set<string>();
  const unknown = new Map<string, string>();
  for (const word of applyPhrases(words).split(' ')) {
    for (const concept of conceptsOf(word, language)) {
      concepts.add(concept);
      if (concept.startsWith('~')) unknown.set(concept, word);
    }
  }
  settleQuantity(concepts);
  return {
    text,
    language,
    words,
    concepts,
    unknown,
    types: new Set([...concepts].filter((concept) => types.has(concept) || concept.startsWith('code:'))),
  };
}

function applyPhrases(words: readonly string[]): string {
  // A spelling with a meaning of its own stays ("bikin" makes, its standard form "buat" is mostly "for").
  let line = words.map((word) => (meanings.has(word) ? word : standardWord(word))).join(' ');
  for (const [phrase, meaning] of phrases) line = line.replace(phrase, meaning);
  return line;
}

function conceptsOf(word: string, language: Language): readonly string[] {
  if (word === '') return [];
  // Meanings that a phrase left behind are in capitals; the words themselves are folded.
  if (/^[A-Z_]+$/.test(word)) return [word];
  if (code.test(word))
    return codes.get(word.replace(/^b(?=211)/, '')) ?? [`code:${word.replace(/^b(?=211)/, '')}`];
  if (/\d/.test(word) && !/^\p{L}{3,}2/u.test(word)) return [];
  if (strangers[language].has(word)) return [unknownWord(word)];
  return known(word) ?? known(standardWord(word)) ?? known(bare(word)) ?? [unknownWord(word)];
}

function known(word: string): readonly string[] | null {
  if (weighty.has(word)) return [word];
  const meaning = meanings.get(word);
  if (meaning !== undefined) return [meaning];
  return fillers.has(word) || isFunctionWord(word) || word.length < 2 ? [] : null;
}

/** Without Indonesian clitics and the English plural. */
function bare(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:nya|kah|lah|2|s)$/u, '');
}

const unknownWord = (word: string) => `~${stemWord(standardWord(word))}`;

/** "How much" alone asks the price, unless the message names another quantity. */
function settleQuantity(concepts: Set<string>): void {
  if (concepts.delete('QUANTITY') && !['CAPITAL', 'DURATION', 'HOURS'].some((other) => concepts.has(other)))
    concepts.add('PRICE');
  if (concepts.has('PRICE')) concepts.delete('PAY');
}
