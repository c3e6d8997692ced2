import { findPersonal } from './find.ts';
import { isGivenName } from './names/lists.ts';
import { foldName, wordsOf } from './names/words.ts';
import type { PersonalType } from './personal.ts';

/** What no text of the product's own holds by chance, so that one that was hidden holds none of it. */
const certain: Partial<Record<PersonalType, string>> = {
  email: 'an e-mail address',
  phone: 'a telephone number',
  iban: 'an IBAN',
  tax_code: 'a tax code',
  nik: 'an identity number',
  npwp: 'a tax number',
  card: 'the number of a card',
  passport: 'the number of a passport',
  link: 'a link to something of one person',
};

/**
 * What leads to a person in a text that was hidden before, in words; null where nothing does. A second look, by what is certain only: the
 * product's own words stand in such a text too, and may look like a name.
 */
export function findLeak(text: string, names: readonly string[]): string | null {
  for (const { type } of findPersonal(text, { names: [] })) {
    const leak = certain[type];
    if (leak !== undefined) return leak;
  }
  return names.length > 0 && hasName(text, names) ? 'the name' : null;
}

/** A whole name of two words and more, or a given name that is no word of any kind. */
function hasName(text: string, names: readonly string[]): boolean {
  const words = wordsOf(text).map(({ folded }) => folded);
  const said = new Set(words);
  const phrase = ` ${words.join(' ')} `;
  return names.some((name) => {
    const parts = wordsOf(foldName(name)).map(({ folded }) => folded);
    const isWhole = parts.length > 1 && phrase.includes(` ${parts.join(' ')} `);
    return isWhole || parts.some((part) => said.has(part) && isGivenName(part));
  });
}
