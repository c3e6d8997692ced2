import { expect, test } from 'vitest';
import { fullTextQuery } from '../../../../src/main/knowledge/search/full-text-query.ts';
import { featureId } from '../../../../src/main/knowledge/search/profile.ts';
import { readWords } from '../../../../src/main/text/lexicon/read-words.ts';

const query = (text: string, rarity: (id: number) => number = () => 1, isWide = false) =>
  fullTextQuery(readWords(text), rarity, isWide);

test('asks for words by their root, and for grammar only when there is nothing else', () => {
  expect(query('yang malunya')).toBe('"malu"*');
  expect(query('yang ini')).toBe('"yang"* OR "ini"');
  expect(query('?! 👍')).toBeNull();
});

test('asks for the rarest words only, for more of them when words alone decide', () => {
  const words = 'alfaromeo betagamma centopelle dodecafono estremadura ferragosto gelataio';
  const common = new Set([featureId('w:~alfarome'), featureId('w:~betagamm')]);
  const rarity = (id: number) => (common.has(id) ? 0.1 : 1);
  const narrow = query(words, rarity)?.split(' OR ') ?? [];
  expect(narrow).toHaveLength(3);
  expect(narrow.join()).not.toMatch(/alfa|beta/);
  expect(query(words, rarity, true)?.split(' OR ')).toHaveLength(7);
});

test('keeps a query of bounded length out of any text', () => {
  const long = Array.from({ length: 500 }, (_, at) => `kata${String.fromCharCode(97 + (at % 26))}${at}`).join(
    ' ',
  );
  expect(query(long, () => 1, true)?.split(' OR ').length).toBeLessThanOrEqual(24);
});
