import { searchEverything } from '../../src/main/db/search.ts';
import { fillWithMessages } from '../fixtures/many-messages.ts';
import { seededRandom } from '../fixtures/random.ts';
import { toRow, type Measure } from './measure.ts';
import { openPlace } from './place.ts';
import { inTurn, sample } from './sampling.ts';

const MESSAGES = 50_000;
const WARMUP = 50;
/** As many as the search of the app shows. */
const LIMIT = 40;
const TYPED = [
  'kitas',
  'made wirawan',
  'saya yang dan',
  'visa passaporto scadenza',
  'preoccupato',
  'yang visa kak mau apa',
  'nyepi galungan banjar adat',
  'tanggal lahir anak sekolah',
  'urgent deadline contract no1234',
  'perché non',
  'x',
];

/** Search over everything, for every state of the text while it is typed. */
export const search: Measure = {
  name: 'search',
  title: `Search over ${MESSAGES.toLocaleString('en')} messages`,
  async run() {
    const place = await openPlace();
    try {
      const { db } = place.core;
      fillWithMessages(db, { clients: 300, messages: MESSAGES, facts: 20 });
      const queries = [...TYPED, ...rareQueries(200)].flatMap(asTyped);
      const nextQuery = inTurn(queries);
      const bare = db.prepare(
        'SELECT rowid FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rank LIMIT 40',
      );
      const { typed, oneTerm } = await sample(
        {
          typed: () => searchEverything(db, nextQuery(), LIMIT),
          oneTerm: () => bare.all('passaporto'),
        },
        { iterations: queries.length, time: 0, warmup: WARMUP },
      );
      return [
        toRow('everything, while typing', typed, {
          reference: { what: 'bare FTS5, one term by rank', samples: oneTerm },
          limit: { of: 'max', atMost: 100 },
        }),
        ...(await slowest(queries, (query) => searchEverything(db, query, LIMIT))),
      ];
    } finally {
      await place.close();
    }
  },
};

/** Every beginning of a query, as the search is asked letter by letter. */
function asTyped(query: string): string[] {
  return Array.from({ length: query.length }, (_, index) => query.slice(0, index + 1));
}

/** Words that stand in a few messages only: what the search has to walk furthest for. */
function rareQueries(count: number): string[] {
  const random = seededRandom(3);
  return Array.from({ length: count }, () => `no${Math.floor(random() * 20_000)}`);
}

/** The query that took longest, asked again, so that a chance delay of the machine is told from a slow query. */
async function slowest(queries: readonly string[], run: (query: string) => unknown) {
  let worst = { query: '', ms: 0 };
  for (const query of new Set(queries)) {
    const startedAt = performance.now();
    run(query);
    const ms = performance.now() - startedAt;
    if (ms > worst.ms) worst = { query, ms };
  }
  const { again } = await sample({ again: () => run(worst.query) }, { iterations: 50, time: 0, warmup: 3 });
  return [toRow(`the slowest query, “${worst.query}”`, again)];
}
