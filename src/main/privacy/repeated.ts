import { isNoName } from './names/lists.ts';
import { foldName, type Word } from './names/words.ts';
import type { PersonalSpan, PersonalType, Reading } from './personal.ts';

/** What was found, by what it says. */
export type Values = ReadonlyMap<string, PersonalType>;

/**
 * What was found once is hidden wherever it stands: the same name without its title, the same number without the word that told what it is.
 * `told`: what was found in other texts. One pass over the words and one over what begins like something found.
 */
export function findRepeated(
  { text, words }: Reading,
  found: readonly PersonalSpan[],
  told: Values,
): PersonalSpan[] {
  const values = new Map([...told, ...valuesOf(text, found)]);
  return [...repeatedNames(words, text, found), ...repeatedValues(text, values)];
}

/** Long values do not stand twice by chance, and very short ones do. */
export function valuesOf(text: string, found: readonly PersonalSpan[]): Values {
  return new Map(found.filter(isFit).map((span) => [text.slice(span.start, span.end), span.type] as const));
}

/** The parts of a name that was found, with a capital as it had. */
function repeatedNames(words: readonly Word[], text: string, found: readonly PersonalSpan[]): PersonalSpan[] {
  const parts = new Set(
    found
      .filter(({ type }) => type === 'name')
      .flatMap(({ start, end }) => text.slice(start, end).split(/[\s.]+/))
      .filter((part) => part.length > 2 && /^\p{Lu}/u.test(part) && !isNoName(foldName(part))),
  );
  if (parts.size === 0) return [];
  return words.filter((word) => parts.has(word.text)).map(({ start, end }) => ({ start, end, type: 'name' }));
}

/** So much of a value is looked up at a place in the text. */
const HEAD = 3;
const LONGEST = 80;

const isFit = ({ start, end }: PersonalSpan): boolean => end - start >= HEAD && end - start <= LONGEST;

function repeatedValues(text: string, values: Values): PersonalSpan[] {
  const lengths = new Map<string, Set<number>>();
  for (const value of values.keys()) {
    const head = value.slice(0, HEAD);
    lengths.set(head, (lengths.get(head) ?? new Set()).add(value.length));
  }
  const spans: PersonalSpan[] = [];
  for (let at = 0; at + HEAD <= text.length; at++) {
    if (isInWord(text, at)) continue;
    for (const length of lengths.get(text.slice(at, at + HEAD)) ?? []) {
      const type = values.get(text.slice(at, at + length));
      if (type !== undefined && !isInWord(text, at + length))
        spans.push({ start: at, end: at + length, type });
    }
  }
  return spans;
}

/** A place between two letters or digits. */
function isInWord(text: string, at: number): boolean {
  return isLetter(text[at - 1]) && isLetter(text[at]);
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\d]/u.test(char);
