import { findAccounts } from './numbers/account.ts';
import { findBirthDates } from './numbers/birth-date.ts';
import { findCards } from './numbers/card.ts';
import { findDocuments } from './numbers/document.ts';
import { findIbans } from './numbers/iban.ts';
import { findNiks } from './numbers/nik.ts';
import { findNpwps } from './numbers/npwp.ts';
import { numberRuns } from './numbers/number-runs.ts';
import { findPassports } from './numbers/passport.ts';
import { findPhones } from './numbers/phone.ts';
import { findPlates } from './numbers/plate.ts';
import { findSpokenPhones } from './numbers/spoken-phone.ts';
import { findTaxCodes } from './numbers/tax-code.ts';
import { findNames } from './names/found-names.ts';
import { findKnownNames, knownWordsOf, type KnownWords } from './names/known-names.ts';
import { findSignatures } from './names/signature.ts';
import { wordsOf } from './names/words.ts';
import type { Finder, KnownNames, PersonalSpan, Reading } from './personal.ts';
import { findEnglishAddresses } from './places/address-en.ts';
import { findEuropeanAddresses } from './places/address-eu.ts';
import { findIndonesianAddresses } from './places/address-id.ts';
import { findItalianAddresses } from './places/address-it.ts';
import { inPlainSight } from './plain-sight.ts';
import { findRepeated, type Values } from './repeated.ts';
import { united } from './spans.ts';
import { findEmails } from './traces/email.ts';
import { findHandles } from './traces/handle.ts';
import { findLinks } from './traces/link.ts';

const finders: readonly Finder[] = [
  findLinks,
  findEmails,
  findHandles,
  findIbans,
  findTaxCodes,
  findNpwps,
  findNiks,
  findCards,
  findDocuments,
  findPassports,
  findAccounts,
  findPhones,
  findSpokenPhones,
  findBirthDates,
  findPlates,
  findIndonesianAddresses,
  findItalianAddresses,
  findEnglishAddresses,
  findEuropeanAddresses,
  findNames,
  findSignatures,
];

/** Where a text leads to a person, in order, without overlaps. Takes time in proportion to the text. */
export function findPersonal(text: string, known: KnownNames): PersonalSpan[] {
  return findWith(search(text), knownWordsOf(known));
}

/** A text with what is found in it whatever else is known. */
export interface Searched {
  readonly reading: Reading;
  readonly found: readonly PersonalSpan[];
  /** Where a character of the reading stands in the text as it was written. */
  readonly at: (index: number) => number;
}

/** Reads a text once: what is known of names, and what other texts told, may change afterwards. */
export function search(original: string): Searched {
  const { text, at } = inPlainSight(original);
  const reading = { text, words: wordsOf(text), numbers: numberRuns(text) };
  return { reading, found: finders.flatMap((find) => find(reading)), at };
}

/** `findPersonal` in a text that was read, with names that were prepared before and with what was found in other texts. */
export function findWith(
  { reading, found: plain, at }: Searched,
  known: KnownWords,
  told: Values = new Map(),
): PersonalSpan[] {
  const found = united([...plain, ...findKnownNames(reading, known)]);
  return united([...found, ...findRepeated(reading, found, told)]).map(({ start, end, type }) => ({
    start: at(start),
    // What is not seen inside is hidden too, what stands behind is not.
    end: at(end - 1) + 1,
    type,
  }));
}
