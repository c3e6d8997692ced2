import { stemWord } from '../../text/tokens.ts';
import type { ReadWord } from '../../text/lexicon/read-words.ts';
import type { Rarity } from './heard.ts';
import { featureId } from './profile.ts';

/** More terms cost time and bring nothing: the best candidates have several of the rare ones. */
const mostTerms = 3;
const mostWideTerms = 12;

/**
 * An FTS5 expression that finds rows with any of the words, or null when there are none. Safe for any text: each term
 * is letters and digits in quotes. Only the rarest words are asked for, since FTS5 ranks every row that a word is in and common
 * ones are in half of them. `isWide` asks for more, for when words alone decide.
 */
export function fullTextQuery(words: readonly ReadWord[], rarity: Rarity, isWide = false): string | null {
  const topics = words.filter(({ isFunction, word }) => !isFunction && word.length > 1);
  const asked = topics.length > 0 ? topics : words;
  const ranked = asked
    // By the language in which it is commonest: the root that another would give it is in no insight.
    .map((word) => ({
      word,
      rarity: Math.min(...rootsOf(word).map((root) => rarity(featureId(`w:${root}`)))),
    }))
    .sort((left, right) => right.rarity - left.rarity)
    .slice(0, isWide ? mostWideTerms : mostTerms);
  const terms = new Set<string>();
  for (const { word } of ranked) {
    const stem = stemWord(word.word);
    // Any ending of the root: "malunya" finds "malu", "perpanjangan" finds "perpanjang".
    const hasRoot = stem.length >= 4 && word.word.startsWith(stem);
    terms.add(hasRoot ? `"${stem}"*` : `"${word.word}"`);
    if (!hasRoot || !word.token.startsWith(stem)) terms.add(`"${word.token}"`);
  }
  return terms.size === 0 ? null : [...terms].join(' OR ');
}

function rootsOf({ keys }: ReadWord): string[] {
  return Object.values(keys).map((list) => list.at(-1) ?? '');
}
