import { foldText } from '../../text/tokens.ts';
import type { Language } from '../../../shared/language.ts';
import { numberWords } from '../words/number-words.ts';
import { setOf } from '../words/phrases.ts';
import type { Reading } from '../reading.ts';
import type { Gate } from './gate.ts';

const dates =
  setOf(`januari februari maret april mei juni juli agustus september oktober november desember gennaio febbraio marzo
    aprile maggio giugno luglio agosto settembre ottobre novembre dicembre january february march june july august
    october december besok lusa kemarin domani dopodomani ieri tomorrow yesterday tonight stasera next last depan
    lalu prossimo prossima prossimi scorso scorsa tahun-lalu`);
const two = setOf('2 dua due two doppio doppia double dual');
/** "Dual citizenship" is two passports. */
const twofold = setOf('ganda doppia doppio dual double');
const year = /^202[4-9]$/;
const productCode = /^(?:[a-e]\d{1,3}[a-z]?|211[a-c]?)$/;
/** Indonesian doubling ("syarat2" = syarat-syarat). */
const doubling = /^\p{L}{3,}2(?:nya)?$/u;

/** Stops a number, an amount or a date that the variation does not have. Visa codes are names, not numbers. */
export const numbers: Gate = (message, { subject, variation }) => {
  const known = new Set(numbersOf(variation));
  if (subject.variations.some(({ words }) => words.some((word) => twofold.has(word)))) known.add('2');
  // A price list or a checklist "of 2026" is today's.
  const isListed = message.keys.has('PRICE') || message.keys.has('NEEDS');
  const extra = [...numbersOf(message)].find(
    (number) => !known.has(number) && !(isListed && year.test(number)),
  );
  return extra === undefined ? null : `"${extra}" is a number, an amount or a date of its own`;
};

function numbersOf(reading: Reading): ReadonlySet<string> {
  const text = foldText(reading.text)
    .replace(/\b(?:due diligence|rumah kedua|last (?:day|date|moment)|next steps?)\b/g, ' ')
    .replace(
      /\b(?:berapa|brpa?|how many|quant[ie]) (?:juta|jt|mil[iy]ar|ribu|rb|millions?|billions?|milioni|miliardi|mila)\b/g,
      ' ',
    )
    .replace(/(?<=\b[a-e]\d{1,3}[a-z]?)\/(?=[a-e]\d)/g, ' ')
    .replace(
      /\b(?:4(?= (?:the|a|an|my|our|this|good|real|sure)\b)|2(?= (?:get|do|apply|have|know|rent|make|open|buy|be|extend|renew|see|go|pay|book|register|bring|stay|start)\b))/g,
      ' ',
    );
  const digits = (text.match(/[\p{L}\d][\p{L}\d.,/:%]*/gu) ?? [])
    .map((word) => word.replace(/[.,:/]+$/, ''))
    .filter((word) => /\d/.test(word) && !productCode.test(word) && !doubling.test(word));
  const spelled = reading.words.filter(
    (word) =>
      (dates.has(word) && text.includes(word)) ||
      (numberWords[reading.language].has(word) && text.includes(word)) ||
      (text.includes(word) && isForeign(word, reading.language)),
  );
  return new Set([...digits, ...spelled].map((number) => (two.has(number) ? '2' : number)));
}

/** Clients mix languages; only words that are numbers in one language and nothing in another count everywhere. */
function isForeign(word: string, language: Language): boolean {
  if (word === 'due' && language === 'en') return false;
  if (['ten', 'nove', 'mezza', 'mezzo', 'otto', 'due', 'lima', 'coppia', 'half'].includes(word)) return false;
  return Object.values(numberWords).some((words) => words.has(word));
}
