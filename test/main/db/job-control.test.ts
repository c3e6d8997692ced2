import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import {
  cancelJob,
  hasDeserted,
  nextLeaseEnd,
  recoverJobs,
  retryJob,
} from '../../../src/main/db/job-control.ts';
import { countJobs, listRequests, readJob } from '../../../src/main/db/job-rows.ts';
import { listAbandoned, markTakenBack, readAliveRequest } from '../../../src/main/db/job-requests.ts';
import { claimNext, failJob, renewLeases } from '../../../src/main/db/jobs.ts';
import { aJob, anything, claimed } from '../../fixtures/jobs.ts';
import { NOW, openMix, touchingOnly, type Mix } from './job-mix.ts';

let db: Db;
let mix: Mix;
beforeEach(() => {
  mix = openMix();
  ({ db } = mix);
});

describe('taking back what a crash left', () => {
  it('takes what nobody gave a sign of life for, and counts the attempt', () => {
    const { deserted } = mix;
    const ids = touchingOnly(db, deserted.id, () => recoverJobs(db, { running: [], deadHolder: null }, NOW));
    expect(ids).toEqual([deserted.id]);
    expect(readJob(db, deserted.id)).toMatchObject({
      state: 'waiting',
      attempt: 1,
      runAt: NOW,
      leaseUntil: null,
      errors: [{ attempt: 1, error: 'The app ended while this was being worked on.' }],
    });
  });

  it('takes everything of an owner that is dead, however long its lease', () => {
    const ids = touchingOnly(db, mix.running.id, () => {
      const taken = recoverJobs(db, { running: [mix.deserted.lease], deadHolder: 'owner/' }, NOW - 5_000);
      return taken;
    });
    expect(ids).toEqual([mix.running.id]);
  });

  it('leaves what this process runs itself, however late it is', () => {
    const running = [mix.running.lease, mix.deserted.lease];
    expect(nextLeaseEnd(db, [mix.running.lease])).toBe(NOW - 4_000);
    expect(nextLeaseEnd(db, running)).toBeNull();
    expect(
      touchingOnly(db, null, () => recoverJobs(db, { running, deadHolder: null }, NOW + 10 ** 9)),
    ).toEqual([]);
  });

  it('takes a lease that ends later than any may: the clock was put back', () => {
    const ids = recoverJobs(db, { running: [], deadHolder: null }, NOW - 3_600_000);
    expect(ids.sort()).toEqual([mix.running.id, mix.deserted.id].sort());
  });

  it('leaves the longest lease that was given a moment after the time was read', () => {
    const { running } = mix;
    renewLeases(db, [{ ...running, leaseMs: 600_000 }], NOW);
    const others = { running: [mix.deserted.lease], deadHolder: null };
    expect(hasDeserted(db, others, NOW - 5)).toBe(false);
    expect(recoverJobs(db, others, NOW - 5)).toEqual([]);
    expect(hasDeserted(db, { running: [], deadHolder: null }, NOW - 5)).toBe(true);
  });

  it('ends a job whose last attempt it was', () => {
    const { deserted } = mix;
    db.prepare('UPDATE jobs SET attempt = max_attempts WHERE id = ?').run(deserted.id);
    recoverJobs(db, { running: [], deadHolder: null }, NOW);
    expect(readJob(db, deserted.id)).toMatchObject({ state: 'failed', finishedAt: NOW, attempt: 3 });
  });
});

describe('cancelling', () => {
  it('ends a job that waits, and what waits for it', () => {
    const second = aJob(db, NOW, { after: [mix.later] });
    const third = aJob(db, NOW, { after: [second, mix.done] });
    expect(cancelJob(db, mix.later, NOW).sort()).toEqual([mix.later, second, third].sort());
    expect(readJob(db, third)).toMatchObject({ state: 'cancelled', finishedAt: NOW });
    expect(countJobs(db)).toEqual({ waiting: 1, running: 2, done: 1, failed: 1, cancelled: 4 });
  });

  it('gives up what it has out at the endpoint, to be taken back', () => {
    touchingOnly(db, mix.out.id, () => cancelJob(db, mix.out.id, NOW));
    const [request] = listAbandoned(db, 'runpod:x');
    expect(request).toMatchObject({ jobId: mix.out.id, remoteId: 'remote-1' });
    expect(listAbandoned(db, 'another')).toEqual([]);
    markTakenBack(db, request!.id);
    expect(listAbandoned(db, 'runpod:x')).toEqual([]);
    expect(listRequests(db, mix.out.id)).toMatchObject([
      { state: 'cancelled', remoteId: 'remote-1', endedAt: NOW },
    ]);
  });

  it('refuses what has ended, and what is not there', () => {
    for (const id of [mix.done, mix.failed, mix.cancelled])
      expect(() => touchingOnly(db, null, () => cancelJob(db, id, NOW))).toThrow(
        'cannot be cancelled: it is',
      );
    expect(() => cancelJob(db, 'nobody', NOW)).toThrow('There is no job nobody');
  });
});

describe('trying again by hand', () => {
  it('gives all attempts back and keeps the errors', () => {
    touchingOnly(db, mix.failed, () => retryJob(db, mix.failed, NOW));
    expect(readJob(db, mix.failed)).toMatchObject({
      state: 'waiting',
      attempt: 0,
      runAt: NOW,
      finishedAt: null,
      errors: [{ error: 'It was no good.' }],
    });
    touchingOnly(db, mix.cancelled, () => retryJob(db, mix.cancelled, NOW));
    expect(readJob(db, mix.cancelled).state).toBe('waiting');
  });

  it('collects what is still out rather than asking anew', () => {
    const claim = claimed(db, mix.out.id, NOW + 60_000, 'me/1');
    failJob(db, claim, { error: 'no network', retryAt: null }, NOW);
    retryJob(db, claim.id, NOW);
    expect(claimNext(db, { ...anything, windows: [] }, 'me/2', NOW)?.id).toBe(claim.id);
    expect(readAliveRequest(db, claim.id, 'generate')).toMatchObject({
      state: 'submitted',
      remoteId: 'remote-1',
    });
  });

  it('refuses a job before which another was cancelled, also a new one: it would wait for ever', () => {
    const second = aJob(db, NOW, { after: [mix.later] });
    cancelJob(db, mix.later, NOW);
    expect(() => touchingOnly(db, null, () => retryJob(db, second, NOW))).toThrow('Try that one again first');
    expect(() => touchingOnly(db, null, () => aJob(db, NOW, { after: [mix.later] }))).toThrow(
      'was cancelled',
    );
    retryJob(db, mix.later, NOW);
    retryJob(db, second, NOW);
    expect(readJob(db, second).state).toBe('waiting');
  });

  it('refuses what is not over or is done, and where another has the key', () => {
    for (const id of [mix.done, mix.later, mix.running.id])
      expect(() => touchingOnly(db, null, () => retryJob(db, id, NOW))).toThrow(
        'cannot be tried again: it is',
      );
    expect(() => retryJob(db, 'nobody', NOW)).toThrow('There is no job nobody');
    const first = aJob(db, NOW, { key: 'k' });
    cancelJob(db, first, NOW);
    aJob(db, NOW, { key: 'k' });
    expect(() => touchingOnly(db, null, () => retryJob(db, first, NOW))).toThrow(
      'another one with the same key',
    );
  });
});
