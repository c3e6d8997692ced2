import type { Finder } from '../personal.ts';
import { spansOf } from '../spans.ts';

const town = String.raw`(?:,? {0,2}(?:[A-Z]{1,2}-)?\d{4,5}(?: ?[A-Z]{2}(?!\p{L}))?,? \p{Lu}[\p{L}'’-]{1,24}(?: \p{Lu}[\p{L}'’-]{1,24}){0,2})?`;
/** "Lindenstraße 44", "Am Markt" is none; "Prinsengracht 12". */
const joined = new RegExp(
  String.raw`(?<![\p{L}\d])\p{Lu}[\p{L}-]{1,30}(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|ufer|damm|straat|laan|gracht|plein|gatan|vej|gade|utca) \d{1,4}[A-Za-z]?(?!\d)${town}`,
  'gu',
);
/** "12 rue de la Paix", "Calle Mayor 5", "Rua Augusta 24". */
const french = new RegExp(
  String.raw`(?<![\p{L}\d])\d{1,4}(?: ?(?:bis|ter))?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Bb]d|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]ll[ée]e|[Qq]uai)(?: (?:de|du|des|la|le|les|l['’]\p{L}{1,20}|d['’]\p{L}{1,20}|\p{Lu}[\p{L}'’-]{1,20})){1,5}${town}`,
  'gu',
);
const iberian = new RegExp(
  String.raw`(?<![\p{L}\d])(?:Calle|C\/|Avenida|Avda\.?|Plaza|Paseo|Rua|Travessa|Ulica|ul\.|Ulitsa)(?: (?:de|del|da|do|la|los|las|\p{Lu}[\p{L}'’-]{1,20})){1,5},? \d{1,4}[A-Za-z]?(?!\d)${town}`,
  'gu',
);

/** Addresses of other European countries, by the word for a street and the number. */
export const findEuropeanAddresses: Finder = ({ text }) => [
  ...spansOf(text, joined, 'address'),
  ...spansOf(text, french, 'address'),
  ...spansOf(text, iberian, 'address'),
];
