import type { Finder } from '../personal.ts';
import { cuesBefore } from './cues.ts';

/** A letter, a digit or what stands for one where two people have the same code; O and I are written for 0 and 1. */
const digit = '[0-9LMNPQRSTUVOI]';
const letter = '[A-Z01]';
const gap = '[ .-]?';
const structure = new RegExp(
  String.raw`(?<![\p{L}\d])${letter}{3}${gap}${letter}{3}${gap}${digit}{2}${gap}[ABCDEHLMPRST]${gap}${digit}{2}${gap}${letter}${digit}{3}${gap}${letter}(?![\p{L}\d])`,
  'giu',
);
/** What is called a tax code, though letters are wrong or missing. */
const similar = /(?<![\p{L}\d])(?=[A-Z]{0,16}\d)[A-Z0-9]{14,18}(?![\p{L}\d])/giu;

/** Italian tax codes. The check letter decides nothing: a code with a slip in it still leads to its owner. */
export const findTaxCodes: Finder = ({ text }) => {
  const whole = [...text.matchAll(structure)].filter(([code]) => (code.match(/\d/g) ?? []).length >= 5);
  const called = [...text.matchAll(similar)].filter(
    ({ 0: code, index }) =>
      looksLikeOne(code) || (/[A-Z]{2}/i.test(code) && cuesBefore(text, index).includes('tax_code')),
  );
  return [...whole, ...called].map(({ 0: code, index }) => ({
    start: index,
    end: index + code.length,
    type: 'tax_code',
  }));
};

/** Name in letters, then digits with the letter of a month between, one place off at most. */
function looksLikeOne(code: string): boolean {
  return /^[A-Z]{5,7}\d{1,3}[A-Z]\d{1,3}[A-Z]\d{2,4}[A-Z]{0,2}$/i.test(code);
}
