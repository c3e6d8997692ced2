import { expect, it } from 'vitest';
import { overlap, shared } from '../../../src/main/text/overlap.ts';

const words = (text: string) => new Set(text.split(' ').filter(Boolean));

it.each([
  ['a b c', 'b c d', 2, 0.5],
  ['a b', 'a b', 2, 1],
  ['a', 'b', 0, 0],
  ['', 'a', 0, 0],
  ['', '', 0, 0],
])('what "%s" and "%s" have in common is %d, of all that either has %d', (one, other, both, share) => {
  expect(shared(words(one), words(other))).toBe(both);
  expect(overlap(words(one), words(other))).toBe(share);
});
