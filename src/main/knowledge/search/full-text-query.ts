import type { SignalWord } from './signal.ts';

/** More terms cost time and bring nothing: the best candidates match several. */
const mostTerms = 16;

/**
 * An FTS5 expression that finds rows with any of the words, or null when there are none. Safe for any text: each term
 * is letters and digits in quotes. Only the words that say most are asked for: grammar and the matter of plain
 * questions match half of all rows, and what they would bring the vectors bring as well. `isWide` asks for all words
 * but grammar, for when there are no vectors.
 */
export function fullTextQuery(words: readonly SignalWord[], isWide = false): string | null {
  const topics = words.filter(({ isFunction }) => !isFunction);
  const most = Math.max(...words.map(({ weight }) => weight));
  const least = isWide ? Math.min(most, ...topics.map(({ weight }) => weight)) : most;
  const terms = new Set<string>();
  for (const word of words) {
    if (word.weight < least || terms.size >= mostTerms) continue;
    // Any ending of the root: "malunya" finds "malu", "perpanjangan" finds "perpanjang".
    const hasRoot = word.stem.length >= 4 && word.word.startsWith(word.stem);
    terms.add(hasRoot ? `"${word.stem}"*` : `"${word.word}"`);
    if (!hasRoot || !word.token.startsWith(word.stem)) terms.add(`"${word.token}"`);
  }
  return terms.size === 0 ? null : [...terms].join(' OR ');
}
