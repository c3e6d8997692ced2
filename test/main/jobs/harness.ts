import { onTestFinished } from 'vitest';
import { listRequests, readJob } from '../../../src/main/db/job-rows.ts';
import { openGates } from '../../../src/main/jobs/gates.ts';
import type { JobKind } from '../../../src/main/jobs/kind.ts';
import { Worker, type WorkerOptions } from '../../../src/main/jobs/worker.ts';
import type { Job } from '../../../src/shared/job.ts';
import { openTestDb, silentLog, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';
import { aJob, sampleKind } from '../../fixtures/jobs.ts';
import { fakeEndpoint, request, type FakeEndpoint } from './fake-endpoint.ts';

/** A queue with a clock that stands still, and workers that end with the test. */
export interface Shop {
  readonly desk: TestDb;
  readonly clock: TestClock;
  /** The one that is set; another may be put in its place. */
  endpoint: FakeEndpoint;
  worker(kind: JobKind, changes?: Partial<WorkerOptions>): Worker;
  /** Adds a job that is due now. */
  add(wish?: Parameters<typeof aJob>[2]): string;
  job(id: string): Job;
  /** States of its requests, oldest first. */
  requests(id: string): string[];
}

export function openShop(): Shop {
  const desk = openTestDb();
  const clock = testClock();
  const workers: Worker[] = [];
  onTestFinished(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    desk.cleanUp();
  });
  const shop: Shop = {
    desk,
    clock,
    endpoint: fakeEndpoint(),
    worker: (kind, changes = {}) => {
      const worker = new Worker({
        db: desk.db,
        clock,
        log: silentLog,
        kinds: [kind],
        role: 'owner',
        gates: openGates,
        endpoint: () => shop.endpoint.inUse,
        random: () => 0.5,
        ...changes,
      });
      workers.push(worker);
      return worker;
    },
    add: (wish) => aJob(desk.db, clock.now(), wish),
    job: (id) => readJob(desk.db, id),
    requests: (id) => listRequests(desk.db, id).map(({ state }) => state),
  };
  return shop;
}

/** Asks once and keeps the answer. */
export const asking = sampleKind(async ({ payload }, { ask }) => {
  const { text } = await ask('generate', {
    ...request,
    messages: [{ role: 'user', content: `n${payload.n}` }],
  });
  return { kind: 'done', result: text };
});

/** Runs until it is ended, and then throws why. */
export const untilEnded = sampleKind(
  ({ signal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
);

/** Runs what is due, an hour later again, and so on. */
export async function runFor({ clock }: Shop, worker: Worker, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await worker.runOnce();
    clock.advance(3_600_000);
  }
}
