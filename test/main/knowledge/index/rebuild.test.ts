import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Embedder } from '../../../../src/main/knowledge/embed/embedder.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { importInsights } from '../../../../src/main/knowledge/exchange.ts';
import type { Knowledge } from '../../../../src/main/knowledge/knowledge.ts';
import {
  readInsightBySlug,
  removeInsight,
  saveInsight,
  setInsightStatus,
} from '../../../../src/main/db/insights.ts';
import { asJsonl, fewInsights, openShelf, patience, type Shelf } from '../shelf.ts';

let shelf: Shelf;
beforeEach(() => {
  shelf = openShelf(asJsonl(fewInsights));
});
afterEach(() => shelf.clear());

const inIndex = (...names: string[]) => join(shelf.indexDir, 'index', ...names);
const untilReady = (knowledge: Knowledge) =>
  vi.waitFor(() => expect(knowledge.status().state).toBe('ready'), patience);
const builds = () => shelf.lines.filter(({ what }) => what === 'index built').length;
const untilBuilt = (knowledge: Knowledge) =>
  vi.waitFor(() => {
    const { state, generation, builtGeneration } = knowledge.status();
    expect({ state, builtGeneration }).toEqual({ state: 'ready', builtGeneration: generation });
  }, patience);
const slugsFor = async (knowledge: Knowledge, text: string) =>
  (await knowledge.retrieve(text)).map(({ slug }) => slug);

async function builtOnce(): Promise<void> {
  // Texts as old as the index itself would count as edited since.
  shelf.clock.advance(1_000);
  const knowledge = await shelf.open();
  await untilReady(knowledge);
  await knowledge.close();
}

function changeStamp(change: object): void {
  const stamp = JSON.parse(readFileSync(inIndex('stamp.json'), 'utf8')) as object;
  writeFileSync(inIndex('stamp.json'), JSON.stringify({ ...stamp, ...change }));
}

function flipByte(share: number): void {
  const bytes = readFileSync(inIndex('index.pb'));
  const at = Math.floor(bytes.length * share);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(inIndex('index.pb'), bytes);
}

/** Like the builtin one, but with vectors of its own, counted and withheld at will. */
function otherEmbedder(id: string, dimension: number) {
  let isAway = false;
  let texts = 0;
  const embedder: Embedder = {
    id,
    dimension,
    async embed(batch) {
      if (isAway) throw new Error('away');
      texts += batch.length;
      const vectors = await builtinEmbedder(shippedLexicon).embed(batch, 'passage');
      return vectors.map((vector) => vector.slice(0, dimension));
    },
  };
  return { embedder, asked: () => texts, goAway: () => (isAway = true), comeBack: () => (isAway = false) };
}

test('builds a missing index in the background and answers by words meanwhile', async () => {
  const knowledge = await shelf.open();
  expect(knowledge.status()).toMatchObject({
    state: 'building',
    builtGeneration: null,
    vectors: 0,
    insights: 2,
  });
  const [found] = await knowledge.retrieve('aku malu nanya kak');
  expect(found).toMatchObject({ slug: 'shy-about-asking', vectorScore: null });
  await untilReady(knowledge);
  expect((await knowledge.retrieve('aku malu nanya kak'))[0]?.vectorScore).toBeGreaterThan(0);
  expect(knowledge.status()).toMatchObject({ vectors: 6, insights: 2, dimension: 384 });
  const states = shelf.told.map(({ state }) => state);
  expect(states.filter((state, at) => state !== states[at - 1])).toEqual(['building', 'ready']);
});

test('opens a kept index that fits without building', async () => {
  await builtOnce();
  const knowledge = await shelf.open();
  await untilReady(knowledge);
  expect((await knowledge.retrieve('aku malu nanya'))[0]?.vectorScore).toBeGreaterThan(0);
  expect(builds()).toBe(1);
});

test.each<[string, () => void]>([
  ['the folder is gone', () => rmSync(inIndex(), { recursive: true })],
  ['the index is truncated', () => truncateSync(inIndex('index.pb'), 100)],
  ['the index is empty', () => truncateSync(inIndex('index.pb'), 0)],
  ['the index is random bytes', () => writeFileSync(inIndex('index.pb'), randomBytes(9_000))],
  ['the index is gone', () => rmSync(inIndex('index.pb'))],
  ['the stamp is gone', () => rmSync(inIndex('stamp.json'))],
  ['the stamp is empty', () => truncateSync(inIndex('stamp.json'), 0)],
  ['the stamp is garbage', () => writeFileSync(inIndex('stamp.json'), randomBytes(200))],
  ['the stamp names another embedder', () => changeStamp({ embedder: 'another' })],
  ['the stamp names another dimension', () => changeStamp({ dimension: 768 })],
  ['the stamp names another count', () => changeStamp({ vectors: 5 })],
  ['the stamp is of another format', () => changeStamp({ format: 1 })],
  ['one byte of a vector is another', () => flipByte(0.7)],
  ['one byte of the last item is another', () => flipByte(0.999)],
])('rebuilds without asking when %s', async (_what, damage) => {
  await builtOnce();
  const whole = readFileSync(inIndex('index.pb'));
  damage();
  const knowledge = await shelf.open();
  expect(knowledge.status().state).toBe('building');
  expect(await slugsFor(knowledge, 'aku malu nanya')).toEqual(['shy-about-asking']);
  await untilReady(knowledge);
  expect(readFileSync(inIndex('index.pb'))).toEqual(whole);
});

test('an index that is a little old serves at once with what changed since, and is built anew later', async () => {
  await builtOnce();
  shelf.clock.advance(1_000);
  removeInsight(shelf.db, readInsightBySlug(shelf.db, 'fear-of-a-scam')?.id ?? '');
  const knowledge = await shelf.open({ debounceMs: 1_000 });
  expect((await knowledge.retrieve('aku malu nanya'))[0]?.vectorScore).toBeGreaterThan(0);
  expect(knowledge.status()).toMatchObject({ state: 'ready', vectors: 3 });
  expect(builds()).toBe(1);
  await untilBuilt(knowledge);
  expect(knowledge.status()).toMatchObject({ state: 'ready', vectors: 3 });
  expect(builds()).toBe(2);
});

test('never mixes embedders: another one means words alone until its own index is built', async () => {
  await builtOnce();
  const { embedder } = otherEmbedder('other', 128);
  const knowledge = await shelf.open({ embedder });
  expect((await knowledge.retrieve('aku malu nanya'))[0]?.vectorScore).toBeNull();
  await untilReady(knowledge);
  expect(knowledge.status()).toMatchObject({ embedder: 'other', dimension: 128, vectors: 6 });
});

test('computes no text twice, whatever is rebuilt', async () => {
  const other = otherEmbedder('counted', 128);
  const knowledge = await shelf.open({ embedder: other.embedder });
  await untilReady(knowledge);
  expect(other.asked()).toBe(6);
  rmSync(inIndex(), { recursive: true });
  await knowledge.rebuild();
  expect(other.asked()).toBe(6);
  expect(readdirSync(inIndex()).sort()).toEqual(['index.pb', 'stamp.json']);
});

test('says that a rebuild failed, serves what there is, and tries again later by itself', async () => {
  const other = otherEmbedder('far', 128);
  other.goAway();
  const knowledge = await shelf.open({ embedder: other.embedder });
  await vi.waitFor(() => expect(knowledge.status().state).toBe('missing'), patience);
  await expect(knowledge.rebuild()).rejects.toThrow('away');
  expect(await slugsFor(knowledge, 'aku malu nanya')).toEqual(['shy-about-asking']);
  expect(shelf.lines.some(({ what }) => what === 'index build failed')).toBe(true);
  other.comeBack();
  shelf.clock.advance(60_000);
  await knowledge.retrieve('halo');
  await untilReady(knowledge);
});

test('removes what a killed build left, and puts a half-swapped index back', async () => {
  await builtOnce();
  const whole = readFileSync(inIndex('index.pb'));
  mkdirSync(join(shelf.indexDir, 'index.build-x'));
  writeFileSync(join(shelf.indexDir, 'index.build-x', 'index.pb'), 'half');
  renameSync(inIndex(), join(shelf.indexDir, 'index.old-x'));
  const knowledge = await shelf.open();
  await untilReady(knowledge);
  expect(builds()).toBe(1);
  expect(readdirSync(shelf.indexDir)).toEqual(['index']);
  expect(readFileSync(inIndex('index.pb'))).toEqual(whole);
});

test('finds edits at once, by words and by vectors, without being told', async () => {
  const knowledge = await shelf.open({ debounceMs: 60_000 });
  await untilReady(knowledge);
  const [, scam] = fewInsights;
  if (!scam) throw new Error('no insight');
  shelf.clock.advance(1_000);
  saveInsight(shelf.db, shelf.clock.now(), { ...scam, triggers: ['temo di essere raggirato'] }, 'consultant');
  const [found] = await knowledge.retrieve('temo di essere raggirato');
  expect(found?.slug).toBe('fear-of-a-scam');
  expect(found?.vectorScore).toBeGreaterThan(0.5);
  expect(await slugsFor(knowledge, 'posso fidarmi di voi?')).toEqual([]);
  expect(builds()).toBe(1);
});

test('does not find an insight by a text that it no longer has', async () => {
  const sailing = {
    ...fewInsights[0],
    slug: 'sailing',
    text: 'Sogna di mollare gli ormeggi in barca',
    triggers: [],
  };
  importInsights(shelf.db, shelf.clock, asJsonl([sailing]), 'import');
  shelf.clock.advance(1_000);
  const knowledge = await shelf.open({ debounceMs: 60_000 });
  await untilReady(knowledge);
  expect(await slugsFor(knowledge, 'sogna di mollare gli ormeggi')).toEqual(['sailing']);
  shelf.clock.advance(1_000);
  importInsights(shelf.db, shelf.clock, asJsonl([{ ...sailing, text: 'Parla del tempo' }]), 'import');
  expect(await slugsFor(knowledge, 'sogna di mollare gli ormeggi')).toEqual([]);
});

test('never shows a retired insight, even from an index that still holds it', async () => {
  const knowledge = await shelf.open({ debounceMs: 60_000 });
  await untilReady(knowledge);
  const id = readInsightBySlug(shelf.db, 'shy-about-asking')?.id ?? '';
  setInsightStatus(shelf.db, shelf.clock.now(), id, 'retired');
  expect(knowledge.status()).toMatchObject({ state: 'stale', vectors: 6 });
  expect(await slugsFor(knowledge, 'aku malu nanya')).toEqual([]);
  expect(knowledge.status()).toMatchObject({ state: 'ready', vectors: 3 });
});

test('a series of edits costs few builds', async () => {
  const knowledge = await shelf.open({ debounceMs: 30 });
  await untilReady(knowledge);
  const before = builds();
  const id = readInsightBySlug(shelf.db, 'shy-about-asking')?.id ?? '';
  for (const status of ['retired', 'live', 'review', 'live', 'retired', 'live'] as const) {
    setInsightStatus(shelf.db, shelf.clock.now(), id, status);
    knowledge.refresh();
  }
  await untilBuilt(knowledge);
  expect(builds() - before).toBe(1);
});

test('who does not own the folder reads it, and builds in memory only', async () => {
  const guest = await shelf.open({ owner: false });
  await untilReady(guest);
  expect((await guest.retrieve('aku malu nanya'))[0]?.vectorScore).toBeGreaterThan(0);
  expect(() => readdirSync(shelf.indexDir)).toThrow(/ENOENT/);
  await builtOnce();
  const kept = readFileSync(inIndex('stamp.json'), 'utf8');
  const second = await shelf.open({ owner: false });
  await untilReady(second);
  await second.rebuild();
  expect(readFileSync(inIndex('stamp.json'), 'utf8')).toBe(kept);
});

test('an empty shelf is ready and finds nothing', async () => {
  for (const { slug } of fewInsights) removeInsight(shelf.db, readInsightBySlug(shelf.db, slug)?.id ?? '');
  const knowledge = await shelf.open();
  await untilReady(knowledge);
  expect(knowledge.status()).toMatchObject({ vectors: 0, insights: 0 });
  expect(await knowledge.retrieve('aku malu nanya')).toEqual([]);
});

test('closing ends a build that waits for a server that never answers', async () => {
  const never: Embedder = { id: 'never', dimension: 8, embed: () => new Promise(() => undefined) };
  const knowledge = await shelf.open({ embedder: never });
  expect(knowledge.status().state).toBe('building');
  await knowledge.close();
  expect(readdirSync(shelf.indexDir)).toEqual([]);
});
