import { expect, test } from 'vitest';
import { parseShare } from '../../../src/renderer/settings/share.ts';

test('a share is read from none to all, with or without its sign', () => {
  expect(parseShare('0')).toBe(0);
  expect(parseShare('12,5 %')).toBe(12.5);
  expect(parseShare(' 100%')).toBe(100);
});

test.each(['', '101', '-1', 'all', '1 2'])('"%s" is no share', (text) => {
  expect(parseShare(text)).toBeNull();
});
