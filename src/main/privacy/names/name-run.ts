import { isFamilyName, isGivenName, isNoName, isWordName, mayBeName } from './lists.ts';
import type { Word } from './words.ts';

/** Words in small letters within a name: "de Santis", "van der Berg", "bin Ahmad". */
const particles: ReadonlySet<string> = new Set(
  'de di del dello della dei dal dalla dall da van von der den bin binti la le lo dos el al ten'.split(' '),
);
/** What stands before a Balinese name: "Ni Luh", "I Wayan", "Anak Agung". */
const before: ReadonlySet<string> = new Set(['i', 'ni', 'ida', 'anak']);
const balinese: ReadonlySet<string> = new Set(
  'wayan made nyoman ketut putu kadek komang gede gusti nengah dewa luh agung bagus ayu'.split(' '),
);
const LONGEST = 6;

/** A name of the words `from` to `to` (exclusive). */
export interface NameRun {
  readonly from: number;
  readonly to: number;
}

/** A capital word that is of no list of other words, and no abbreviation ("RPTKA"). */
export const isCapitalName = ({ isCapital, folded, text }: Word): boolean =>
  isCapital &&
  !isNoName(folded) &&
  (!/^\p{Lu}{2,}$/u.test(text) || mayBeName(folded) || isFamilyName(folded));

/** The whole name of which the word at `at` is one: what stands before it and goes on behind it. */
export function nameRun(words: readonly Word[], at: number): NameRun {
  return { from: startOf(words, at), to: endOf(words, at) };
}

function startOf(words: readonly Word[], at: number): number {
  const [word, previous] = [words[at], words[at - 1]];
  const isBalinese = word && balinese.has(word.folded) && word.isCapital;
  return isBalinese && previous?.isCapital && before.has(previous.folded) && word.gap === ' ' ? at - 1 : at;
}

function endOf(words: readonly Word[], at: number): number {
  let end = at + 1;
  while (end < words.length && end - at < LONGEST) {
    const [last, next, afterNext] = [words[end - 1], words[end], words[end + 1]];
    if (!last || !next || !isJoined(last, next)) break;
    if (goesOn(last, next)) end += 1;
    else if (last.isCapital && particles.has(next.folded) && isCapitalBehindBlank(afterNext)) end += 2;
    else break;
  }
  return end;
}

/** A blank, or a full stop behind an initial. */
const isJoined = (last: Word, next: Word): boolean =>
  next.gap === ' ' || (next.gap === '. ' && last.text.length <= 2 && last.isCapital);

const isCapitalBehindBlank = (word: Word | undefined): boolean =>
  word !== undefined && word.gap === ' ' && isCapitalName(word);

function goesOn(last: Word, next: Word): boolean {
  if (particles.has(last.folded) && last.isCapital && next.isCapital) return true;
  if (next.isCapital) return isCapitalName(next) || /^\p{Lu}$/u.test(next.text) || bothShout(last, next);
  if (isShoutedName(last, next)) return true;
  const isListed = isGivenName(next.folded) || isFamilyName(next.folded) || isWordName(next.folded);
  return !last.isCapital && isListed && next.folded.length > 3;
}

/** "GIULIA ROSSI", as on a form. */
const bothShout = (last: Word, next: Word): boolean =>
  [last, next].every(({ text, folded }) => /^\p{Lu}{3,}$/u.test(text) && !isNoName(folded));

/** In a text that is all in capitals, a word of no list behind a given name is the family's. */
const isShoutedName = (last: Word, next: Word): boolean =>
  isGivenName(last.folded) && !last.isCapital && /^\p{Lu}{3,}$/u.test(next.text) && !isNoName(next.folded);
