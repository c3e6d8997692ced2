/** Shorter words are a slip away from too many others, and a doubled letter away from few. */
const shortest = 6;
const shortestDoubled = 4;

/** Finds the known word that an unknown one is a slip of; null when there is none. */
export type FindSlip = (word: string) => string | null;

/**
 * Takes as a slip one letter missing, added, changed, or two swapped, in words of six letters and more, the first letter
 * being right; and letters doubled or not in shorter ones ("mallu").
 */
export function slipFinder(words: Iterable<string>): FindSlip {
  const shelves = new Map<string, string[]>();
  const undoubled = new Map<string, string>();
  for (const word of words) {
    if (word.length < shortestDoubled || !/^\p{L}+$/u.test(word)) continue;
    undoubled.set(withoutDoubles(word), word);
    const shelf = shelves.get(shelfOf(word, word.length));
    if (shelf) shelf.push(word);
    else shelves.set(shelfOf(word, word.length), [word]);
  }
  return (word) => {
    if (word.length < shortestDoubled) return null;
    const doubled = undoubled.get(withoutDoubles(word));
    if (doubled) return doubled;
    if (word.length < shortest) return null;
    for (const length of [word.length, word.length + 1, word.length - 1])
      for (const known of shelves.get(shelfOf(word, length)) ?? []) if (isOneSlip(word, known)) return known;
    return null;
  };
}

const withoutDoubles = (word: string): string => word.replace(/(\p{L})\1/gu, '$1');
const shelfOf = (word: string, length: number): string => `${word[0]}${length}`;

function isOneSlip(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  const isChanged = short.slice(start + 1) === long.slice(start + 1);
  const isSwapped =
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2);
  return isChanged || isSwapped;
}
