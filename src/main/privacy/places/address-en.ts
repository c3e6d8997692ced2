import type { Finder } from '../personal.ts';
import { spansOf } from '../spans.ts';

const word = String.raw`\p{Lu}[\p{L}'’.]{1,20}(?![\p{L}\d])`;
const kind =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Close|Crescent|Cres|Way|Terrace|Tce|Place|Pl|Parade|Pde|Square|Sq|Boulevard|Blvd|Highway|Hwy|Grove|Gardens|Hill|Mews|Esplanade|Quay)';
const unit = String.raw`(?:(?:Unit|Apt\.?|Apartment|Flat|Suite|Level|Room) ?\d{1,4}[A-Z]?,? )?`;
/** Town, state and post code, in the order of most countries. */
const town = String.raw`(?:,? ${word}(?: ${word}){0,2})?(?:,? (?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT|[A-Z]{2})(?![\p{L}\d]))?(?:,? (?:\d{4,5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})(?!\d))?(?:, (?:Australia|UK|USA|New Zealand|England|Ireland|Scotland|Canada)(?!\p{L}))?`;
const street = new RegExp(
  String.raw`(?<![\p{L}\d.,])${unit}\d{1,5}(?:[A-Za-z]|[/-]\d{1,4})?,? ${word}(?: ${word}){0,3}? ${kind}\.?(?!\p{L})${town}`,
  'gu',
);
/** Villas and apartments have names here; the number tells which one. */
const villa = new RegExp(
  String.raw`(?<![\p{L}\d])(?:[Vv]illa|[Aa]partment|[Aa]partemen|[Rr]esidence|[Kk]os|[Kk]ost|[Bb]ungalow)(?: ${word}){0,4},? (?:[Nn]o\.? ?|[Nn]umber |[Uu]nit |[Nn]\. ?|#)\d{1,4}[A-Za-z]?(?!\p{L})`,
  'gu',
);

/** Addresses as English speakers write them, and villas by name and number. */
export const findEnglishAddresses: Finder = ({ text }) => [
  ...spansOf(text, street, 'address'),
  ...spansOf(text, villa, 'address'),
];
