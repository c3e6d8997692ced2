import type { Finder, PersonalSpan } from '../personal.ts';
import { isFamilyName, isGivenName, isNoName, isPlaceWord, isWordName, mayBeName } from './lists.ts';
import { cueBefore, type NameCue } from './name-cues.ts';
import { isCapitalName, nameRun, type NameRun } from './name-run.ts';
import { publicNames } from './not-names.ts';
import type { Word } from './words.ts';

/** Names that nobody has told us of before: by what stands before them, by lists, by where they stand. */
export const findNames: Finder = ({ words }) => {
  const spans: PersonalSpan[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = runAt(words, at);
    if (run === null) continue;
    const [first, last] = [words[run.from], words[run.to - 1]];
    if (first && last) spans.push({ start: first.start, end: last.end, type: 'name' });
    at = run.to - 1;
  }
  return spans;
};

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
  if (previous && word.gap === ' ' && isPlaceWord(previous.folded)) return false;
  return isListed(words, at) || isFamily(words, at) || isHere(words, at);
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
      return isCapital || mayBeName(word.folded) || isFamilyName(word.folded);
    case 'kin':
      return isCapital || isGivenName(word.folded) || (isWordName(word.folded) && word.folded.length > 3);
    case 'greeting':
    case 'self':
      return isCapital || isGivenName(word.folded);
  }
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
  return !word.isFirst || goesOn || (next?.gap.trim() === ',' && at === 0);
}

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
