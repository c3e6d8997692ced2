import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDb } from '../../../../src/main/db/open.ts';
import {
  readInsightBySlug,
  removeInsight,
  saveInsight,
  setInsightStatus,
  type InsightDraft,
} from '../../../../src/main/db/insights.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import type { Embedder } from '../../../../src/main/knowledge/embed/embedder.ts';
import type { LiveIndex } from '../../../../src/main/knowledge/index/live-index.ts';
import { seededRandom } from '../../../fixtures/random.ts';
import { openShelf, patience, starterPack, type Shelf } from '../shelf.ts';
import { everythingAnew, everythingOf, openBareIndex } from './bare-index.ts';

let shelf: Shelf;
let indexes: LiveIndex[];
beforeEach(() => {
  shelf = openShelf(starterPack);
  indexes = [];
});
afterEach(async () => {
  for (const index of indexes) await index.close();
  await shelf.clear();
});

const embedder = builtinEmbedder(shippedLexicon);

function openIndex(parts: Parameters<typeof openBareIndex>[1] = {}): LiveIndex {
  const index = openBareIndex(shelf, parts);
  indexes.push(index);
  return index;
}

const draft: InsightDraft = {
  slug: 'new-one',
  text: 'Weaves baskets of pandan',
  guidance: '',
  category: 'emotions',
  language: 'en',
  triggers: ['my looms are broken', 'zigzag weaving'],
};
const save = (patch: Partial<InsightDraft>) =>
  saveInsight(shelf.db, shelf.clock.now(), { ...draft, ...patch }, 'consultant');
const idOf = (slug: string) => readInsightBySlug(shelf.db, slug)?.id ?? '';

async function nearest(index: LiveIndex, text: string, limit = 5) {
  await index.freshen();
  const served = index.current();
  const [vector] = await embedder.embed([text], 'query');
  return served && vector ? served.query(vector, limit) : [];
}

test('a new insight is found by its text and each phrase before any build', async () => {
  const index = openIndex();
  await index.ready();
  save({});
  for (const text of [draft.text, ...draft.triggers]) {
    const [hit] = await nearest(index, text);
    expect(hit?.insightId).toBe(idOf(draft.slug));
    expect(hit?.score).toBeCloseTo(1, 5);
  }
  expect(index.status()).toMatchObject({ state: 'ready' });
  expect(index.status().builtGeneration).toBeLessThan(index.status().generation);
});

test.each<[string, () => void, string]>([
  ['a phrase that was taken away', () => save({ triggers: ['zigzag weaving'] }), 'my looms are broken'],
  ['a text that was replaced', () => save({ text: 'Speaks of the weather' }), draft.text],
  [
    'an insight that was retired',
    () => setInsightStatus(shelf.db, 2, idOf(draft.slug), 'retired'),
    draft.text,
  ],
  ['an insight that was removed', () => removeInsight(shelf.db, idOf(draft.slug)), draft.text],
])('%s is not found any more', async (_what, change, text) => {
  save({});
  const index = openIndex();
  await index.ready();
  const before = index.status().vectors;
  expect((await nearest(index, text))[0]?.score).toBeCloseTo(1, 5);
  change();
  const hits = await nearest(index, text);
  expect(hits[0]?.score ?? 0).toBeLessThan(0.9);
  expect(hits).toHaveLength(5);
  expect(index.status().vectors).toBeLessThanOrEqual(before);
  expect(index.status().state).toBe('ready');
});

test('an insight edited again and again has only its last phrases', async () => {
  const index = openIndex();
  await index.ready();
  for (const phrase of ['first wording', 'second wording', 'third wording']) {
    save({ triggers: [phrase] });
    await index.freshen();
  }
  expect((await nearest(index, 'third wording'))[0]?.score).toBeCloseTo(1, 5);
  expect((await nearest(index, 'first wording'))[0]?.score).toBeLessThan(0.99);
});

test('what another process changes is found as well', async () => {
  const index = openIndex();
  await index.ready();
  const beside = openDb({ file: shelf.db.name });
  saveInsight(beside, 3, draft, 'consultant');
  beside.close();
  expect((await nearest(index, 'zigzag weaving'))[0]?.insightId).toBe(idOf(draft.slug));
});

test(
  'after any series of edits it says what an index built from nothing says',
  { timeout: 60_000 },
  async () => {
    const random = seededRandom(5);
    const words = 'malu takut visa besok harga paura fretta money late family gods rice boat looms'.split(
      ' ',
    );
    const phrase = () =>
      Array.from({ length: 3 }, () => words[Math.floor(random() * words.length)]).join(' ');
    const edited = openIndex({ debounceMs: 40 });
    await edited.ready();
    const [query = new Float32Array(384)] = await embedder.embed(['aku takut harga visa besok'], 'query');
    for (let round = 0; round < 6; round++) {
      for (let edit = 0; edit < 8; edit++) {
        const slug = `edited-${Math.floor(random() * 6)}`;
        const what = random();
        if (what < 0.6) save({ slug, text: phrase(), triggers: [...new Set([phrase(), phrase()])] });
        else if (what < 0.75) removeInsight(shelf.db, idOf(slug));
        else setInsightStatus(shelf.db, 1, idOf(slug), what < 0.9 ? 'review' : 'live');
        if (random() < 0.4) await edited.freshen();
      }
      // In some rounds a build runs meanwhile, and its index takes the place of the older one.
      if (round % 2 === 0) await Promise.all([edited.rebuild(), edited.freshen()]);
      await edited.freshen();
      expect(everythingOf(edited, query)).toEqual(await everythingAnew(shelf, query));
    }
  },
);

test('more changes than are worth taking one by one are built at once', async () => {
  const index = openIndex();
  await index.ready();
  shelf.db.exec("UPDATE insights SET guidance = guidance || '.'");
  for (let at = 0; at < 210; at++) save({ slug: `one-of-many-${at}`, triggers: [`phrase ${at}`] });
  await index.freshen();
  expect(index.isFresh()).toBe(false);
  await vi.waitFor(() => expect(index.status().state).toBe('ready'), patience);
  expect((await nearest(index, 'phrase 77'))[0]?.score).toBeCloseTo(1, 5);
});

test('without the embedder an edited insight is not found by its old text, and by its new one when it is back', async () => {
  let isAway = false;
  const shaky: Embedder = {
    ...embedder,
    embed: (...asked) => (isAway ? Promise.reject(new Error('away')) : embedder.embed(...asked)),
  };
  save({});
  const index = openIndex({ embedder: shaky });
  await index.ready();
  isAway = true;
  save({ text: 'Carves masks of wood' });
  expect((await nearest(index, draft.text))[0]?.score).toBeLessThan(0.9);
  expect(index.status().state).toBe('stale');
  isAway = false;
  expect((await nearest(index, 'Carves masks of wood'))[0]?.score).toBeLessThan(0.9);
  shelf.clock.advance(60_000);
  expect((await nearest(index, 'Carves masks of wood'))[0]?.score).toBeCloseTo(1, 5);
  expect(index.status().state).toBe('ready');
});
