import type { Finder } from '../personal.ts';
import { cuesBefore } from './cues.ts';

const months = 'jan|feb|mar|apr|may|mei|mag|jun|giu|jul|lug|aug|ago|agu|sep|set|oct|okt|ott|nov|dec|des|dic';
const separator = '[ ./,-]{1,2}';
const date = new RegExp(
  [
    String.raw`(?<![\d\p{L}])(?:\d{1,2}${separator}\d{1,2}${separator}(?:19|20)?\d{2}`,
    String.raw`(?:19|20)\d{2}${separator}\d{1,2}${separator}\d{1,2}`,
    String.raw`\d{1,2}(?:st|nd|rd|th|°|º)?(?: of)?${separator}(?:${months})\p{L}{0,7}\.?${separator}(?:19|20)?\d{2}`,
    String.raw`(?:${months})\p{L}{0,7}\.?${separator}\d{1,2}(?:st|nd|rd|th)?${separator}(?:19|20)?\d{2})(?!\d)`,
  ].join('|'),
  'giu',
);

/** A date is personal where a birth is spoken of shortly before it. */
export const findBirthDates: Finder = ({ text }) =>
  [...text.matchAll(date)]
    .filter(({ index }) => cuesBefore(text, index).includes('birth_date'))
    .map(({ 0: value, index }) => ({ start: index, end: index + value.length, type: 'birth_date' }));
