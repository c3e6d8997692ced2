import type { Finder } from '../personal.ts';
import { cuesBefore } from './cues.ts';

/** Italian: two letters and seven digits. Indonesian: one letter and seven, or two and six. */
const byForm = /(?<![\p{L}\d])(?:[A-Z]{2} ?\d{6,7}|[A-Z] ?\d{7,8}|[A-Z]{2}\d{5}[A-Z]{2})(?![\p{L}\d])/gu;
/** What other countries print, where a passport is spoken of. */
const byWord =
  /(?<![\p{L}\d])(?=[A-Z]{0,4} ?\d)(?:[A-Z]{1,2} \d{3} \d{3,4}|[A-Z]{0,3} ?\d{2,3}[A-Z]{0,3}\d{3,7}[A-Z]{0,2})(?![\p{L}\d])/giu;

export const findPassports: Finder = ({ text }) => {
  const called = [...text.matchAll(byWord)].filter(
    ({ 0: number, index }) =>
      number.replace(/[^A-Z0-9]/gi, '').length >= 6 && cuesBefore(text, index)[0] === 'passport',
  );
  return [...text.matchAll(byForm), ...called].map(({ 0: number, index }) => {
    const start = index + (number.length - number.trimStart().length);
    return { start, end: index + number.length, type: 'passport' };
  });
};
