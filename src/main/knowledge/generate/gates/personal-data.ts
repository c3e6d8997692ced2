import { findFirst, wholeText, type Gate } from './gate.ts';

/** Addresses, numbers and documents that lead to one person. */
const traces = [
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /https?:\/\/\S+|\bwww\.\S+/i,
  // A telephone number, an account, an Indonesian identity number: eight digits and more, however they are grouped, but
  // for an amount of money, which is for another gate.
  /(?<![\d.,])(?!\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d))(?:\+|\b)\d(?:[ .()/-]{0,2}\d){7,}/,
  // Passports, the Italian tax code, an IBAN.
  /\b[A-Z]{1,2}\d{6,8}\b/,
  /\b[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]\b/,
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}\b/,
] as const;

const given =
  `Wayan|Made|Nyoman|Ketut|Putu|Kadek|Komang|Gede|Luh|Agung|Budi|Siti|Dewi|Sri|Agus|Rina|Joko|Eko|Andi|Rahmat|
  Fitri|Marco|Mario|Luca|Giulia|Francesca|Giuseppe|Giovanni|Matteo|Andrea|Alessandro|Chiara|Sara|Elena|Paolo|Anna|John|
  Emily|Sarah|Michael|David|James|Robert|Peter|Susan|Linda|Tom|Kate`.replaceAll(/\s+/g, '');

/** A title with a name behind it, and a given name with another name behind it. Titles alone are how clients speak. */
const names = [
  new RegExp(
    String.raw`\b(?:Pak|Bapak|Bu|Ibu|Mas|Mbak|Bli|Mbok|Kak|Signora?|Dott(?:\.|oressa)?|Mr|Mrs|Ms|Dr)\.? (?:I |Ni |Ida )?(?:${given})\b`,
  ),
  new RegExp(String.raw`\b(?:I |Ni )?(?:${given}) \p{Lu}\p{Ll}{2,}`, 'u'),
  /\b(?:Mr|Mrs|Ms|Signora?|Dott)\.? \p{Lu}\p{Ll}{2,}/u,
  /\b(?:my name is|mi chiamo|nama saya) \p{Lu}\p{Ll}+/u,
] as const;

export const personalDataGate: Gate = (item) => {
  const text = wholeText(item);
  if (findFirst(text, traces) !== null)
    return { reason: 'personal_data', detail: 'an address, a telephone number or the number of a document' };
  return findFirst(text, names) === null ? null : { reason: 'personal_data', detail: 'the name of a person' };
};
