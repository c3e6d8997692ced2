import type { KnownNames, PersonalSpan, Reading } from '../personal.ts';
import { isNoName, isWordName, mayBeName } from './lists.ts';
import { cueBefore } from './name-cues.ts';
import { foldName, wordsOf, type Word } from './words.ts';

/** The words of names that are known, prepared once for many texts. */
export interface KnownWords {
  /** Folded. */
  readonly words: ReadonlySet<string>;
  /** Those of the client's record: short forms are of these only. */
  readonly recorded: readonly string[];
}

/** Titles belong to how somebody is called, not to the name. */
const titles = /^(?:pak|bapak|bu|ibu|mas|mbak|bli|mbok|kak|mr|mrs|ms|dr|sig|signor|signora|dott|i|ni)$/;

/** `read`: names that stand in texts of the same conversation. */
export function knownWordsOf({ names }: KnownNames, read: readonly string[] = []): KnownWords {
  const recorded = partsOf(names).filter((word) => word.length > 1);
  const told = partsOf(read).filter((word) => word.length > 2 && !isNoName(word) && !isWordName(word));
  return { words: new Set([...recorded, ...told]), recorded: [...new Set(recorded)] };
}

function partsOf(names: readonly string[]): string[] {
  return names
    .flatMap((name) => wordsOf(name).map(({ folded }) => folded))
    .filter((word) => !titles.test(word));
}

/** The names that are known: whole or in part, in any case, short forms too. */
export function findKnownNames({ words }: Reading, known: KnownWords): PersonalSpan[] {
  if (known.words.size === 0) return [];
  return words
    .filter((_, at) => isKnown(words, at, known))
    .map(({ start, end }) => ({ start, end, type: 'name' }));
}

function isKnown(words: readonly Word[], at: number, known: KnownWords): boolean {
  const word = words[at];
  if (!word) return false;
  const folded = bare(word.folded, known);
  if (folded === null) return word.isCapital && isShortForm(word, known);
  // "made", "will", "rosa": a word as well, unless something says that it is the name.
  const isWordToo = isWordName(folded) || isNoName(folded) || folded.length < 3;
  return !isWordToo || (word.isCapital && !word.isFirst) || isNamed(words, at, known);
}

/** The known word that this one is, with an Indonesian ending or within a double name; null where it is none. */
function bare(folded: string, { words }: KnownWords): string | null {
  const forms = [folded, folded.replace(/(?:nya|ku|mu)$/, ''), ...folded.split(/[-'’]/)];
  return forms.find((form) => words.has(form)) ?? null;
}

/** "Ale" for Alessandro, "Fede" for Federica. */
function isShortForm({ folded }: Word, { recorded }: KnownWords): boolean {
  if (folded.length < 3 || isNoName(folded) || isWordName(folded)) return false;
  return recorded.some((name) => name.length >= folded.length + 2 && name.startsWith(folded));
}

/** A title, an introduction or another part of the name stands beside it. */
function isNamed(words: readonly Word[], at: number, known: KnownWords): boolean {
  const [word, previous, next] = [words[at], words[at - 1], words[at + 1]];
  const cue = cueBefore(words, at);
  if (cue !== null && word && (word.isCapital || mayBeName(foldName(word.text)))) return true;
  const isPart = (other: Word | undefined) => other !== undefined && known.words.has(other.folded);
  return (word?.gap === ' ' && isPart(previous)) || (next?.gap === ' ' && isPart(next));
}
