import { expect, test } from 'vitest';
import { levelOf } from '../../../src/renderer/jobs/budget-level.ts';
import { mergeRows } from '../../../src/renderer/jobs/jobs-store.ts';
import { progressOf } from '../../../src/renderer/jobs/progress.ts';
import { resultOf } from '../../../src/renderer/jobs/result.ts';
import { inCurrency } from '../../../src/renderer/settings/in-currency.ts';
import type { JobRow } from '../../../src/shared/job.ts';
import { aRow } from '../job-row.ts';

const row = (id: string, createdAt: number, changes: Partial<JobRow> = {}): JobRow =>
  aRow({ id, createdAt, ...changes });
const shown = (hasMore: boolean) => ({
  rows: [row('c', 3), row('b', 2)],
  state: 'waiting' as const,
  kind: null,
  hasMore,
});
const levelAt = (spent: number, budget: number | null) => levelOf({ spent, budget });
const ids = (rows: readonly JobRow[]) => rows.map(({ id }) => id);

test('a job that changed stands in its place, one of another state leaves, a new one comes where it belongs', () => {
  const merged = mergeRows(shown(false), [
    row('b', 2, { waitsFor: 'x' }),
    row('c', 3, { state: 'running' }),
    row('d', 4),
    row('a', 1),
    row('e', 5, { state: 'done' }),
  ]);
  expect(ids(merged)).toEqual(['d', 'b', 'a']);
  expect(merged[1]?.waitsFor).toBe('x');
});

test('a job that is older than the last one shown comes with its page', () => {
  expect(ids(mergeRows(shown(true), [row('a', 1), row('d', 4), row('b', 2)]))).toEqual(['d', 'c', 'b']);
});

test('jobs of another kind than the chosen one stay away', () => {
  expect(ids(mergeRows({ ...shown(false), kind: 'other' }, [row('d', 4)]))).toEqual(['c', 'b']);
});

test('a budget is nearly spent from four fifths on, and one of nothing is spent at once', () => {
  expect([levelAt(1.59, 2), levelAt(1.6, 2), levelAt(2, 2), levelAt(0, 0), levelAt(99, null)]).toEqual([
    'fine',
    'soon',
    'spent',
    'spent',
    'fine',
  ]);
});

test('progress is shown where a kind tells it in numbers', () => {
  expect(progressOf({ progress: { done: 3, of: 12, phase: 'asking' } })).toEqual({
    done: 3,
    of: 12,
    now: null,
  });
  expect(
    [null, 'x', { done: 3 }, { done: 3, of: 0 }, { done: NaN, of: 2 }].map((progress) =>
      progressOf({ progress }),
    ),
  ).toEqual(Array(5).fill(null));
});

test('a budget keeps its worth in another currency', () => {
  const budget = { perUsd: 0.86, budgetPerDay: 2, budgetPerMonth: null };
  expect(inCurrency(budget, 'IDR', 16_600)).toEqual({
    currency: 'IDR',
    perUsd: 16_600,
    budgetPerDay: 39_000,
    budgetPerMonth: null,
  });
});

test('what came of a job is read where its kind says it in numbers, and nowhere else', () => {
  const result = { taken: 3, rejected: 2, reasons: { figure: 2, odd: 'x' }, because: null };
  expect(resultOf({ result })).toEqual({ taken: 3, rejected: 2, reasons: [['figure', 2]], because: null });
  expect(resultOf({ result: { taken: 0, rejected: 0, because: 'It has enough answers.' } })).toMatchObject({
    because: 'It has enough answers.',
    reasons: [],
  });
  for (const other of [null, 'text', ['generate'], { passed: 3, rejected: 2 }])
    expect(resultOf({ result: other })).toBeNull();
});
