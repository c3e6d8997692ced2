import { expect, test } from 'vitest';
import { idsAt, packRowIds, rowsOfInsight } from '../../../../src/main/knowledge/index/row-ids.ts';
import type { ItemIds } from '../../../../src/main/knowledge/index/vector-index.ts';

const rows: ItemIds[] = [
  { insightId: 'a', triggerId: null },
  { insightId: 'b', triggerId: null },
  { insightId: 'b', triggerId: 'x' },
  { insightId: 'b', triggerId: 'çà' },
  { insightId: 'd', triggerId: 'only a phrase' },
];

test('gives back whose row each one is', () => {
  const ids = packRowIds(rows);
  expect(rows.map((_, row) => idsAt(ids, row))).toEqual(rows);
});

test('finds the rows of an insight', () => {
  const ids = packRowIds(rows);
  const found = ['a', 'b', 'd', 'c', '', 'e'].map((insightId) => rowsOfInsight(ids, insightId));
  expect(found).toEqual([[0], [1, 2, 3], [4], [], [], []]);
  expect(rowsOfInsight(packRowIds([]), 'a')).toEqual([]);
});

test('refuses rows in another order, in which insights would not be found', () => {
  expect(() => packRowIds(rows.slice().reverse())).toThrow(RangeError);
});
