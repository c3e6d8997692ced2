import { afterEach, beforeEach, expect, test } from 'vitest';
import { generationReader, readGeneration } from '../../../src/main/db/generations.ts';
import { openInsightSearch } from '../../../src/main/db/insight-search.ts';
import {
  countLiveInsights,
  listInsights,
  readInsight,
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
});
afterEach(() => desk.cleanUp());

const draft: InsightDraft = {
  slug: 'aku-malu',
  text: 'Feels exposed when asking',
  guidance: 'Reassure first.',
  category: 'emotions',
  language: 'id',
  triggers: ['aku malu', 'malu nih'],
};

function added(changes: Partial<InsightDraft> = {}) {
  saveInsight(desk.db, 1_000, { ...draft, ...changes }, 'starter');
  const insight = readInsightBySlug(desk.db, changes.slug ?? draft.slug);
  if (!insight) throw new Error('not kept');
  return insight;
}

test('keeps everything about an insight, its phrases in order', () => {
  const insight = added();
  expect(readInsight(desk.db, insight.id)).toEqual({
    ...draft,
    id: insight.id,
    status: 'live',
    source: 'starter',
    createdAt: 1_000,
    updatedAt: 1_000,
  });
});

test('writes nothing when the same insight is saved again', () => {
  added();
  const generation = readGeneration(desk.db, 'insights');
  expect(saveInsight(desk.db, 2_000, { ...draft, triggers: ['malu nih', 'aku malu'] }, 'import')).toBe(
    'same',
  );
  expect(readGeneration(desk.db, 'insights')).toBe(generation);
  expect(readInsightBySlug(desk.db, 'aku-malu')?.updatedAt).toBe(1_000);
});

test('changes phrases without touching those that stay, and keeps the source', () => {
  const insight = added();
  const idOf = () => desk.db.prepare('SELECT id FROM triggers WHERE phrase = ?').pluck().get('aku malu');
  const before = idOf();
  expect(saveInsight(desk.db, 2_000, { ...draft, triggers: ['aku malu', 'sungkan'] }, 'import')).toBe(
    'changed',
  );
  expect(idOf()).toBe(before);
  expect(readInsight(desk.db, insight.id)).toMatchObject({
    triggers: ['aku malu', 'sungkan'],
    source: 'starter',
    createdAt: 1_000,
    updatedAt: 2_000,
  });
});

test('keeps the status of a known insight unless the draft says otherwise', () => {
  const insight = added();
  setInsightStatus(desk.db, 2_000, insight.id, 'retired');
  saveInsight(desk.db, 3_000, { ...draft, text: 'Another text' }, 'import');
  expect(readInsight(desk.db, insight.id)?.status).toBe('retired');
  saveInsight(desk.db, 4_000, { ...draft, status: 'live' }, 'import');
  expect(readInsight(desk.db, insight.id)?.status).toBe('live');
});

test('counts a generation for every kind of change, and none for reading', () => {
  const generation = generationReader(desk.db, 'insights');
  const seen = [generation()];
  const insight = added();
  seen.push(generation());
  saveInsight(desk.db, 2_000, { ...draft, triggers: ['aku malu'] }, 'import');
  seen.push(generation());
  setInsightStatus(desk.db, 3_000, insight.id, 'review');
  seen.push(generation());
  removeInsight(desk.db, insight.id);
  seen.push(generation());
  expect(new Set(seen).size).toBe(5);
  expect(seen).toEqual(seen.slice().sort((left, right) => left - right));
  listInsights(desk.db);
  expect(generation()).toBe(seen.at(-1));
});

test('lists by status, category and language together', () => {
  added();
  added({ slug: 'other-category', category: 'trust' });
  added({ slug: 'other-language', language: 'it' });
  added({ slug: 'other-status', status: 'review' });
  expect(listInsights(desk.db).map(({ slug }) => slug)).toHaveLength(4);
  const filter = { status: 'live', category: 'emotions', language: 'id' } as const;
  expect(listInsights(desk.db, filter).map(({ slug }) => slug)).toEqual(['aku-malu']);
  expect(countLiveInsights(desk.db)).toBe(3);
});

test('says whether an insight to change or remove exists', () => {
  const { id } = added();
  expect(setInsightStatus(desk.db, 2, 'nobody', 'live')).toBe(false);
  expect(removeInsight(desk.db, 'nobody')).toBe(false);
  expect(removeInsight(desk.db, id)).toBe(true);
  expect(readInsight(desk.db, id)).toBeUndefined();
  expect(desk.db.prepare('SELECT count(*) FROM triggers').pluck().get()).toBe(0);
});

test('searches live insights only', () => {
  const live = added();
  added({ slug: 'waiting', status: 'review', triggers: ['malu sekali'] });
  const search = openInsightSearch(desk.db);
  expect(search.inTriggers('"malu"', 10).map(({ insightId }) => insightId)).toEqual([live.id, live.id]);
  expect(search.inTexts('"exposed"', 10).map(({ insightId }) => insightId)).toEqual([live.id]);
});
