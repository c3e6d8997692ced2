import { commonWords, functionWords, lightWords } from '../../text/words.ts';
import { familyNames, givenNames, wordNames } from './given-names.ts';
import { notNames, placeWords } from './not-names.ts';

const families: ReadonlySet<string> = new Set(familyNames);
const ambiguous: ReadonlySet<string> = new Set(wordNames);
const everyday = [...Object.values(functionWords), ...Object.values(commonWords), lightWords].flat();
const stops: ReadonlySet<string> = new Set([...notNames, ...everyday.filter((word) => !ambiguous.has(word))]);
/** Roles, places, times and whatever else is written with a capital, without the words of everyday. */
const labels: ReadonlySet<string> = new Set(notNames);
const places: ReadonlySet<string> = new Set(placeWords);
const given: ReadonlySet<string> = new Set(
  givenNames.filter((name) => !ambiguous.has(name) && !stops.has(name)),
);

/** A given name that is no word, also with an Indonesian ending ("ketutnya"). Folded words in all of these. */
export function isGivenName(folded: string): boolean {
  return given.has(folded) || (folded.length > 6 && given.has(folded.replace(/nya$/, '')));
}

/** A given name that is a word as well. */
export function isWordName(folded: string): boolean {
  return ambiguous.has(folded) && !stops.has(folded);
}

/** A name by itself, or a word that is one after a title or an introduction ("pak made"). */
export function mayBeName(folded: string): boolean {
  return given.has(folded) || ambiguous.has(folded);
}

export const isFamilyName = (folded: string): boolean => families.has(folded);

/** A word that names nobody, whatever its first letter. */
export const isNoName = (folded: string): boolean => stops.has(folded) || folded.length < 2;

/** Words that no title makes a name of; "Costa" and "Bianchi" are words of everyday, and names behind "sig.". */
export const isNoNameEither = (folded: string): boolean => labels.has(folded);

/** What stands behind it is the name of a place or a company. */
export const isPlaceWord = (folded: string): boolean => places.has(folded);
