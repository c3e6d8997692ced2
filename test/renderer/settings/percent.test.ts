import { expect, test } from 'vitest';
import { parsePercent } from '../../../src/renderer/settings/percent.ts';

test('a share is read with a point or a comma, with or without its sign', () => {
  expect(parsePercent('1')).toBe(1);
  expect(parsePercent('0,5 %')).toBe(0.5);
  expect(parsePercent(' 2.5%')).toBe(2.5);
});

test.each(['', '0', '0.05', '21', '100', '-1', 'one', '1 2'])('"%s" is no share that can be set', (text) => {
  expect(parsePercent(text)).toBeNull();
});
