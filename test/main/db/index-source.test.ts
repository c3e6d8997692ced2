import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  forgetRemovedInsights,
  readIndexChanges,
  readIndexSource,
} from '../../../src/main/db/index-source.ts';
import {
  readInsightBySlug,
  removeInsight,
  saveInsight,
  setInsightStatus,
  type InsightDraft,
} from '../../../src/main/db/insights.ts';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
beforeEach(() => {
  desk = openTestDb();
  for (const slug of ['first', 'second', 'third']) save(slug, ['aku malu', 'sungkan']);
});
afterEach(() => desk.cleanUp());

function save(slug: string, triggers: readonly string[], patch: Partial<InsightDraft> = {}): void {
  const draft = {
    text: `Text of ${slug}`,
    guidance: '',
    category: 'emotions',
    language: 'id',
    ...patch,
  } as const;
  saveInsight(desk.db, 1, { ...draft, slug, triggers }, 'consultant');
}

const idOf = (slug: string) => readInsightBySlug(desk.db, slug)?.id ?? '';
const now = () => readIndexSource(desk.db).generation;
const changesSince = (generation: number, most = 10) => readIndexChanges(desk.db, generation, most);

test('gives the texts of live insights by insight, its own text first', () => {
  setInsightStatus(desk.db, 2, idOf('second'), 'review');
  const { texts } = readIndexSource(desk.db);
  expect(texts.map(({ text }) => text)).toEqual([
    'Text of first',
    'aku malu',
    'sungkan',
    'Text of third',
    'aku malu',
    'sungkan',
  ]);
  const ids = texts.map(({ insightId }) => insightId);
  expect(ids).toEqual(ids.slice().sort());
});

test.each<[string, () => void, string[]]>([
  [
    'a changed text',
    () => save('second', ['aku malu', 'sungkan'], { text: 'New' }),
    ['New', 'aku malu', 'sungkan'],
  ],
  [
    'an added phrase',
    () => save('second', ['aku malu', 'sungkan', 'isin']),
    ['Text of second', 'aku malu', 'sungkan', 'isin'],
  ],
  ['a removed phrase', () => save('second', ['sungkan']), ['Text of second', 'sungkan']],
  ['a status', () => setInsightStatus(desk.db, 2, idOf('second'), 'retired'), []],
  ['a deletion', () => removeInsight(desk.db, idOf('second')), []],
])('tells of %s, and of nothing else', (_what, change, texts) => {
  const before = now();
  const insightId = idOf('second');
  change();
  const changed = changesSince(before);
  expect(changed?.generation).toBe(now());
  expect(changed?.changes).toHaveLength(1);
  const [only] = changed?.changes ?? [];
  expect(only?.insightId).toBe(insightId);
  expect(only?.texts.map(({ text }) => text)).toEqual(texts);
  expect(changesSince(now())?.changes).toEqual([]);
});

test('gives up where more changed than is worth taking one by one', () => {
  expect(changesSince(0, 3)?.changes).toHaveLength(3);
  expect(changesSince(0, 2)).toBeNull();
});

test('forgets what went before an index was built, and only that', () => {
  const before = now();
  const insightIds = [idOf('first'), idOf('second')];
  removeInsight(desk.db, idOf('first'));
  const between = now();
  removeInsight(desk.db, idOf('second'));
  forgetRemovedInsights(desk.db, between);
  expect(changesSince(before)?.changes.map(({ insightId }) => insightId)).toEqual(insightIds.slice(1));
  expect(changesSince(0)?.changes).toHaveLength(2);
});
