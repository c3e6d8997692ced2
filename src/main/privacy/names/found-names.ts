import type { Finder, PersonalSpan } from '../personal.ts';
import {
  isFamilyName,
  isGivenName,
  isNoName,
  isNoNameEither,
  isPlaceWord,
  isWordName,
  mayBeName,
} from './lists.ts';
import { cueBefore, type NameCue } from './name-cues.ts';
import { isCapitalName, nameRun, type NameRun } from './name-run.ts';
import { publicNames } from './not-names.ts';
import type { Word } from './words.ts';

/** Names that nobody has told us of before: by what stands before them, by lists, by where they stand. */
export const findNames: Finder = ({ words }) => {
  const runs: NameRun[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = runAt(words, at) ?? enumerated(words, at, runs.at(-1));
    if (run === null) continue;
    const before = namedBefore(words, run.from, runs.at(-1));
    runs.push(...(before ? [before] : []), run);
    at = run.to - 1;
  }
  return runs.flatMap(({ from, to }): PersonalSpan[] => {
    const [first, last] = [words[from], words[to - 1]];
    return first && last ? [{ start: first.start, end: last.end, type: 'name' }] : [];
  });
};

const conjunction = /^(?:e|ed|and|dan|sama|y|con|with|dengan)$/;

/** Another name behind a name: "Marco e Brando", "Wayan, Oluchi and Ada". */
function enumerated(words: readonly Word[], at: number, last: NameRun | undefined): NameRun | null {
  const [word, previous] = [words[at], words[at - 1]];
  if (!last || !word || !previous || !isCapitalName(word) || word.isFirst) return null;
  const isNext = last.to === at && word.gap === ', ';
  const isJoined = last.to === at - 1 && conjunction.test(previous.folded) && word.gap === ' ';
  return isNext || (isJoined && /^,? $/.test(previous.gap)) ? nameRun(words, at) : null;
}

/** A name before a name: "Oluchi and Wayan". */
function namedBefore(words: readonly Word[], from: number, last: NameRun | undefined): NameRun | null {
  const [word, between, first] = [words[from - 2], words[from - 1], words[from]];
  if (!word || !between || !first || (last && last.to > from - 2)) return null;
  const isJoined = conjunction.test(between.folded) && between.gap === ' ' && first.gap === ' ';
  return isJoined && isCapitalName(word) ? { from: from - 2, to: from - 1 } : null;
}

function runAt(words: readonly Word[], at: number): NameRun | null {
  const word = words[at];
  if (!word || word.text.length < 2) return null;
  const cue = cueBefore(words, at);
  if (!isName(words, at, cue)) return null;
  return nameRun(words, at);
}

function isName(words: readonly Word[], at: number, cue: NameCue | null): boolean {
  const word = words[at];
  if (!word || isPublic(words, at)) return false;
  if (cue !== null && isCalled(words, at, cue)) return true;
  const previous = words[at - 1];
  if (previous && isJoinedPlace(previous, word)) return false;
  return (
    isListed(words, at) ||
    isFamily(words, at) ||
    isPair(words, at) ||
    isHere(words, at) ||
    isActing(words, at)
  );
}

/** A cue stands before it: lists decide only where the cue may mean another word. */
function isCalled(words: readonly Word[], at: number, cue: NameCue): boolean {
  const word = words[at] as Word;
  const isCapital = isCapitalName(word);
  switch (cue) {
    case 'told':
      return isCapital || mayBeName(word.folded) || isUnknown(word);
    case 'called':
    case 'label':
      return isCapital || mayBeName(word.folded);
    case 'title':
      return isCapital || mayBeName(word.folded) || isFamilyName(word.folded) || isBehindMister(words, at);
    case 'kin':
      return isCapital || isGivenName(word.folded) || (isWordName(word.folded) && word.folded.length > 3);
    case 'greeting':
    case 'asked':
    case 'bracket':
      return isCapital || isGivenName(word.folded);
    case 'self':
      return isCapital || isGivenName(word.folded) || isSmallSelf(words, at);
  }
}

/** Behind "sig." or "Mr" a capital is a name though it is a word too ("sig. Dalla Costa"). */
function isBehindMister(words: readonly Word[], at: number): boolean {
  const [word, previous] = [words[at], words[at - 1]];
  const isMister = /^(?:sig|ra|ssa|signor|signora|signorina|dott|dottor|avv|ing|mr|mrs|ms|miss)$/;
  return word?.isCapital === true && isMister.test(previous?.folded ?? '') && !isNoNameEither(word.folded);
}

/** "saya dewi", "aku putu": names that are words, but none that one is. */
function isSmallSelf(words: readonly Word[], at: number): boolean {
  const [word, previous] = [words[at], words[at - 1]];
  if (!word || !/^(?:saya|aku)$/.test(previous?.folded ?? '') || !isWordName(word.folded)) return false;
  return (
    word.folded.length > 3 &&
    !/^(?:bagus|indah|murni|suci|setia|teguh|jaya|cinta|tari|guru|raja|permata)$/.test(word.folded)
  );
}

/** A word of no list that is no Indonesian verb ("nama saya dipakai"). */
const isUnknown = ({ folded }: Word): boolean =>
  folded.length > 2 && !isNoName(folded) && !/^(?:di|ber|me|ter|ke|se|nge)\p{L}{3,}/u.test(folded);

/** In small letters a name must be no word of any kind; one that is also a word needs its capital inside a sentence. */
function isListed(words: readonly Word[], at: number): boolean {
  const word = words[at] as Word;
  if (isGivenName(word.folded)) return word.isCapital || (word.folded.length > 3 && isPlain(word));
  if (!isWordName(word.folded) || !word.isCapital) return false;
  const next = words[at + 1];
  const goesOn = next?.gap === ' ' && isCapitalName(next);
  if (isCapitalArticle(words[at - 1])) return false;
  return !word.isFirst || goesOn || (next?.gap.trim() === ',' && at === 0);
}

/** "Villa Giulia", "Br. Pande". */
const isJoinedPlace = ({ folded }: Word, { gap }: Word): boolean =>
  isPlaceWord(folded) && (gap === ' ' || (gap === '. ' && /^(?:jl|jln|gg|br)$/.test(folded)));

/** "La Rosa", "The Grace": the name of a house. */
const isCapitalArticle = (before: Word | undefined): boolean =>
  before?.isCapital === true && /^(?:la|il|lo|le|the)$/.test(before.folded);

/** "sarà" is no Sara. */
const isPlain = ({ text, folded }: Word): boolean => text.toLowerCase() === folded || !/[àèéìòù]$/.test(text);

/** A known family name behind another word with a capital. */
function isFamily(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at] as Word, words[at + 1]];
  return (
    isCapitalName(word) &&
    next?.gap === ' ' &&
    next.isCapital &&
    isFamilyName(next.folded) &&
    !isNoName(next.folded)
  );
}

/** Two capital words of no list: in messages they are a name, unless a place or a thing is spoken of. */
function isPair(words: readonly Word[], at: number): boolean {
  const [previous, word, next] = [words[at - 1], words[at] as Word, words[at + 1]];
  if (!isCapitalName(word) || isPlaceWord(word.folded) || next?.gap !== ' ') return false;
  if (!isCapitalName(next) || isPlaceWord(next.folded) || next.text.length < 3) return false;
  if (word.isFirst || previous === undefined) return true;
  // What goes on from a capital before is the title of a thing ("Surat Tanda Melapor").
  return !previous.isCapital && !beforePlaces.has(previous.folded);
}

const beforePlaces: ReadonlySet<string> = new Set(
  'the a an at in on near la il lo i le gli un una uno l al allo alla dal dalla nel nella sul sulla del della presso di ke is e atau or of dei degli delle in nel'.split(
    ' ',
  ),
);

/** A capital word inside a sentence that says or does something ("tapi Lusi bilang", "che Brando arriva"). */
function isActing(words: readonly Word[], at: number): boolean {
  const [previous, word, next] = [words[at - 1], words[at] as Word, words[at + 1]];
  if (!isCapitalName(word) || word.isFirst || previous === undefined || previous.isCapital) return false;
  return next?.gap === ' ' && acts.has(next.folded) && !beforePlaces.has(previous.folded);
}

const acts: ReadonlySet<string> = new Set(
  `bilang ngomong minta mau datang bayar kirim telpon tanya jawab said says told asked wants paid sent called comes came dice diceva ha vuole viene
  arriva arrivano vogliono manda scrive chiede risponde paga parte`.split(/\s+/),
);

/** "Siobhan here", "Ylenia qui". */
function isHere(words: readonly Word[], at: number): boolean {
  const [word, next, after] = [words[at] as Word, words[at + 1], words[at + 2]];
  if (!isCapitalName(word) || !word.isFirst || next?.gap !== ' ') return false;
  return /^(?:here|qui)$/.test(next.folded) && (!after || after.gap.trim() !== '');
}

function isPublic(words: readonly Word[], at: number): boolean {
  const around = words.slice(Math.max(0, at - 1), at + 2).map(({ folded }) => folded);
  const forward = around.slice(at > 0 ? 1 : 0).join(' ');
  const backward = around.slice(0, 2).join(' ');
  return publicNames.some((name) => forward === name || (at > 0 && backward === name));
}
