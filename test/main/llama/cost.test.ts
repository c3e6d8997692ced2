import { expect, it } from 'vitest';
import { costOf } from '../../../src/main/llama/cost.ts';

const prices = { usdPerGpuSecond: 0.0004, usdPerMillionTokens: { input: 1, output: 3 } };
const usage = { inputTokens: 1_000_000, outputTokens: 500_000 };

it.each([
  ['by the time on the GPU where it is said', { gpuMs: 2_500, usage }, 0.001],
  ['else by tokens', { gpuMs: null, usage }, 2.5],
  ['and nobody knows it where neither is', { gpuMs: null, usage: null }, null],
])('a reply costs %s', (_how, reply, cost) => {
  expect(costOf(reply, prices)).toBe(cost);
});
