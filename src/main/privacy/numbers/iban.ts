import type { Finder, PersonalSpan } from '../personal.ts';

/** How long an IBAN of a country is. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24, AE: 23, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27,
  GB: 22, GR: 27, HR: 21, HU: 28, IE: 22, IL: 23, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MT: 31,
  NL: 18, NO: 15, PL: 28, PT: 25, QA: 29, RO: 24, RS: 22, SA: 24, SE: 24, SI: 19, SK: 24, SM: 27, TR: 26, UA: 29,
}; // prettier-ignore

const beginning = /(?<![\p{L}\d])([A-Z]{2})[ .-]?\d\d(?=[ .-]?[A-Z0-9]{2})/giu;

/**
 * IBANs, grouped or not. One with a wrong digit leads to its owner as well, so the length decides and the checksum only
 * where the length is wrong or the country unknown.
 */
export const findIbans: Finder = ({ text }) =>
  [...text.matchAll(beginning)].flatMap((match) => {
    const span = ibanAt(text, match.index, lengths[(match[1] ?? '').toUpperCase()]);
    return span === null ? [] : [span];
  });

function ibanAt(text: string, start: number, length: number | undefined): PersonalSpan | null {
  const ends = lettersFrom(text, start, (length ?? 30) + 2);
  const all = ends.map((end) => text[end - 1]).join('');
  const whole = all.slice(0, length ?? all.length);
  const isMostlyDigits = whole.replace(/\D/g, '').length >= whole.length * 0.45;
  if (!isMostlyDigits) return null;
  const span = (count: number): PersonalSpan => ({ start, end: ends[count - 1] ?? start, type: 'iban' });
  if (length === undefined) return hasChecksum(all) ? span(all.length) : null;
  if (all.length < length - 2) return null;
  const count = [length, length - 1, length + 1, length - 2].find((one) => endsWord(text, ends[one - 1]));
  return count === undefined ? null : span(count);
}

/** Where each of the next letters and digits ends, over single spaces, dots and hyphens. */
function lettersFrom(text: string, start: number, most: number): number[] {
  const ends: number[] = [];
  for (let at = start; at < text.length && ends.length < most; at++) {
    if (/[A-Za-z0-9]/.test(text[at] ?? '')) ends.push(at + 1);
    else if (!/[ .\u00A0-]/.test(text[at] ?? '') || !/[A-Za-z0-9]/.test(text[at + 1] ?? '')) break;
  }
  return ends;
}

const endsWord = (text: string, end: number | undefined): boolean =>
  end !== undefined && !/[\p{L}\d]/u.test(text[end] ?? '');

/** The first four characters behind the others, letters as numbers from 10, are 1 modulo 97. */
function hasChecksum(iban: string): boolean {
  if (iban.length < 15) return false;
  let rest = 0;
  for (const letter of (iban.slice(4) + iban.slice(0, 4)).toUpperCase())
    for (const digit of String(Number.parseInt(letter, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}
