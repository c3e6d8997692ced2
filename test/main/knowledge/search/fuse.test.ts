import { expect, test } from 'vitest';
import {
  backgroundOf,
  calibrate,
  combine,
  fuseRanks,
  judge,
} from '../../../../src/main/knowledge/search/fuse.ts';
import { fullTextQuery } from '../../../../src/main/knowledge/search/full-text-query.ts';
import { parseLexicon } from '../../../../src/main/knowledge/embed/lexicon.ts';
import { signalWords } from '../../../../src/main/knowledge/search/signal.ts';

test('ranks first what several lists name, and gives 1 to what leads them all', () => {
  const fused = fuseRanks([
    ['a', 'b', 'c'],
    ['a', 'c'],
  ]);
  expect(fused.get('a')).toBeCloseTo(1);
  expect(fused.get('c')).toBeGreaterThan(fused.get('b') ?? 1);
});

test('counts an id once per list, however often it stands in it', () => {
  expect(fuseRanks([['a', 'a', 'b']])).toEqual(fuseRanks([['a', 'b']]));
});

test('calibrates against what unrelated items score, whatever the embedder', () => {
  expect(calibrate(0.3, 0.3)).toBe(0);
  expect(calibrate(1, 0.3)).toBe(1);
  expect(calibrate(0.9, 0.8)).toBeCloseTo(calibrate(0.5, 0), 5);
  expect(backgroundOf([0.9, 0.5, 0.2, 0.1])).toBeCloseTo(0.1);
  expect(backgroundOf([])).toBe(0);
});

test('words and vectors together are more than either, and never more than 1', () => {
  expect(combine(0.6, 0.6, 0)).toBeGreaterThan(combine(0.6, 0, 0));
  expect(combine(0.6, 0.6, 0)).toBeGreaterThan(combine(0, 0.6, 0));
  expect(combine(1, 1, 1)).toBeLessThanOrEqual(1);
  expect(combine(0, 0, 1)).toBe(0);
});

test('takes the best above the floor, two of a category at most, and says what kept the others out', () => {
  const rows = [
    { score: 0.5, category: 'trust' as const },
    { score: 0.9, category: 'emotions' as const },
    { score: 0.8, category: 'emotions' as const },
    { score: 0.7, category: 'emotions' as const },
    { score: 0.3, category: 'money' as const },
  ];
  const verdicts = (limit: number) =>
    judge(rows, 0.4, limit).map(({ item, verdict }) => `${item.score} ${verdict}`);
  expect(verdicts(5)).toEqual(['0.9 taken', '0.8 taken', '0.7 category', '0.5 taken', '0.3 floor']);
  expect(verdicts(1)).toEqual(['0.9 taken', '0.8 limit', '0.7 limit', '0.5 limit', '0.3 floor']);
});

const lexicon = parseLexicon(['price\tplain\tharga']);
const query = (text: string) => fullTextQuery(signalWords(text, lexicon));

test('asks for the words that say most, by root, and for grammar only when there is nothing else', () => {
  expect(query('harga malunya')).toBe('"malu"*');
  expect(query('harga ya')).toBe('"harg"*');
  expect(query('yang ini')).toBe('"yang"* OR "ini"');
  expect(query('?! 👍')).toBeNull();
});

test('keeps a query of bounded length out of any text', () => {
  const long = Array.from({ length: 500 }, (_, at) => `kata${String.fromCharCode(97 + (at % 26))}${at}`).join(
    ' ',
  );
  expect(query(long)?.split(' OR ').length).toBeLessThanOrEqual(18);
});
