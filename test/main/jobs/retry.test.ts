import { expect, it } from 'vitest';
import { backoffMs, pollMs } from '../../../src/main/jobs/retry.ts';

const looks = (phase: 'queued' | 'running') =>
  [0, 5_000, 60_000, 240_000, 3_600_000].map((out) => pollMs(phase, out, () => 0.5));

it('waits longer after each failure, up to half an hour, never less than half of it', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backoffMs(failures, () => 0));
  expect(longest).toEqual([5_000, 15_000, 45_000, 135_000, 405_000, 1_215_000, 1_800_000, 1_800_000]);
  expect(backoffMs(2, () => 0.5)).toBe(11_250);
  expect(backoffMs(2, () => 1)).toBe(7_500);
});

it('looks after a request more seldom the longer it takes, and more often where it is being worked on', () => {
  expect(looks('queued')).toEqual([1_000, 1_000, 6_000, 24_000, 30_000]);
  expect(looks('running')).toEqual([1_000, 1_000, 6_000, 10_000, 10_000]);
  // The clock was put back.
  expect(pollMs('queued', -86_400_000, () => 0)).toBe(900);
});

it('looks some forty times at a cold start of ten minutes', () => {
  let looks = 0;
  for (let at = 0; at < 600_000; looks += 1) at += pollMs('queued', at, () => 0.5);
  expect(looks).toBeGreaterThan(30);
  expect(looks).toBeLessThan(60);
});
