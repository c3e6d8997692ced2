import type { Finder, PersonalSpan } from '../personal.ts';
import { isNoName } from './lists.ts';
import { wordsOf } from './words.ts';

const closing =
  /(?:regards|sincerely|cheers|thanks|thank you|thx|best|love|yours|saluti|saluto|grazie|grazie mille|cordialmente|abbraccio|baci|salam|hormat(?: saya)?|terima kasih|makasih|suksma|tutto)[ !.,)🙏😊]{0,6}$/iu;
const dash = /^\s{0,4}[-–—~]\s{0,2}/u;

/** A line with nothing but capital words behind a closing one or a dash; or a message that is one ("Ruggero Sandri"). */
export const findSignatures: Finder = ({ text }) => {
  const spans: PersonalSpan[] = [];
  let at = 0;
  let before: string | null = null;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const isSigned = (before !== null && closing.test(before)) || (before !== null && dash.test(line));
    const isAlone = line.trim() === text.trim();
    if (line.length <= 60 && (isSigned || isAlone)) {
      const name = nameOf(line, isAlone ? 2 : 1);
      if (name) spans.push({ start: start + name.start, end: start + name.end, type: 'name' });
    }
    before = line.slice(-80).trim();
  }
  return spans;
};

/** The whole line as a name of so many words at least. */
function nameOf(line: string, fewest: number): { readonly start: number; readonly end: number } | null {
  const words = wordsOf(line.replace(dash, (found) => ' '.repeat(found.length)));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length < fewest || words.length > 4 || /[\d?]/.test(line)) return null;
  const isName = words.every(
    ({ text, folded, gap, isCapital }, at) =>
      isCapital && (!isNoName(folded) || text.length === 1) && (at === 0 || /^[ .-]{1,2}$/.test(gap)),
  );
  return isName ? { start: first.start, end: last.end } : null;
}
