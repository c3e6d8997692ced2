import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { cancelJob, recoverJobs } from '../../../src/main/db/job-control.ts';
import { readJob } from '../../../src/main/db/job-rows.ts';
import { beginRequest } from '../../../src/main/db/job-requests.ts';
import {
  claimNext,
  failJob,
  finishJob,
  insertJob,
  nextDue,
  renewLeases,
  setProgress,
  snoozeJob,
  type Claim,
} from '../../../src/main/db/jobs.ts';
import { aJob, allRows, anything, claimed } from '../../fixtures/jobs.ts';
import { NOW, openMix, touchingOnly, type Mix } from './job-mix.ts';

let db: Db;
let mix: Mix;
beforeEach(() => {
  mix = openMix();
  ({ db } = mix);
});

const makeOne = (into: Db) => void into.exec('INSERT INTO made VALUES (1)');

describe('adding', () => {
  const job = {
    kind: 'sample',
    payload: { n: 7 },
    maxAttempts: 2,
    key: 'one',
    priority: 4,
    window: 'night',
    runAt: NOW,
    after: [],
    clientId: null,
    nightId: null,
  } as const;

  it('keeps what was asked for', () => {
    const { id, isNew } = insertJob(db, job, NOW);
    expect(isNew).toBe(true);
    expect(readJob(db, id)).toMatchObject({
      kind: 'sample',
      payload: { n: 7 },
      key: 'one',
      priority: 4,
      window: 'night',
      state: 'waiting',
      attempt: 0,
      maxAttempts: 2,
      runAt: NOW,
      createdAt: NOW,
      errors: [],
      startedAt: null,
    });
  });

  it('adds nothing while one with the same key is not finished', () => {
    const first = insertJob(db, job, NOW);
    expect(touchingOnly(db, null, () => insertJob(db, { ...job, payload: { n: 8 } }, NOW))).toEqual({
      id: first.id,
      isNew: false,
    });
    cancelJob(db, first.id, NOW);
    expect(insertJob(db, job, NOW).isNew).toBe(true);
  });

  it('goes with the transaction that asked for it', () => {
    const before = allRows(db);
    const broken = db.transaction(() => {
      insertJob(db, job, NOW);
      throw new Error('the data was wrong');
    });
    expect(broken).toThrow('the data was wrong');
    expect(allRows(db)).toEqual(before);
  });
});

describe('claiming', () => {
  it('takes what is due, and nothing that is later, running or finished', () => {
    const id = aJob(db, NOW);
    const claim = touchingOnly(db, id, () => claimNext(db, anything, 'me/1', NOW));
    expect(claim).toMatchObject({ id, kind: 'sample', payload: { n: 1 }, attempt: 1, maxAttempts: 3 });
    expect(readJob(db, id)).toMatchObject({ state: 'running', leaseUntil: NOW + 30_000, startedAt: NOW });
    expect(touchingOnly(db, null, () => claimNext(db, anything, 'me/2', NOW))).toBeNull();
  });

  it('takes what has begun first, then by priority, then by time', () => {
    const [slow, late, early] = [
      aJob(db, NOW, { priority: 7, runAt: NOW - 9 }),
      aJob(db, NOW, { priority: 2, runAt: NOW - 1 }),
      aJob(db, NOW, { priority: 2, runAt: NOW - 5 }),
    ];
    const at = NOW + 60_000;
    const order = [1, 2, 3, 4, 5].map((n) => claimNext(db, anything, `me/${n}`, at)?.id);
    expect(order).toEqual([mix.out.id, early, late, mix.later, slow]);
  });

  it('takes only kinds it can run, windows that are open, and nothing new of a kind that is held', () => {
    const id = aJob(db, NOW, { window: 'night' });
    const claim = (changes: object, at = NOW) => claimNext(db, { ...anything, ...changes }, 'me/1', at);
    expect(claim({ leases: { other: 1_000 } })).toBeNull();
    expect(claim({ windows: ['now', 'idle'] })).toBeNull();
    expect(claim({ windows: [] })).toBeNull();
    expect(claim({ held: ['sample'] })).toBeNull();
    expect(claim({ held: ['other'], windows: ['night'] })?.id).toBe(id);
  });

  it('sees through what has begun, whatever is closed', () => {
    const closed = { ...anything, windows: [], held: ['sample'] };
    expect(claimNext(db, closed, 'me/1', NOW)).toBeNull();
    expect(nextDue(db, closed)).toBe(NOW + 60_000);
    expect(claimNext(db, closed, 'me/1', NOW + 60_000)?.id).toBe(mix.out.id);
  });

  it('waits until the jobs before it are done', () => {
    const first = aJob(db, NOW);
    const second = aJob(db, NOW, { after: [first, mix.done], priority: 0 });
    const claim = claimed(db, first, NOW, 'me/1');
    expect(claimNext(db, anything, 'me/2', NOW)).toBeNull();
    finishJob(db, claim, { result: undefined, write: null }, NOW);
    expect(claimNext(db, anything, 'me/3', NOW)?.id).toBe(second);
  });

  it('says when the next one is due', () => {
    expect(nextDue(db, anything)).toBe(NOW + 30_000);
    expect(nextDue(db, { ...anything, leases: {} })).toBeNull();
  });

  it('never gives a lease that is longer than any may be', () => {
    const id = aJob(db, NOW);
    claimNext(db, { ...anything, leases: { sample: 10 ** 12 } }, 'me/1', NOW);
    expect(readJob(db, id).leaseUntil).toBe(NOW + 600_000);
  });
});

describe('a claim', () => {
  it('finishes its job together with what it wrote', () => {
    const { running } = mix;
    const isKept = touchingOnly(db, running.id, () =>
      finishJob(
        db,
        running,
        { result: { made: 2 }, write: (open) => open.exec('CREATE TABLE made (n)') },
        NOW,
      ),
    );
    expect(isKept).toBe(true);
    expect(readJob(db, running.id)).toMatchObject({ state: 'done', result: { made: 2 }, finishedAt: NOW });
    expect(db.prepare('SELECT count(*) FROM made').pluck().get()).toBe(0);
  });

  it('finishes nothing where what it writes fails', () => {
    const before = allRows(db);
    const write = () => {
      db.prepare('DELETE FROM jobs').run();
      throw new Error('the disk is full');
    };
    expect(() => finishJob(db, mix.running, { result: 1, write }, NOW)).toThrow('the disk is full');
    expect(allRows(db)).toEqual(before);
  });

  it('is put off without losing an attempt', () => {
    const { running } = mix;
    touchingOnly(db, running.id, () =>
      snoozeJob(db, running, { runAt: NOW + 5, because: 'The GPU is cold.' }, NOW),
    );
    expect(readJob(db, running.id)).toMatchObject({
      state: 'waiting',
      attempt: 0,
      runAt: NOW + 5,
      waitsFor: 'The GPU is cold.',
      leaseUntil: null,
    });
  });

  it('keeps every error, and fails for good when no attempt is left', () => {
    const { running } = mix;
    let claim: Claim = running;
    for (const [index, at] of [NOW, NOW + 10, NOW + 20].entries()) {
      const error = `failure ${index + 1}`;
      touchingOnly(db, running.id, () => failJob(db, claim, { error, retryAt: at + 5 }, at));
      const state = index < 2 ? 'waiting' : 'failed';
      expect(readJob(db, running.id)).toMatchObject({ state, attempt: index + 1, waitsFor: null });
      if (index < 2) claim = claimed(db, running.id, at + 10, `me/${index}`);
    }
    expect(readJob(db, running.id)).toMatchObject({
      finishedAt: NOW + 20,
      errors: [1, 2, 3].map((n) => ({ at: NOW + (n - 1) * 10, attempt: n, error: `failure ${n}` })),
    });
  });

  it('fails for good at once where trying again is of no use', () => {
    failJob(db, mix.running, { error: 'The request is too large.', retryAt: null }, NOW);
    expect(readJob(db, mix.running.id)).toMatchObject({ state: 'failed', attempt: 1 });
  });

  it('keeps its progress and gives signs of life', () => {
    const { running, deserted } = mix;
    touchingOnly(db, running.id, () => {
      expect(setProgress(db, running, { done: 4 })).toBe(true);
      expect(renewLeases(db, [{ ...running, leaseMs: 90_000 }], NOW)).toHaveLength(1);
    });
    expect(readJob(db, running.id)).toMatchObject({ progress: { done: 4 }, leaseUntil: NOW + 90_000 });
    cancelJob(db, deserted.id, NOW);
    const both = [running, deserted].map((claim) => ({ ...claim, leaseMs: 1_000 }));
    expect(renewLeases(db, both, NOW).map(({ id }) => id)).toEqual([running.id]);
  });

  it.each<[string, (job: Claim) => void]>([
    ['cancelled', ({ id }) => void cancelJob(db, id, NOW)],
    [
      'taken over by another one',
      ({ id }) => {
        recoverJobs(db, { running: [], deadHolder: 'owner/2' }, NOW);
        claimed(db, id, NOW, 'another/1');
      },
    ],
  ])('that was %s writes nothing any more', (_what, happen) => {
    const { running } = mix;
    recoverJobs(db, { running: [running.lease], deadHolder: null }, NOW);
    cancelJob(db, mix.deserted.id, NOW);
    happen(running);
    db.exec('CREATE TABLE made (n INTEGER)');
    touchingOnly(db, null, () => {
      expect(finishJob(db, running, { result: 1, write: makeOne }, NOW)).toBe(false);
      expect(snoozeJob(db, running, { runAt: NOW, because: 'late' }, NOW)).toBe(false);
      expect(failJob(db, running, { error: 'late', retryAt: null }, NOW)).toBe(false);
      expect(setProgress(db, running, { done: 1 })).toBe(false);
      expect(renewLeases(db, [{ ...running, leaseMs: 1 }], NOW)).toEqual([]);
      const { id: jobId, lease } = running;
      const asked = { jobId, lease, step: 's', endpoint: 'runpod:x', request: {}, atOnce: 9 };
      expect(beginRequest(db, asked, NOW)).toBe('not_ours');
    });
    expect(db.prepare('SELECT count(*) FROM made').pluck().get()).toBe(0);
  });
});
