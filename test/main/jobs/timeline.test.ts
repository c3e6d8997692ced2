import { afterEach, beforeEach, expect, it } from 'vitest';
import { recoverJobs } from '../../../src/main/db/job-control.ts';
import { listRequests, readJob } from '../../../src/main/db/job-rows.ts';
import { beginRequest, storeRemoteId, storeReply } from '../../../src/main/db/job-requests.ts';
import { finishJob } from '../../../src/main/db/jobs.ts';
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
  const timeline = timelineOf(readJob(db, id), listRequests(db, id));
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
