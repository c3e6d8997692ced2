import type { Finder } from '../personal.ts';
import { cuesBefore } from './cues.ts';

/** Letters and digits of a permit, an application, a policy or a card, where it is called so. */
const number = /(?<![\p{L}\d])(?=[A-Z-]{0,6}\d)[A-Z0-9](?:[ /.-]?[A-Z0-9]){5,24}(?![\p{L}\d])/gu;
/** Stay permits have a form of their own ("2C21JE1234-W"). */
const permit = /(?<![\p{L}\d])\d[A-Z]\d\d[A-Z]{2}\d{4}[- ]?[A-Z]{0,2}(?![\p{L}\d])/giu;

export const findDocuments: Finder = ({ text }) => {
  const called = [...text.matchAll(number)].filter(
    ({ 0: value, index }) => (value.match(/\d/g) ?? []).length >= 5 && isDocumentCue(cuesBefore(text, index)),
  );
  return [...text.matchAll(permit), ...called].map(({ 0: value, index }) => ({
    start: index,
    end: index + value.length,
    type: 'document',
  }));
};

const isDocumentCue = ([nearest, next]: ReturnType<typeof cuesBefore>): boolean =>
  nearest === 'document' || ((nearest === 'phone' || nearest === 'money') && next === 'document');
