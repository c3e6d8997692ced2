import { expect, test } from 'vitest';
import { parsePrice } from '../../../src/renderer/settings/price.ts';

test('an amount is read with a point or a comma', () => {
  expect(parsePrice(' 0,125 ')).toBe(0.125);
  expect(parsePrice('2.5')).toBe(2.5);
  expect(parsePrice('10')).toBe(10);
});

test.each(['', '-1', '1.2.3', '1e9', 'abc', '1,000.5', 'Infinity'])('"%s" is no amount', (text) => {
  expect(parsePrice(text)).toBeNull();
});
