import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../../src/main/clock.ts';
import type { Db } from '../../src/main/db/db.ts';
import { contentHash } from '../../src/main/db/embeddings.ts';
import { readIndexSource } from '../../src/main/db/index-source.ts';
import { openDb } from '../../src/main/db/open.ts';
import type { Embedder } from '../../src/main/knowledge/embed/embedder.ts';
import { importInsights } from '../../src/main/knowledge/exchange.ts';
import { embedMissing } from '../../src/main/knowledge/index/embed-missing.ts';
import { openIndexStore } from '../../src/main/knowledge/index/store.ts';
import type { VectorIndex } from '../../src/main/knowledge/index/vector-index.ts';
import { silentLog } from '../fixtures/desk.ts';
import { seededRandom } from '../fixtures/random.ts';
import { inventInsights } from './invented-insights.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { comeToRest, watchPauses, type Pauses } from './pauses.ts';
import { plainScan, type Rows } from './plain-scan.ts';
import { inTurn, sample } from './sampling.ts';

const DIMENSION = 384;
const LIMIT = 10;
const QUERIES = 40;
/** Seven vectors an insight. */
const INSIGHTS = [143, 1_429, 7_143] as const;

/** The vector index alone, with dense random vectors: the worst case, as nothing in them is zero and nothing stands out. */
export const vectorIndex: Measure = {
  name: 'index',
  title: 'The vector index alone: dense random vectors of 384 numbers',
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'jiwa-bench-'));
    const db = openDb({ file: join(dir, 'jiwa.db') });
    try {
      const rows: Row[] = [];
      for (const insights of INSIGHTS) rows.push(...(await sizeRows(db, dir, insights)));
      return [...rows, ...(await loadRows(db, dir))];
    } finally {
      db.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

async function sizeRows(db: Db, dir: string, insights: number): Promise<Row[]> {
  importInsights(db, systemClock, inventInsights(insights), 'import');
  await comeToRest(db);
  const first = await build(db, dir);
  const again = await build(db, dir);
  const size = `${(Math.round(again.index.vectors / 1_000) * 1_000).toLocaleString('en')} vectors`;
  return [
    await searchRow(`${size}: the ${LIMIT} nearest, exact`, db, again.index),
    toRow(`${size}: build, vectors computed (at once) and kept`, [first.pauses.ms]),
    toRow(`${size}: build, vectors kept`, [again.pauses.ms]),
    toRow(
      `${size}: longest pause of everything else while building`,
      [first, again].map(({ pauses }) => pauses.longestMs),
    ),
    toRow(
      `${size}: longest turn while building, processor time`,
      [first, again].map(({ pauses }) => pauses.longestTurnMs),
      { limit: { of: 'max', atMost: 20 } },
    ),
  ];
}

/** Throws where the index and the plain scan disagree about a single hit. */
async function searchRow(what: string, db: Db, index: VectorIndex): Promise<Row> {
  const { texts } = readIndexSource(db);
  const rows: Rows = {
    values: new Float32Array(texts.length * DIMENSION),
    count: texts.length,
    dimension: DIMENSION,
  };
  texts.forEach(({ text }, row) => rows.values.set(vectorOf(text), row * DIMENSION));
  const queries = Array.from({ length: QUERIES }, (_, at) => vectorOf(`query ${at}`));
  for (const query of queries) {
    const expected = plainScan(rows, query, LIMIT).map(({ row }) => texts[row]);
    index.query(query, LIMIT).forEach(({ insightId, triggerId }, at) => {
      if (expected[at]?.insightId === insightId && expected[at].triggerId === triggerId) return;
      throw new Error(`The index and a plain scan disagree about hit ${at + 1} of ${what}.`);
    });
  }
  const asked = inTurn(queries);
  const { search, plain } = await sample(
    { search: () => index.query(asked(), LIMIT), plain: () => plainScan(rows, asked(), LIMIT) },
    { iterations: 100 },
  );
  const limit = texts.length > 5_000 ? ({ limit: { of: 'ratio', atMost: 0.35 } } as const) : {};
  return toRow(what, search, { reference: { what: 'plain scan', samples: plain }, ...limit });
}

async function build(db: Db, dir: string): Promise<{ index: VectorIndex; pauses: Pauses }> {
  const { signal } = new AbortController();
  const store = openIndexStore({
    dir: join(dir, 'index'),
    file: db.name,
    isOwner: true,
    otherEmbedders: [],
    log: silentLog,
  });
  let index: VectorIndex | null = null;
  const pauses = await watchPauses(async () => {
    const built = await store.build({
      embedder,
      now: 0,
      embed: (texts) => embedMissing({ db, embedder, clock: systemClock, signal }, texts),
      onProgress: () => undefined,
      signal,
    });
    ({ index } = built);
  });
  if (!index) throw new Error('Nothing was built.');
  return { index, pauses };
}

/** In a process of its own, which has nothing else in memory. */
async function loadRows(db: Db, dir: string): Promise<Row[]> {
  const script = join(import.meta.dirname, 'index-load-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, db.name, join(dir, 'index')]);
  const figures = { ms: z.number(), grownMb: z.number(), peakMb: z.number(), vectors: z.number() };
  const { ms, grownMb, peakMb, vectors } = z.object(figures).parse(JSON.parse(stdout));
  const size = `${(Math.round(vectors / 1_000) * 1_000).toLocaleString('en')} vectors`;
  return [
    toRow(`${size}: load from the disk, in a thread, every byte checked`, [ms]),
    toRow(`${size}: growth of the process by loading and searching`, [grownMb], {
      unit: 'MB',
      limit: { of: 'max', atMost: 200 },
    }),
    toRow(`${size}: at most while loading`, [peakMb], { unit: 'MB' }),
  ];
}

const embedder: Embedder = {
  id: 'random',
  dimension: DIMENSION,
  embed: async (texts) => texts.map(vectorOf),
};

/** A random direction, the same for the same text. */
function vectorOf(text: string): Float32Array {
  const random = seededRandom(Number.parseInt(contentHash(text).slice(0, 8), 16));
  const bell = () => random() + random() + random() + random() - 2;
  const values = Float32Array.from({ length: DIMENSION }, bell);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
