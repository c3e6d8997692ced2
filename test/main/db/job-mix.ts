import { onTestFinished, expect } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { cancelJob } from '../../../src/main/db/job-control.ts';
import { beginRequest, storeRemoteId } from '../../../src/main/db/job-requests.ts';
import { failJob, finishJob, renewLeases, snoozeJob, type Claim } from '../../../src/main/db/jobs.ts';
import { openTestDb } from '../../fixtures/desk.ts';
import { aJob, allRows, claimed } from '../../fixtures/jobs.ts';

export const NOW = 1_000_000_000;

/** One job of every sort, so that each operation is seen to touch none but the one it names. */
export interface Mix {
  readonly db: Db;
  readonly later: string;
  readonly done: string;
  readonly failed: string;
  readonly cancelled: string;
  readonly running: Claim;
  readonly deserted: Claim;
  readonly out: Claim;
}

/** The mix in a database of its own, which goes with the test. */
export function openMix(): Mix {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  const { db } = desk;
  const put = (lease: string): Claim =>
    claimed(db, aJob(db, NOW - 9_000, { priority: 0 }), NOW - 9_000, lease);
  const done = put('guest/1/1');
  finishJob(db, done, { result: { made: 3 }, write: null }, NOW - 8_000);
  const failed = put('guest/1/2');
  failJob(db, failed, { error: 'It was no good.', retryAt: null }, NOW - 8_000);
  const cancelled = aJob(db, NOW - 9_000);
  cancelJob(db, cancelled, NOW - 8_000);
  const out = put('guest/1/3');
  storeRemoteId(db, begin(db, out, 'generate'), 'remote-1');
  snoozeJob(db, out, { runAt: NOW + 60_000, because: 'It waits at the endpoint.' }, NOW);
  const running = put('owner/2/1');
  renewLeases(db, [{ ...running, leaseMs: 60_000 }], NOW);
  const deserted = put('owner/1/4');
  renewLeases(db, [{ ...deserted, leaseMs: 1_000 }], NOW - 5_000);
  const later = aJob(db, NOW, { runAt: NOW + 30_000 });
  return { db, later, done: done.id, failed: failed.id, cancelled, running, deserted, out };
}

/** Writes down a request that is about to go out, and returns its id. */
export function begin(db: Db, { id: jobId, lease }: Claim, step: string): number {
  const asked = { jobId, lease, step, endpoint: 'runpod:x', request: { maxTokens: 1 }, atOnce: 9 };
  const id = beginRequest(db, asked, NOW);
  if (typeof id !== 'number') throw new Error(id);
  return id;
}

/** Does something and expects every job and request but those of `jobId` as they were. */
export function touchingOnly<T>(db: Db, jobId: string | null, work: () => T): T {
  const others = () => {
    const { jobs, requests } = allRows(db);
    return [
      jobs.filter((row) => (row as { id: string }).id !== jobId),
      requests.filter((row) => (row as { job_id: string }).job_id !== jobId),
    ];
  };
  const before = others();
  const result = work();
  expect(others()).toEqual(before);
  return result;
}
