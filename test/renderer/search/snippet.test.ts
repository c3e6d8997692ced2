import { expect, test } from 'vitest';
import { snippetParts } from '../../../src/renderer/search/snippet.ts';

const plain = (snippet: string) => snippetParts(snippet).map(({ text, isMatch }) => [text, isMatch]);

test('what matched is told apart from what stands around it', () => {
  expect(plain('il \uE000perm\uE001esso')).toEqual([
    ['il ', false],
    ['perm', true],
    ['esso', false],
  ]);
});

test('a snippet without marks is one part, an empty one none', () => {
  expect(plain('ciao')).toEqual([['ciao', false]]);
  expect(plain('')).toEqual([]);
});

test('marks without a partner do no harm and are never shown', () => {
  expect(plain('a\uE001b\uE000c')).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
  ]);
});

test('parts have keys of their own', () => {
  const keys = snippetParts('\uE000a\uE001\uE000a\uE001 a').map(({ at }) => at);
  expect(new Set(keys).size).toBe(keys.length);
});
