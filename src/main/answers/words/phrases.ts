/** Phrases over folded words joined by spaces, and the names they become; an empty name leaves them out. */
export type Phrases = readonly (readonly [RegExp, string])[];

/**
 * Reads phrases written as data: a line at the margin is a name (`-` for none), the indented lines under it are the ways
 * of saying it, as regular expressions over whole words. Blocks are applied in the order they are written.
 */
export function phrasesOf(text: string): Phrases {
  const blocks: { name: string; ways: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    if (/^\S/.test(line)) blocks.push({ name: line.trim() === '-' ? '' : line.trim(), ways: [] });
    else blocks.at(-1)?.ways.push(line.trim());
  }
  return blocks.map(({ name, ways }) => [
    // Sources write plain groups; none of them is looked at one by one.
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${ways.join('|').replace(/\((?!\?)/g, '(?:')})(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    name,
  ]);
}

/** Replaces every phrase, in order. */
export function applyPhrases(line: string, phrases: Phrases): string {
  let said = line;
  for (const [phrase, name] of phrases) said = said.replace(phrase, name);
  return said;
}

/** The whole words that phrases are written with: what a misspelled one may have meant. */
export function wordsOfPhrases(phrases: Phrases): string[] {
  return phrases.flatMap(([{ source }]) => source.match(/(?<![\\\p{L}])\p{L}{4,}(?![\p{L}?*+{\\])/gu) ?? []);
}

/** Words written as data: the first word of a line is the name, the others are called by it. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const line of text.trim().split('\n')) {
    const [name = '', ...words] = line.trim().split(/\s+/);
    for (const word of words) names.set(word, name);
  }
  return names;
}

export const setOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
