import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recoverJobs } from '../../../src/main/db/job-control.ts';
import { listRequests, readJob } from '../../../src/main/db/job-rows.ts';
import { beginRequest, storeRemoteId, storeReply } from '../../../src/main/db/job-requests.ts';
import { listWaits } from '../../../src/main/db/job-waits.ts';
import { finishJob, snoozeJob } from '../../../src/main/db/jobs.ts';
import { timelineOf } from '../../../src/main/jobs/timeline.ts';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { aJob, claimed } from '../../fixtures/jobs.ts';

let desk: TestDb;
beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

it('tells what happened to a job in its order, and that a request may have gone out twice', () => {
  const { db } = desk;
  const NOW = 10 ** 9;
  const id = aJob(db, NOW);
  const ask = (lease: string, at: number): number => {
    const asked = { jobId: id, lease, step: 'generate', endpoint: 'runpod:x', request: {}, atOnce: 9 };
    return Number(beginRequest(db, asked, at));
  };
  claimed(db, id, NOW + 1, 'owner/1/1');
  ask('owner/1/1', NOW + 2);
  recoverJobs(db, { running: [], deadHolder: 'owner/' }, NOW + 9);
  const claim = claimed(db, id, NOW + 10, 'owner/2/1');
  const request = ask('owner/2/1', NOW + 11);
  storeRemoteId(db, request, 'remote-1');
  const nothing = { model: null, costUsd: null, gpuMs: null, inputTokens: null, outputTokens: null };
  storeReply(db, request, {}, nothing, NOW + 15);
  finishJob(db, claim, { result: 1, write: null }, NOW + 15);
  const timeline = timelineOf(readJob(db, id), listRequests(db, id), listWaits(db, id));
  expect(timeline.map(({ at, ...entry }) => [at - NOW, entry])).toEqual([
    [0, { what: 'added' }],
    [1, { what: 'begun' }],
    [2, { what: 'asked', step: 'generate', remoteId: null, isAgain: false }],
    [9, expect.objectContaining({ what: 'request_ended', state: 'lost' })],
    [9, { what: 'failed', attempt: 1, error: 'The app ended while this was being worked on.' }],
    [11, { what: 'asked', step: 'generate', remoteId: 'remote-1', isAgain: true }],
    [15, { what: 'request_ended', step: 'generate', state: 'replied', fault: null }],
    [15, { what: 'ended', state: 'done' }],
  ]);
});

describe('what a job waited for', () => {
  const NOW = 10 ** 9;
  let id = '';
  const putOff = (because: string, at: number): void => {
    const claim = claimed(desk.db, id, at, `owner/1/${at}`);
    snoozeJob(desk.db, claim, { runAt: at, because }, at);
  };
  const told = () =>
    timelineOf(readJob(desk.db, id), listRequests(desk.db, id), listWaits(desk.db, id)).filter(
      ({ what }) => what === 'waited',
    );
  beforeEach(() => {
    id = aJob(desk.db, NOW);
  });

  it('is told reason after reason, the same one once with how often; what it waits for now is not past', () => {
    putOff('It waits at the endpoint.', NOW + 1);
    putOff('It waits at the endpoint.', NOW + 5);
    putOff('busy: x.example answered with HTTP 503.', NOW + 9);
    expect(told()).toEqual([
      { at: NOW + 1, what: 'waited', because: 'It waits at the endpoint.', until: NOW + 5, times: 2 },
    ]);
    const claim = claimed(desk.db, id, NOW + 20);
    finishJob(desk.db, claim, { result: 1, write: null }, NOW + 21);
    expect(told().map(({ at }) => at - NOW)).toEqual([1, 9]);
  });

  it('is kept for the newest reasons only', () => {
    for (let at = 1; at <= 50; at += 1) putOff(`reason ${at}`, NOW + at);
    expect(listWaits(desk.db, id).map(({ because }) => because)).toEqual(
      Array.from({ length: 40 }, (_, index) => `reason ${index + 11}`),
    );
  });

  it('is not written for a claim that was lost, and goes with the job', () => {
    const claim = claimed(desk.db, id, NOW + 1);
    recoverJobs(desk.db, { running: [], deadHolder: 'owner/' }, NOW + 2);
    expect(snoozeJob(desk.db, claim, { runAt: NOW + 3, because: 'late' }, NOW + 3)).toBe(false);
    expect(listWaits(desk.db, id)).toEqual([]);
    putOff('later', NOW + 10 ** 7);
    desk.db.prepare('DELETE FROM jobs').run();
    expect(listWaits(desk.db, id)).toEqual([]);
  });
});
