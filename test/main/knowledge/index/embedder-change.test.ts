import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listEmbedders, listVectors } from '../../../../src/main/db/embeddings.ts';
import { saveInsight } from '../../../../src/main/db/insights.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import type { Embedder } from '../../../../src/main/knowledge/embed/embedder.ts';
import type { Knowledge } from '../../../../src/main/knowledge/knowledge.ts';
import { vectorsOf } from '../../../../src/main/knowledge/vectors.ts';
import { asJsonl, fewInsights, openShelf, patience, type Shelf } from '../shelf.ts';

let shelf: Shelf;
beforeEach(() => {
  shelf = openShelf(asJsonl(fewInsights));
});
afterEach(() => shelf.clear());

const builtin = builtinEmbedder(shippedLexicon);

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}

/** The builtin one under another name and with other vectors; counts what it is asked, and can be held up or away. */
function otherEmbedder(id: string, dimension = 128) {
  const asked = { query: 0, passage: 0 };
  let gate = Promise.resolve();
  let open: (() => void) | null = null;
  const embedder: Embedder = {
    id,
    dimension,
    async embed(texts, side) {
      asked[side] += texts.length;
      if (side === 'passage') await gate;
      const vectors = await builtin.embed(texts, side);
      return vectors.map((vector) => unit(vector.slice(-dimension)));
    },
  };
  return {
    embedder,
    asked,
    holdUp() {
      gate = new Promise((resolve) => (open = resolve));
    },
    goOn: () => open?.(),
  };
}

const untilReady = (knowledge: Knowledge) =>
  vi.waitFor(() => expect(knowledge.status().state).toBe('ready'), patience);
const untilAsked = (other: ReturnType<typeof otherEmbedder>) =>
  vi.waitFor(() => expect(other.asked.passage).toBeGreaterThan(0), patience);
const search = async (knowledge: Knowledge) => (await knowledge.retrieve('aku malu nanya'))[0];

test('the old index answers with its own embedder until the new one is whole, and progress is told', async () => {
  const old = otherEmbedder('old');
  const next = otherEmbedder('next', 64);
  const knowledge = await shelf.open({ embedder: old.embedder });
  await untilReady(knowledge);
  next.holdUp();
  knowledge.changeEmbedder(next.embedder);
  await untilAsked(next);
  const { query } = old.asked;
  expect((await search(knowledge))?.vectorScore).toBeGreaterThan(0);
  expect(old.asked.query).toBe(query + 1);
  expect(next.asked.query).toBe(0);
  expect(knowledge.status()).toMatchObject({
    state: 'building',
    embedder: 'next',
    servedBy: 'old',
    progress: { done: 0, of: 6 },
  });
  next.goOn();
  await untilReady(knowledge);
  expect((await search(knowledge))?.vectorScore).toBeGreaterThan(0);
  expect(next.asked.query).toBe(1);
  expect(knowledge.status()).toMatchObject({
    embedder: 'next',
    servedBy: 'next',
    progress: null,
    dimension: 64,
  });
  expect(shelf.told.some(({ progress, servedBy }) => progress?.of === 6 && servedBy === 'old')).toBe(true);
});

test('an edit during the change is found by the old vectors at once, and by the new ones later', async () => {
  const old = otherEmbedder('old');
  const next = otherEmbedder('next');
  const knowledge = await shelf.open({ embedder: old.embedder });
  await untilReady(knowledge);
  next.holdUp();
  knowledge.changeEmbedder(next.embedder);
  await untilAsked(next);
  const [scam] = fewInsights.slice(1);
  if (!scam) throw new Error('no insight');
  saveInsight(
    shelf.db,
    shelf.clock.now() + 1,
    { ...scam, triggers: ['temo di essere raggirato'] },
    'consultant',
  );
  const edited = async () => (await knowledge.retrieve('temo di essere raggirato'))[0];
  expect((await edited())?.vectorScore).toBeGreaterThan(0.5);
  expect(knowledge.status().servedBy).toBe('old');
  next.goOn();
  await untilReady(knowledge);
  expect((await edited())?.vectorScore).toBeGreaterThan(0.5);
});

test('after a start in the middle of a change the kept index serves with the embedder that made it', async () => {
  const first = await shelf.open({ embedder: otherEmbedder('old').embedder });
  await untilReady(first);
  await first.close();
  const old = otherEmbedder('old');
  const next = otherEmbedder('next');
  next.holdUp();
  const knowledge = await shelf.open({
    embedder: next.embedder,
    embedderOf: (id) => (id === 'old' ? old.embedder : null),
  });
  await untilAsked(next);
  expect((await search(knowledge))?.vectorScore).toBeGreaterThan(0);
  expect(old.asked).toEqual({ query: 1, passage: 0 });
  next.goOn();
  await untilReady(knowledge);
  expect(knowledge.status().servedBy).toBe('next');
});

test('an embedder that was in use before is gone back to without computing anything', async () => {
  const one = otherEmbedder('one');
  const two = otherEmbedder('two');
  const knowledge = await shelf.open({ embedder: one.embedder });
  await untilReady(knowledge);
  for (const { embedder } of [two, one, two, one]) {
    knowledge.changeEmbedder(embedder);
    await vi.waitFor(
      () => expect(knowledge.status()).toMatchObject({ state: 'ready', servedBy: embedder.id }),
      patience,
    );
  }
  rmSync(shelf.indexDir, { recursive: true });
  await knowledge.rebuild();
  expect([one.asked.passage, two.asked.passage]).toEqual([6, 6]);
});

test('an embedder that cannot be reached leaves the old one serving; another choice is followed at once', async () => {
  const old = otherEmbedder('old');
  const away: Embedder = { id: 'away', dimension: 9, embed: () => Promise.reject(new Error('away')) };
  const knowledge = await shelf.open({ embedder: old.embedder });
  await untilReady(knowledge);
  knowledge.changeEmbedder(away);
  await vi.waitFor(() => expect(knowledge.status().state).toBe('stale'), patience);
  await vi.waitFor(
    () => expect(shelf.lines.some(({ what }) => what === 'index build failed')).toBe(true),
    patience,
  );
  await expect(knowledge.ready()).rejects.toThrow('away');
  expect((await search(knowledge))?.vectorScore).toBeGreaterThan(0);
  expect(knowledge.status()).toMatchObject({ embedder: 'away', servedBy: 'old' });
  knowledge.changeEmbedder(old.embedder);
  await untilReady(knowledge);
  expect(old.asked.passage).toBe(6);
});

test('the last of several quick changes counts, and what the others began is ended', async () => {
  const [one, two, three] = [otherEmbedder('one'), otherEmbedder('two'), otherEmbedder('three')];
  const knowledge = await shelf.open({ embedder: one.embedder });
  await untilReady(knowledge);
  two.holdUp();
  knowledge.changeEmbedder(two.embedder);
  await untilAsked(two);
  knowledge.changeEmbedder(three.embedder);
  await vi.waitFor(() => expect(knowledge.status().servedBy).toBe('three'), patience);
  expect(knowledge.status().state).toBe('ready');
  expect(shelf.lines.filter(({ level }) => level === 'warn')).toEqual([]);
});

test('vectors go when no insight has their text, or their embedder was left long ago; answers keep theirs', async () => {
  const { db, clock } = shelf;
  const [one, two, three] = [otherEmbedder('one'), otherEmbedder('two'), otherEmbedder('three')];
  await vectorsOf({ db, clock, embedder: builtin }, ['an intent']);
  const knowledge = await shelf.open({ embedder: one.embedder, otherEmbedders: [builtin.id] });
  await untilReady(knowledge);
  for (const { embedder } of [two, three]) {
    knowledge.changeEmbedder(embedder);
    await vi.waitFor(
      () => expect(knowledge.status()).toMatchObject({ state: 'ready', servedBy: embedder.id }),
      patience,
    );
  }
  await vi.waitFor(() => expect(listEmbedders(db).sort()).toEqual([builtin.id, 'three', 'two']), patience);
  await vectorsOf({ db, clock, embedder: three.embedder }, ['an intent', 'posso fidarmi di voi']);
  expect(listVectors(db, 'two')).toHaveLength(6);
  expect(listVectors(db, 'three')).toHaveLength(7);
  const [shy, scam] = fewInsights;
  if (!shy || !scam) throw new Error('no insights');
  saveInsight(db, clock.now(), { ...shy, triggers: ['aku malu nanya'] }, 'consultant');
  saveInsight(
    db,
    clock.now(),
    { ...scam, status: 'retired', triggers: ['non è una fregatura'] },
    'consultant',
  );
  await knowledge.rebuild();
  // One phrase went with its vector; the other is an intent's as well; a retired insight may come back.
  await vi.waitFor(() => expect(listVectors(db, 'three')).toHaveLength(6), patience);
});
