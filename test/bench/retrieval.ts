import { saveInsight } from '../../src/main/db/insights.ts';
import { builtinEmbedder } from '../../src/main/knowledge/embed/builtin.ts';
import { importInsights } from '../../src/main/knowledge/exchange.ts';
import { shippedLexicon } from '../fixtures/lexicon.ts';
import { seededRandom } from '../fixtures/random.ts';
import { inventInsights } from './invented-insights.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { commonQuestions, personalMessages } from './messages.ts';
import { comeToRest, watchPauses, type Pauses } from './pauses.ts';
import { openPlace, type Place } from './place.ts';
import { plainScan, type Rows } from './plain-scan.ts';
import { inTurn, sample } from './sampling.ts';

const DIMENSION = 384;
const EDITS = 30;
const STARTS = 5;

interface Size {
  readonly what: string;
  /** Builds with all vectors kept. */
  readonly builds: number;
  /** Most that p95 of a retrieval may be, ms. */
  readonly atMost?: number;
}

/** The parts of the local work one by one, and what building the index costs. */
export const retrieval: Measure = {
  name: 'retrieval',
  title: 'Retrieval, matching, embedding, edits and index builds',
  async run() {
    let place = await openPlace();
    try {
      const rows = [
        ...(await matchRows(place)),
        ...(await sizeRows(place, { what: 'starter pack', builds: 5 })),
      ];
      for (const [count, builds, atMost] of [
        [1_000, 3, 5],
        [10_000, 2, 10],
      ] as const) {
        importInsights(place.core.db, place.core.clock, inventInsights(count), 'import');
        await place.core.knowledge.rebuild();
        await comeToRest(place.core.db);
        const what = `${count.toLocaleString('en')} insights`;
        rows.push(...(await sizeRows(place, { what, builds, atMost })), await editRow(place, what));
      }
      const started = await startRows(place, '10,000 insights');
      ({ place } = started);
      return [...rows, ...started.rows];
    } finally {
      await place.close();
    }
  },
};

async function matchRows(place: Place): Promise<Row[]> {
  const { answers } = place.core;
  const client = place.newClient();
  const question = inTurn(commonQuestions());
  const message = inTurn(personalMessages);
  const embedder = builtinEmbedder(shippedLexicon);
  const { match, embed } = await sample({
    match: () => answers.match({ ...question(), client, isFollowUp: false }),
    embed: () => embedder.embed([message()], 'query'),
  });
  return [toRow('matching one question, starter pack', match), toRow('embedding one message', embed)];
}

/** Builds the index, then asks it. */
async function sizeRows(place: Place, { what, builds, atMost }: Size): Promise<Row[]> {
  const { knowledge, db } = place.core;
  const kept: Pauses[] = [];
  for (let left = builds; left > 0; left -= 1) kept.push(await watchPauses(() => knowledge.rebuild()));
  // Vectors are kept by text; without them a build is a first one.
  db.prepare('DELETE FROM embeddings').run();
  await comeToRest(db);
  const anew = await watchPauses(() => knowledge.rebuild());
  const { vectors } = knowledge.status();
  const message = inTurn(personalMessages);
  const { rows, query } = randomRows(vectors);
  const { retrieve, reference } = await sample({
    retrieve: () => knowledge.retrieve(message(), { limit: 6 }),
    reference: () => plainScan(rows, query, 10),
  });
  return [
    toRow(`${what}: retrieval`, retrieve, {
      reference: { what: `plain scan of ${vectors.toLocaleString('en')} vectors`, samples: reference },
      ...(atMost === undefined ? {} : { limit: { of: 'p95', atMost } }),
    }),
    toRow(`${what}: index build, all embedded anew`, [anew.ms]),
    toRow(
      `${what}: index build, vectors kept`,
      kept.map(({ ms }) => ms),
    ),
    ...pauseRows(what, anew, kept),
  ];
}

function pauseRows(what: string, anew: Pauses, kept: readonly Pauses[]): Row[] {
  const limit = { of: 'max', atMost: 20 } as const;
  const row = (how: string, builds: readonly Pauses[]) => [
    toRow(
      `${what}: longest pause of everything else while ${how}`,
      builds.map(({ longestMs }) => longestMs),
    ),
    toRow(
      `${what}: longest turn while ${how}, processor time`,
      builds.map(({ longestTurnMs }) => longestTurnMs),
      { limit },
    ),
  ];
  return [...row('embedding and building', [anew]), ...row('building', kept)];
}

/** From before an edit is saved until a message finds it by its vector. */
async function editRow({ core: { db, clock, knowledge } }: Place, what: string): Promise<Row> {
  const samples: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const slug = `edited-${edit % 10}`;
    const phrase = `aku malu banget soal ${'abcdefghij'[edit % 10]}${edit} kak`;
    const draft = { text: phrase, guidance: '', category: 'emotions', language: 'id' } as const;
    const startedAt = performance.now();
    saveInsight(db, clock.now(), { ...draft, slug, triggers: [phrase] }, 'consultant');
    const { candidates } = await knowledge.explain(phrase, { limit: 6 });
    samples.push(performance.now() - startedAt);
    const found = candidates.find(({ item }) => item.slug === slug);
    if (!found?.item.vectorScore) throw new Error(`An edit was not found by its vector (${what}).`);
  }
  return toRow(`${what}: one edit, until a message finds it by its vector`, samples, {
    limit: { of: 'max', atMost: 100 },
  });
}

/** Closes and opens the product on its folder. */
async function startRows(place: Place, what: string): Promise<{ place: Place; rows: Row[] }> {
  const opened: number[] = [];
  const indexed: number[] = [];
  let current = place;
  for (let left = STARTS; left > 0; left -= 1) {
    const dataDir = await current.closeAndKeep();
    current = await openPlace({ dataDir });
    opened.push(current.openedMs);
    indexed.push(current.indexedMs);
  }
  return {
    place: current,
    rows: [
      toRow(`${what}: start of the product without its window`, opened),
      toRow(`${what}: from its start until the index answers`, indexed),
    ],
  };
}

function randomRows(count: number): { rows: Rows; query: Float32Array } {
  const random = seededRandom(11);
  const some = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  return { rows: { values: some(count * DIMENSION), count, dimension: DIMENSION }, query: some(DIMENSION) };
}
