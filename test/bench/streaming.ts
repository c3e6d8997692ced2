import { readFileSync } from 'node:fs';
import type { Db } from '../../src/main/db/db.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { openPlace, type Place } from './place.ts';
import { startSimulator } from './simulator.ts';

const PIECES = 2_000;
const REPLIES = 5;

/** What keeping a long reply costs while it streams. */
export const streaming: Measure = {
  name: 'streaming',
  title: `Keeping a reply of ${PIECES.toLocaleString('en')} pieces of text while it streams`,
  async run() {
    const simulator = await startSimulator({ firstMs: 0, everyMs: 0, pieces: PIECES });
    const place = await openPlace({ baseUrl: simulator.url });
    const watch = watchStatements(place.core.db);
    try {
      const fast = await measure(place, watch, 'as fast as it comes');
      await simulator.setPace({ firstMs: 0, everyMs: 2, pieces: PIECES });
      const slow = await measure(place, watch, 'a piece every 2 ms');
      return [...fast, ...slow];
    } finally {
      watch.stop();
      await place.close();
      await simulator.close();
    }
  },
};

async function measure(place: Place, watch: StatementWatch, what: string): Promise<Row[]> {
  const seen: Record<'dbMs' | 'cpuMs' | 'totalMs' | 'statements' | 'amplification', number[]> = {
    dbMs: [],
    cpuMs: [],
    totalMs: [],
    statements: [],
    amplification: [],
  };
  for (let reply = 0; reply <= REPLIES; reply += 1) {
    const found = await stream(place, watch);
    // The first one warms up.
    if (reply > 0)
      for (const [name, value] of Object.entries(found)) seen[name as keyof typeof seen].push(value);
  }
  return [
    toRow(`${what}: whole reply`, seen.totalMs),
    toRow(`${what}: in the database`, seen.dbMs),
    toRow(`${what}: processor time`, seen.cpuMs),
    toRow(`${what}: statements`, seen.statements, { unit: 'times' }),
    ...(seen.amplification.some(Number.isNaN)
      ? []
      : [toRow(`${what}: bytes written ÷ bytes of text`, seen.amplification, { unit: 'times' })]),
  ];
}

async function stream({ core, newClient }: Place, watch: StatementWatch) {
  const { id: clientId } = newClient();
  watch.reset();
  const written = bytesWritten();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const { reply } = core.chat.receive({ clientId, text: 'Raccontami tutto con calma', channel: 'whatsapp' });
  const { text, outcome } = await core.chat.finished(reply.id);
  if (outcome !== 'complete') throw new Error(`A reply ended as "${outcome}".`);
  const { user, system } = process.cpuUsage(cpu);
  return {
    totalMs: performance.now() - startedAt,
    cpuMs: (user + system) / 1_000,
    dbMs: watch.ms(),
    statements: watch.count(),
    amplification: (bytesWritten() - written) / Buffer.byteLength(text),
  };
}

/** Bytes this process handed to the system to write so far; NaN where the system does not tell. */
function bytesWritten(): number {
  try {
    return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
  } catch {
    return Number.NaN;
  }
}

interface StatementWatch {
  reset(): void;
  count(): number;
  /** Inside SQLite, transactions' begin and commit included. */
  ms(): number;
  stop(): void;
}

/** Counts and times every statement that runs to its end at once. */
function watchStatements(db: Db): StatementWatch {
  const statements = Object.getPrototypeOf(db.prepare('SELECT 1')) as Record<
    string,
    (...args: unknown[]) => unknown
  >;
  const own = { run: statements['run'], get: statements['get'], all: statements['all'] };
  let count = 0;
  let ms = 0;
  for (const [name, call] of Object.entries(own)) {
    statements[name] = function timed(this: unknown, ...args: unknown[]) {
      const startedAt = performance.now();
      try {
        return call?.apply(this, args);
      } finally {
        count += 1;
        ms += performance.now() - startedAt;
      }
    };
  }
  return {
    reset: () => {
      count = 0;
      ms = 0;
    },
    count: () => count,
    ms: () => ms,
    stop: () => void Object.assign(statements, own),
  };
}
