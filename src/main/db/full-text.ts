/** Words of a query that are looked at; more would cost time and find nothing better. */
const MOST_WORDS = 16;
/** Letters of a word that are looked at; SQLite refuses patterns without end. */
const LONGEST_WORD = 200;

/** Runs of what FTS5's unicode61 tokenizer keeps: letters, digits, their marks, private use. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{M}\p{Co}]*/gu;

// eslint-disable-next-line no-control-regex -- ASCII is what it names: nothing to decompose there.
const ASCII = /^[\x00-\x7f]*$/;

/** Lower case without accents, for comparing names in memory. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a typed text, first ones first; everything that FTS5 reads as an operator is left out. */
export function words(text: string): string[] {
  return (text.match(WORD) ?? []).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
}

/**
 * An FTS5 query that finds rows with all the words of a typed text, the last one as a prefix. Safe for any text:
 * each word is quoted, so that nothing is an operator. Null when there is no word in it.
 */
export function ftsQuery(text: string): string | null {
  const found = words(text);
  if (found.length === 0) return null;
  return `${found.map((word) => `"${word}"`).join(' AND ')} *`;
}

/** As `ftsQuery`, but rows with any of the words: for text that a model wrote to remember something by. */
export function ftsQueryAny(text: string): string | null {
  const found = words(text);
  return found.length === 0 ? null : found.map((word) => `"${word}"`).join(' OR ');
}
