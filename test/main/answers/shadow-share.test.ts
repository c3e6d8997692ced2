import { expect, it } from 'vitest';
import { isShadowed } from '../../../src/main/answers/shadow-share.ts';

const ids = Array.from({ length: 4_000 }, (_, at) => `reply-${at}`);
const chosen = (percent: number, byIntent: Record<string, number> = {}) =>
  ids.filter((id) => isShadowed(id, 'office-hours', { percent, byIntent }));

it('chooses about the share that is set, the same replies every time, and more of them as it grows', () => {
  expect(chosen(0)).toEqual([]);
  expect(chosen(100)).toEqual(ids);
  const tenth = chosen(10);
  expect(tenth.length).toBeGreaterThan(320);
  expect(tenth.length).toBeLessThan(480);
  expect(chosen(10)).toEqual(tenth);
  const more = new Set(chosen(20));
  expect(tenth.every((id) => more.has(id))).toBe(true);
});

it('lets a question have its own share, also none', () => {
  expect(chosen(100, { 'office-hours': 0 })).toEqual([]);
  expect(chosen(0, { 'office-hours': 100 })).toEqual(ids);
  expect(chosen(0, { other: 100 })).toEqual([]);
});
