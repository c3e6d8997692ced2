import { expect, test } from 'vitest';
import { slipFinder } from '../../../src/main/text/slips.ts';

const find = slipFinder(['malu', 'documenti', 'fregatura', 'keluhan', 'fare']);

test.each([
  ['docuemnti', 'documenti'],
  ['documeti', 'documenti'],
  ['documentii', 'documenti'],
  ['documentu', 'documenti'],
  ['fregatuar', 'fregatura'],
  ['mallu', 'malu'],
])('takes %s for a slip of %s', (slip, word) => {
  expect(find(slip)).toBe(word);
});

test.each(['mare', 'ganguan', 'cocumenti', 'documentazione', 'mal'])('finds no word for %s', (word) => {
  expect(find(word)).toBeNull();
});
