import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../src/main/db/db.ts';
import { claimNext, finishJob, snoozeJob } from '../../src/main/db/jobs.ts';
import { addMetrics } from '../../src/main/db/metrics.ts';
import { openDb } from '../../src/main/db/open.ts';
import { systemClock } from '../../src/main/clock.ts';
import { openJobs } from '../../src/main/jobs/jobs.ts';
import { openGates } from '../../src/main/jobs/gates.ts';
import { enqueue } from '../../src/main/jobs/queue.ts';
import { Worker, type WorkerOptions } from '../../src/main/jobs/worker.ts';
import { silentLog } from '../fixtures/desk.ts';
import { anything, doneAtOnce, sampleKind, sampleSpec } from '../fixtures/jobs.ts';
import { toRow, type Measure, type Row } from './measure.ts';
import { sample } from './sampling.ts';

const JOBS = 10_000;
const FINISHED = 100_000;
const STARTS = 100;

/** The durable queue: what one job costs beside a bare commit, and whether old ones weigh on new ones. */
export const jobs: Measure = {
  name: 'jobs',
  title: 'The queue of offline work',
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'jiwa-bench-'));
    const db = openDb({ file: join(dir, 'jiwa.db') });
    try {
      const { commit } = await sample({ commit: () => addMetrics(db, null, { bench: 1 }, 0) }, { time: 0 });
      const rows = [...throughput(db, commit), ...(await throughWorker(db, commit))];
      fillFinished(db);
      return [...rows, ...(await besideFinished(db)), ...(await starts(db, dir))];
    } finally {
      db.close();
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

const workerOptions = (db: Db): WorkerOptions => ({
  db,
  clock: systemClock,
  log: silentLog,
  kinds: [sampleKind(doneAtOnce, { isLocal: true })],
  role: 'owner',
  gates: openGates,
  endpoint: () => null,
});

const add = (db: Db) => enqueue(db, sampleSpec, { payload: { n: 1 } }, Date.now());

function work(db: Db): void {
  const claim = claimNext(db, anything, 'owner/bench/1', Date.now());
  if (claim === null) throw new Error('There is nothing to claim.');
  finishJob(db, claim, { result: { made: 1 }, write: null }, Date.now());
}

/** Ms of each call. */
function timed(count: number, call: () => unknown): number[] {
  return Array.from({ length: count }, () => {
    const startedAt = performance.now();
    call();
    return performance.now() - startedAt;
  });
}

function throughput(db: Db, commit: readonly number[]): Row[] {
  const reference = { what: 'one SQLite commit', samples: commit };
  const added = timed(JOBS, () => add(db));
  const worked = timed(JOBS, () => work(db));
  const whole = added.map((ms, index) => ms + (worked[index] ?? 0));
  const many = JOBS.toLocaleString('en');
  return [
    toRow(`${many} jobs: adding one`, added, { reference }),
    toRow(`${many} jobs: claiming and finishing one`, worked, { reference }),
    toRow(`${many} jobs: all three of them`, whole, { reference, limit: { of: 'ratio', atMost: 10 } }),
  ];
}

/** Through the worker itself, whose timers and turns of the event loop count too. */
async function throughWorker(db: Db, commit: readonly number[]): Promise<Row[]> {
  for (let count = 0; count < JOBS; count += 1) add(db);
  const worker = new Worker(workerOptions(db));
  const startedAt = performance.now();
  const runs = await worker.runOnce();
  const each = (performance.now() - startedAt) / runs;
  if (runs !== JOBS) throw new Error(`${runs} jobs ran, and ${JOBS} were added.`);
  const reference = { what: 'one SQLite commit', samples: commit };
  return [toRow('the worker: one job from its claim to its end, mean', [each], { reference })];
}

function fillFinished(db: Db): void {
  const { n } = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM jobs').get() ?? { n: 0 };
  db.transaction(() => {
    for (let count = n; count < FINISHED; count += 1) {
      add(db);
      work(db);
    }
  })();
}

async function besideFinished(db: Db): Promise<Row[]> {
  add(db);
  const claim = () => {
    const claimed = claimNext(db, anything, 'owner/bench/1', Date.now());
    if (claimed === null) throw new Error('There is nothing to claim.');
    return claimed;
  };
  const { claimed, commit } = await sample(
    {
      claimed: () => {
        const startedAt = performance.now();
        const taken = claim();
        const overriddenDuration = performance.now() - startedAt;
        snoozeJob(db, taken, { runAt: Date.now(), because: 'bench' }, Date.now());
        return { overriddenDuration };
      },
      commit: () => addMetrics(db, null, { bench: 1 }, 0),
    },
    { iterations: 2_000, time: 0 },
  );
  const reference = { what: 'one SQLite commit', samples: commit };
  return [
    toRow(`beside ${FINISHED.toLocaleString('en')} finished jobs: claiming one`, claimed, {
      reference,
      limit: { of: 'ratio', atMost: 5 },
    }),
  ];
}

/** Opening and starting a queue that has nothing to do: what the start of the app pays for it. */
async function starts(db: Db, dataDir: string): Promise<Row[]> {
  db.exec("UPDATE jobs SET state = 'cancelled', waits_for = NULL, finished_at = 1 WHERE state = 'waiting'");
  const samples: number[] = [];
  for (let count = 0; count < STARTS; count += 1) {
    const startedAt = performance.now();
    const queue = openJobs({ ...workerOptions(db), dataDir, kinds: [sampleKind(doneAtOnce)] });
    queue.start();
    // Its first look comes with the next turn of the event loop.
    await new Promise(setImmediate);
    samples.push(performance.now() - startedAt);
    await queue.stop();
  }
  return [toRow('starting beside them, with nothing to do', samples, { limit: { of: 'p50', atMost: 1 } })];
}
