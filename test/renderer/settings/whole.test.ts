import { expect, test } from 'vitest';
import { parseWhole } from '../../../src/renderer/settings/whole.ts';

test('a whole number is read up to its bounds', () => {
  expect(parseWhole('0', 0, 23)).toBe(0);
  expect(parseWhole('23', 0, 23)).toBe(23);
  expect(parseWhole('1000', 1)).toBe(1_000);
});

test.each(['', '-1', '24', '2.5', 'two', 'Infinity'])('"%s" is no whole number from 0 to 23', (text) => {
  expect(parseWhole(text, 0, 23)).toBeNull();
});
