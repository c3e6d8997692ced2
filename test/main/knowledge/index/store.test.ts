import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalFileStorage, LocalIndex, ProtobufCodec } from 'vectra';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import type { Embedder } from '../../../../src/main/knowledge/embed/embedder.ts';
import { embedMissing } from '../../../../src/main/knowledge/index/embed-missing.ts';
import { openIndexStore, type IndexStoreOptions } from '../../../../src/main/knowledge/index/store.ts';
import type { BuildRequest } from '../../../../src/main/knowledge/index/vector-index.ts';
import { recordingLog, testClock } from '../../../fixtures/desk.ts';
import { openShelf, starterPack, type Shelf } from '../shelf.ts';

let shelf: Shelf;
beforeEach(() => {
  shelf = openShelf(starterPack);
});
afterEach(() => shelf.clear());

const never = new AbortController().signal;
const embedder = builtinEmbedder(shippedLexicon);

function openStore(options: Partial<IndexStoreOptions> = {}) {
  const { log, lines } = recordingLog();
  const { db, indexDir: dir } = shelf;
  const store = openIndexStore({ dir, file: db.name, isOwner: true, otherEmbedders: [], log, ...options });
  return { ...store, lines };
}

function request(parts: Partial<BuildRequest> & { readonly by?: Embedder } = {}): BuildRequest {
  const { by = embedder, signal = never } = parts;
  const source = { db: shelf.db, embedder: by, clock: testClock(), signal };
  return {
    embedder: by,
    now: 5,
    embed: (texts) => embedMissing(source, texts),
    onProgress: () => undefined,
    signal,
    ...parts,
  };
}

async function someQueries(): Promise<Float32Array[]> {
  return embedder.embed(['aku malu nanya kak', 'ho paura di essere truffato', 'I feel awkward'], 'query');
}

test('Vectra itself opens what was kept, and finds the same', async () => {
  const { index } = await openStore().build(request());
  const vectra = new LocalIndex(
    join(shelf.indexDir, 'index'),
    undefined,
    new LocalFileStorage(),
    new ProtobufCodec(),
  );
  expect(await vectra.listItems()).toHaveLength(index.vectors);
  for (const query of await someQueries()) {
    const theirs = await vectra.queryItems(Array.from(query), '', 10);
    const ours = index.query(query, 10);
    expect(ours[0]).toMatchObject({
      insightId: theirs[0]?.item.metadata['insightId'],
      triggerId: theirs[0]?.item.metadata['triggerId'] || null,
    });
    ours.forEach(({ score }, at) => expect(score).toBeCloseTo(theirs[at]?.score ?? 9, 4));
  }
});

test.each([
  ['at once', 1e9],
  ['in a thread', 0],
])('a kept index read %s answers as it did when it was built', async (_how, readAtOnceBytes) => {
  const store = openStore({ readAtOnceBytes });
  const { index: built } = await store.build(request());
  const loaded = await store.load(never);
  expect(loaded?.origin).toEqual(built.origin);
  expect(loaded?.vectors).toBe(built.vectors);
  for (const query of await someQueries()) expect(loaded?.query(query, 60)).toEqual(built.query(query, 60));
  const [hit] = built.query((await someQueries())[0] ?? new Float32Array(384), 1);
  expect(loaded?.rowsOf(hit?.insightId ?? '')).toEqual(built.rowsOf(hit?.insightId ?? ''));
});

test.each([
  ['at once', 1e9],
  ['in a thread', 0],
])('a damaged index read %s is none', async (_how, readAtOnceBytes) => {
  const store = openStore({ readAtOnceBytes });
  await store.build(request());
  const file = join(shelf.indexDir, 'index', 'index.pb');
  writeFileSync(file, Buffer.alloc(statSync(file).size, 26));
  expect(await store.load(never)).toBeNull();
});

test('only what has no vector is asked for, with how far that is', async () => {
  const progress: object[] = [];
  const store = openStore();
  const { index } = await store.build(request({ onProgress: (reached) => progress.push(reached) }));
  const of = new Set(
    shelf.db.prepare('SELECT text FROM insights UNION SELECT phrase FROM triggers').pluck().all(),
  ).size;
  expect(progress[0]).toEqual({ done: 0, of });
  expect(progress.at(-1)).toEqual({ done: of, of });
  expect(index.vectors).toBeGreaterThanOrEqual(of);
  const again = request({ embed: () => Promise.reject(new Error('asked for nothing')) });
  expect((await store.build(again)).index.vectors).toBe(index.vectors);
});

test('a build whose embedder fails rejects with why, and leaves nothing behind', async () => {
  const away = { ...embedder, id: 'away', embed: () => Promise.reject(new Error('server away')) };
  const store = openStore();
  await expect(store.build(request({ by: away }))).rejects.toThrow('server away');
  expect(readdirSync(shelf.indexDir)).toEqual([]);
});

/** Knows the length of its vectors only when it has made one, as servers are. */
function modelOf(dimension: number): Embedder {
  let known = 0;
  return {
    id: 'one-name',
    get dimension() {
      return known;
    },
    async embed(texts) {
      known = dimension;
      return texts.map(() => new Float32Array(dimension).fill(1 / Math.sqrt(dimension)));
    },
  };
}

test('a model that changed behind its name: vectors of the old length are made anew', async () => {
  const store = openStore();
  const before = await store.build(request({ by: modelOf(4) }));
  expect(before.index.origin.dimension).toBe(4);
  const after = modelOf(9);
  await after.embed(['its length is known from the first message on'], 'query');
  expect((await store.build(request({ by: after }))).index.origin.dimension).toBe(9);
});

test('an embedder that gives vectors of any length is given up on', async () => {
  let length = 1;
  const wild: Embedder = {
    id: 'wild',
    dimension: 0,
    embed: async (texts) => texts.map(() => new Float32Array((length = (length % 7) + 1)).fill(1)),
  };
  await expect(openStore().build(request({ by: wild }))).rejects.toThrow(
    'wild gives vectors of changing length',
  );
  expect(readdirSync(shelf.indexDir)).toEqual([]);
});

test('an index that cannot be kept answers all the same, and the log says so', async () => {
  const store = openStore();
  rmSync(shelf.indexDir, { recursive: true });
  writeFileSync(shelf.indexDir, 'a file where the folder was');
  const { index } = await store.build(request());
  expect(index.query((await someQueries())[0] ?? new Float32Array(384), 3)).toHaveLength(3);
  expect(store.lines).toMatchObject([{ level: 'error', what: 'index folder not writable' }]);
  rmSync(shelf.indexDir);
});

test('who does not own the folder leaves it alone', async () => {
  mkdirSync(shelf.indexDir);
  const { index } = await openStore({ isOwner: false }).build(request());
  expect(index.vectors).toBeGreaterThan(300);
  expect(readdirSync(shelf.indexDir)).toEqual([]);
});

test.each([0, 3, 10, 30, 60, 100, 150])(
  'a build ended after %i ms is gone when it rejects, and the kept index is whole',
  async (ms) => {
    const store = openStore();
    await store.build(request());
    const ending = new AbortController();
    setTimeout(() => ending.abort(), ms);
    const ended = store.build(request({ signal: ending.signal }));
    await ended.catch(() => undefined);
    expect(readdirSync(shelf.indexDir)).toEqual(['index']);
    expect(await store.load(never)).not.toBeNull();
    // Nothing reads the database any more: it can be taken whole.
    shelf.db.pragma('wal_checkpoint(TRUNCATE)');
    expect(statSync(`${shelf.db.name}-wal`).size).toBe(0);
  },
);

test('a build ended while it writes rejects when nothing of it is left', { timeout: 60_000 }, async () => {
  const store = openStore();
  await store.build(request());
  // On a busy machine a build may be through before anyone sees its folder.
  for (let trial = 0, what = 'built'; what === 'built'; trial++) {
    expect(trial).toBeLessThan(10);
    const ending = new AbortController();
    const ended = store.build(request({ signal: ending.signal })).then(
      () => 'built',
      () => 'ended',
    );
    const watch = setInterval(() => readdirSync(shelf.indexDir).length > 1 && ending.abort(), 1);
    what = await ended;
    clearInterval(watch);
    expect(readdirSync(shelf.indexDir)).toEqual(['index']);
  }
});
