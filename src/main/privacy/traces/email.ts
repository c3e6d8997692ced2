import type { Finder } from '../personal.ts';
import { spansOf } from '../spans.ts';

const plain = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
/** Written so that no machine reads it: "name (at) host (dot) it", "nome chiocciola host punto it". */
const dot = String.raw`(?:\.|\s?[([]\s?(?:dot|punto|titik)\s?[)\]]\s?|\s(?:dot|punto|titik)\s)`;
const at = String.raw`(?:\s?@\s?|\s?[([]\s?(?:at|chiocciola|et)\s?[)\]]\s?|\schiocciola\s|\sat\s)`;
const hidden = new RegExp(
  String.raw`(?<![\w.+-])[\w+-]{1,64}(?:${dot}[\w+-]{1,32}){0,3}${at}[\w-]{1,63}(?:${dot}(?:com|net|org|it|id|co|eu|au|uk|de|fr|me|io|ac|go|web)){1,2}(?![\w])`,
  'giu',
);

/** E-mail addresses, also those disguised. */
export const findEmails: Finder = ({ text }) => [
  ...spansOf(text, plain, 'email'),
  ...spansOf(text, hidden, 'email'),
];
