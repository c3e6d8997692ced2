import type { Language } from '../../shared/language.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import { standardWord, tokens } from '../text/tokens.ts';
import { atomsOf, type Atom } from './atoms.ts';
import { settle } from './settle.ts';
import { askingPhrases } from './words/asking-phrases.ts';
import { askingWords } from './words/asking.ts';
import { courtesyPhrases } from './words/courtesy.ts';
import { namePhrases, names } from './words/names.ts';
import { applyPhrases } from './words/phrases.ts';

/** A message or a variation as matching sees it. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  /** Folded words in order, as spelled. */
  readonly words: readonly string[];
  /** The words in standard spelling, joined and framed by spaces, for phrases. */
  readonly line: string;
  /** What it says, in order. */
  readonly atoms: readonly Atom[];
  /** All keys of all atoms. */
  readonly keys: ReadonlySet<string>;
}

const phrases = [...courtesyPhrases, ...namePhrases, ...askingPhrases];

/** Reads a text of this language. Pure. */
export function read(text: string, language: Language, lexicon: Lexicon): Reading {
  const words = tokens(text);
  // "Ke" is Italian chat for "che", and in Indonesian "to".
  const standard = (word: string) => (language === 'id' && word === 'ke' ? word : standardWord(word));
  // A spelling with a meaning of its own stays ("bikin" makes, its standard form "buat" is mostly "for").
  const spelled = words.map((word) => (askingWords.has(word) || names.has(word) ? word : standard(word)));
  const line = applyPhrases(spelled.join(' '), phrases).split(' ').filter(Boolean);
  const atoms = settle(atomsOf(line, language, lexicon));
  return {
    text,
    language,
    words,
    line: ` ${words.map(standard).join(' ')} `,
    atoms,
    keys: new Set(atoms.flatMap(({ keys }) => keys)),
  };
}
