import { expect, it } from 'vitest';
import { endingOf } from '../../../../src/main/knowledge/generate/ending.ts';

const batches = (count: number, taken: number, known: number) =>
  Array.from({ length: count }, () => ({ asked: 10, taken, known }));

it.each([
  ['goes on while insights come', batches(10, 2, 8), null],
  ['goes on at the beginning, whatever comes', batches(9, 0, 10), null],
  ['is dry when what comes is known', batches(10, 0, 9), 'dry'],
  ['is barren when what comes is of no use', batches(10, 0, 1), 'barren'],
  ['is barren when nothing comes', batches(10, 0, 0), 'barren'],
] as const)('a run %s', (_, recent, ending) => {
  expect(endingOf(recent)).toBe(ending);
});
