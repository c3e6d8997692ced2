import { monitorEventLoopDelay } from 'node:perf_hooks';
import { builtinEmbedder } from '../../src/main/knowledge/embed/builtin.ts';
import { importInsights } from '../../src/main/knowledge/exchange.ts';
import { shippedLexicon } from '../fixtures/lexicon.ts';
import { seededRandom } from '../fixtures/random.ts';
import { inventInsights } from './invented-insights.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { commonQuestions, personalMessages } from './messages.ts';
import { openPlace, type Place } from './place.ts';
import { inTurn, sample } from './sampling.ts';

const DIMENSION = 384;

/** The parts of the local work one by one, and what building the index costs. */
export const retrieval: Measure = {
  name: 'retrieval',
  title: 'Retrieval, matching, embedding and index builds',
  async run() {
    const place = await openPlace();
    try {
      const rows = [...(await matchRows(place)), ...(await sizeRows(place, 'starter pack', 5))];
      for (const [count, builds] of [
        [1_000, 3],
        [10_000, 1],
      ] as const) {
        importInsights(place.core.db, place.core.clock, inventInsights(count), 'import');
        rows.push(...(await sizeRows(place, `${count.toLocaleString('en')} insights`, builds)));
      }
      return rows;
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

/** Builds the index, then asks it. The first build embeds; the further ones find the vectors kept. */
async function sizeRows(place: Place, what: string, builds: number): Promise<Row[]> {
  const { knowledge, db } = place.core;
  const first = await build(place);
  const again = [];
  for (let left = builds; left > 0; left -= 1) again.push(await build(place));
  // Vectors are kept by text; without them a build is a first one.
  db.prepare('DELETE FROM embeddings').run();
  const anew = await build(place);
  const { vectors } = knowledge.status();
  const message = inTurn(personalMessages);
  const scan = plainScan(vectors);
  const { retrieve, reference } = await sample({
    retrieve: () => knowledge.retrieve(message(), { limit: 6 }),
    reference: scan,
  });
  return [
    toRow(`${what}: retrieval`, retrieve, {
      reference: { what: `plain scan of ${vectors.toLocaleString('en')} vectors`, samples: reference },
    }),
    toRow(`${what}: index build, all embedded anew`, [anew.ms]),
    toRow(
      `${what}: index build, vectors kept`,
      again.map(({ ms }) => ms),
    ),
    toRow(
      `${what}: longest time a build holds up everything else`,
      [first, anew, ...again].map(({ blockedMs }) => blockedMs),
    ),
  ];
}

async function build({ core }: Place): Promise<{ ms: number; blockedMs: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startedAt = performance.now();
  await core.knowledge.rebuild();
  const ms = performance.now() - startedAt;
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return { ms, blockedMs: delay.max / 1e6 };
}

/** The ten nearest of so many vectors by plain JavaScript over one array: the usual yardstick. */
function plainScan(count: number): () => number[] {
  const random = seededRandom(11);
  const all = Float32Array.from({ length: count * DIMENSION }, () => random() - 0.5);
  const query = Float32Array.from({ length: DIMENSION }, () => random() - 0.5);
  return () => {
    const top: number[] = [];
    for (let row = 0; row < count; row += 1) {
      const start = row * DIMENSION;
      let score = 0;
      for (let place = 0; place < DIMENSION; place += 1)
        score += (all[start + place] as number) * (query[place] as number);
      if (top.length < 10 || score > (top[9] as number)) {
        top.push(score);
        top.sort((left, right) => right - left);
        if (top.length > 10) top.pop();
      }
    }
    return top;
  };
}
