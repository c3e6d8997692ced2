import { expect, it } from 'vitest';
import { costOf, createTally } from '../../../src/main/chat/tally.ts';

const price = { input: 2, output: 10, cacheRead: 0.1, cacheWrite: 2.5 };
const usage = { input: 1_000, output: 200, cacheRead: 5_000, cacheWrite: 400 };

it('prices each kind of token on its own', () => {
  // 1,000 x 2 + 200 x 10 + 5,000 x 0.1 + 400 x 2.5 = 5,500 per million.
  expect(costOf(usage, price)).toBeCloseTo(0.0055, 12);
});

it('sums requests to several models', () => {
  const tally = createTally({ a: price, b: { ...price, input: 4 } });
  tally.add('a', usage);
  tally.add('b', usage);
  tally.add('b', null);
  expect(tally.usage()).toEqual({ input: 2_000, output: 400, cacheRead: 10_000, cacheWrite: 800 });
  expect(tally.costUsd()).toBeCloseTo(0.013, 12);
});

it('knows no cost when one of the models has no price, and none before anything was used', () => {
  const tally = createTally({ a: price });
  expect([tally.usage(), tally.costUsd()]).toEqual([null, null]);
  tally.add('a', usage);
  tally.add('toString', usage);
  expect(tally.costUsd()).toBeNull();
});
