import { expect, it } from 'vitest';
import { readAnswersSet } from '../../../src/main/eval/answers-set.ts';
import { readRetrievalSet } from '../../../src/main/eval/retrieval-set.ts';
import { slugsFor } from '../../../src/main/eval/slugs.ts';

const file = (name: string, ...rows: (object | string)[]) => ({
  name,
  jsonl: rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'),
});
const rowsOf = (jsonl: string) =>
  jsonl
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const variationsOf = (row?: Record<string, unknown>) =>
  (row?.['variations'] ?? []) as readonly { readonly language: string }[];

const shy = {
  id: 'shy',
  text: 'Shy',
  category: 'emotions',
  language: 'id',
  triggers: ['aku malu nanya'],
};
const plain = { text: 'jam buka?', lang: 'id', relevant: [] };

it('maps what a foreign set has of its own, and says so', () => {
  const { insights, idOf, queries, remarks } = readRetrievalSet(
    file(
      'i.jsonl',
      { ...shy, id: 'Shy #1', category: 'Indirect refusal', rating: 3 },
      { ...shy, id: 'shy-1', category: 'feelings', language: 'in' },
      { id: 7, text: 'Italian', category: null, triggers: ['mi vergogno a chiedere'] },
    ),
    file('q.jsonl', { text: 'aku malu', lang: 'id', relevant: ['Shy #1', 7, 7], kind: 'near', note: 'x' }),
  );
  const rows = rowsOf(insights);
  expect(rows.map(({ slug, language }) => [slug, language])).toEqual([
    ['shy-1-2', 'id'],
    ['shy-1', 'id'],
    ['7', 'it'],
  ]);
  // In another spelling it is ours; two unknown ones stay apart.
  expect(rows[0]?.['category']).toBe('indirect_refusal');
  expect(new Set(rows.map(({ category }) => category)).size).toBe(3);
  expect(idOf.get('shy-1-2')).toBe('Shy #1');
  expect(queries).toEqual([
    { line: 1, text: 'aku malu', lang: 'id', kind: 'near', relevant: ['Shy #1', '7'] },
  ]);
  expect(remarks.join('\n')).toMatch(/"feelings" counts as [\s\S]*language of 2 insights/);
});

it.each([
  ['broken JSON', file('i.jsonl', shy, '{"id":'), file('q.jsonl', plain), 'i.jsonl line 2: is not JSON'],
  ['a missing column', file('i.jsonl', { id: 'a' }), file('q.jsonl', plain), 'i.jsonl line 1: text'],
  ['an id twice', file('i.jsonl', shy, shy), file('q.jsonl', plain), 'i.jsonl line 2: shy stands in line 1'],
  [
    'an unknown id',
    file('i.jsonl', shy),
    file('q.jsonl', plain, { ...plain, relevant: ['ghost'] }),
    'q.jsonl line 2: relevant: there is no insight ghost in i.jsonl',
  ],
  ['no rows', file('i.jsonl', shy), file('q.jsonl'), 'q.jsonl holds no rows'],
])('names file and line of %s', (_title, insights, queries, said) => {
  expect(() => readRetrievalSet(insights, queries)).toThrow(said);
});

it('gives every id a slug of its own', () => {
  expect([...slugsFor(['a b', 'a-b', 'A_B', 'è', '😊']).values()]).toEqual([
    'a-b-2',
    'a-b',
    'a-b-3',
    'e',
    'row',
  ]);
});

it('gives a variation whose language cannot be told the one of its neighbours', () => {
  const variations = ['Berapa harganya kak?', 'KITAS?', 'harga dong kak', 'Quanto costa?', 'KITAS KITAP'];
  const { intents, guesses } = readAnswersSet(
    file('i.jsonl', { intent: 'Price!', variations, author: 'x' }),
    file('t.jsonl', { text: 'Quanto?', lang: 'it', intent: 'Price!' }),
  );
  const [row] = rowsOf(intents);
  expect(row?.['intent']).toBe('price');
  expect(variationsOf(row).map(({ language }) => language)).toEqual(['id', 'id', 'id', 'it', 'it']);
  expect(row?.['answers']).toHaveLength(6);
  expect(guesses).toHaveLength(2);
  expect(guesses[0]).toContain('KITAS?');
});

it('keeps the first of a variation that stands in two intents, and says so', () => {
  const { intents, remarks } = readAnswersSet(
    file(
      'i.jsonl',
      { intent: 'a', variations: ['Quanto costa?'] },
      { intent: 'b', variations: [{ language: 'it', text: 'quanto costa?' }, 'Quanto dura?'] },
    ),
    file('t.jsonl', { text: 'Quanto?', lang: 'it', intent: null }),
  );
  expect(rowsOf(intents).map((row) => variationsOf(row).length)).toEqual([1, 1]);
  expect(remarks).toEqual(['i.jsonl: 1 variations of b stand twice; the first ones count.']);
});

const readTest = (row: object) =>
  readAnswersSet(file('i.jsonl', { intent: 'a', variations: ['Quanto costa?'] }), file('t.jsonl', row));

it('wants the intent of every message, null included', () => {
  expect(() => readTest({ text: 'Quanto?', lang: 'it' })).toThrow('t.jsonl line 1: intent');
  expect(() => readTest({ text: 'Quanto?', lang: 'it', intent: 'z' })).toThrow('there is no z in i.jsonl');
  expect(readTest({ text: 'Quanto?', lang: 'it', intent: null }).messages).toHaveLength(1);
});
