import { afterEach, beforeEach, expect, test } from 'vitest';
import { DeskError } from '../../../src/shared/fault.ts';
import { readGeneration } from '../../../src/main/db/generations.ts';
import { listInsights, readInsightBySlug } from '../../../src/main/db/insights.ts';
import { exportInsights, importInsights } from '../../../src/main/knowledge/exchange.ts';
import { openTestDb, testClock, type TestDb } from '../../fixtures/desk.ts';
import { asJsonl, fewInsights, starterPack } from './shelf.ts';

let desk: TestDb;
const clock = testClock();
beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

const [shy] = fewInsights;
const bring = (rows: readonly object[]) => importInsights(desk.db, clock, asJsonl(rows), 'import');

test('takes the whole starter pack', () => {
  const rows = starterPack.trim().split('\n').length;
  expect(importInsights(desk.db, clock, starterPack, 'starter')).toEqual({
    added: rows,
    changed: 0,
    same: 0,
  });
  expect(listInsights(desk.db, { status: 'live' })).toHaveLength(rows);
});

test('changes nothing, the generation included, when the same file comes again', () => {
  importInsights(desk.db, clock, starterPack, 'starter');
  const generation = readGeneration(desk.db, 'insights');
  expect(importInsights(desk.db, clock, starterPack, 'import')).toMatchObject({ added: 0, changed: 0 });
  expect(readGeneration(desk.db, 'insights')).toBe(generation);
});

test('takes back what it exported, unchanged, also in a new data folder', () => {
  importInsights(desk.db, clock, starterPack, 'starter');
  bring([{ ...shy, status: 'review' }]);
  const exported = exportInsights(desk.db);
  expect(importInsights(desk.db, clock, exported, 'import')).toMatchObject({ added: 0, changed: 0 });
  const other = openTestDb();
  importInsights(other.db, clock, exported, 'import');
  expect(exportInsights(other.db)).toBe(exported);
  other.cleanUp();
});

test('exports nothing as an empty text', () => {
  expect(exportInsights(desk.db)).toBe('');
});

test('adds, changes and leaves in one go, by slug', () => {
  bring(fewInsights);
  const count = bring([{ ...shy, text: 'Another reading' }, fewInsights[1] ?? {}, { ...shy, slug: 'third' }]);
  expect(count).toEqual({ added: 1, changed: 1, same: 1 });
  expect(readInsightBySlug(desk.db, 'shy-about-asking')?.text).toBe('Another reading');
});

test('imports nothing when one line is bad, and names every bad line', () => {
  const lines = [
    JSON.stringify(shy),
    'not json',
    '',
    JSON.stringify({ ...shy, slug: 'second', category: 'weather' }),
    JSON.stringify({ ...shy, slug: 'third', trigger: [] }),
    JSON.stringify({ ...shy, slug: undefined }),
    JSON.stringify({ ...shy, slug: 'Not A Slug' }),
    JSON.stringify(shy),
  ];
  const failure = () => importInsights(desk.db, clock, lines.join('\r\n'), 'import');
  expect(failure).toThrow(DeskError);
  expect(failure).toThrow(
    /Line 2: is not JSON\nLine 4: category:.*\nLine 5: .*trigger.*\nLine 6: .*slug is missing\nLine 7: slug:.*\nLine 8: .*line 1 already/,
  );
  expect(listInsights(desk.db)).toEqual([]);
  expect(readGeneration(desk.db, 'insights')).toBe(0);
});

test('shows twenty bad lines at most', () => {
  expect(() => importInsights(desk.db, clock, 'x\n'.repeat(50), 'import')).toThrow(
    /Line 20: .*\n… and 30 more$/,
  );
});

test('accepts a byte order mark, double phrases and a row without phrases', () => {
  const { triggers: _triggers, guidance: _guidance, ...bare } = { ...shy, slug: 'bare' };
  importInsights(
    desk.db,
    clock,
    `\uFEFF${asJsonl([{ ...shy, triggers: ['aku malu', 'aku malu '] }, bare])}`,
    'import',
  );
  expect(readInsightBySlug(desk.db, 'shy-about-asking')?.triggers).toEqual(['aku malu']);
  expect(readInsightBySlug(desk.db, 'bare')).toMatchObject({ triggers: [], guidance: '' });
});
