import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { recoverJobs } from '../../../src/main/db/job-control.ts';
import { listRequests, readJob } from '../../../src/main/db/job-rows.ts';
import {
  abandonRequests,
  beginRequest,
  countRequestsOut,
  discardReply,
  endRequest,
  listAbandoned,
  readAliveRequest,
  storeRemoteId,
  storeReply,
} from '../../../src/main/db/job-requests.ts';
import { claimed } from '../../fixtures/jobs.ts';
import { begin, NOW, openMix, touchingOnly, type Mix } from './job-mix.ts';

let db: Db;
let mix: Mix;
beforeEach(() => {
  mix = openMix();
  ({ db } = mix);
});

const reply = { text: 'ciao' };
const spent = { model: 'llama', costUsd: 0.25, gpuMs: 900, inputTokens: 10, outputTokens: 20 };

describe('a request', () => {
  it('goes from its mark to its id to its reply, and its cost is the job’s', () => {
    const { running } = mix;
    touchingOnly(db, running.id, () => {
      const id = begin(db, running, 'generate');
      expect(readAliveRequest(db, running.id, 'generate')).toMatchObject({
        state: 'submitting',
        remoteId: null,
      });
      storeRemoteId(db, id, 'remote-2');
      expect(countRequestsOut(db, 'runpod:x')).toBe(2);
      storeReply(db, id, reply, spent, NOW + 5);
    });
    expect(readAliveRequest(db, running.id, 'generate')).toMatchObject({ state: 'replied', reply });
    expect(countRequestsOut(db, 'runpod:x')).toBe(1);
    expect(readJob(db, running.id).spending).toEqual({
      requests: 1,
      costUsd: 0.25,
      gpuMs: 900,
      inputTokens: 10,
      outputTokens: 20,
    });
  });

  it('is not begun where as many are out as may be', () => {
    const { id: jobId, lease } = mix.running;
    const asked = { jobId, lease, step: 's', endpoint: 'runpod:x', request: {}, atOnce: 1 };
    expect(touchingOnly(db, null, () => beginRequest(db, asked, NOW))).toBe('full');
    expect(beginRequest(db, { ...asked, endpoint: 'another' }, NOW)).toEqual(expect.any(Number));
  });

  it('may be begun by a job that fills the endpoint itself: two such jobs would wait for each other', () => {
    const { out } = mix;
    const { lease } = claimed(db, out.id, NOW + 60_000, 'me/1');
    const asked = { jobId: out.id, lease, step: 's', endpoint: 'runpod:x', request: {}, atOnce: 1 };
    expect(beginRequest(db, asked, NOW)).toEqual(expect.any(Number));
  });

  it('of a process that died counts as lost, and is taken back where its id comes after all', () => {
    const { deserted } = mix;
    const id = begin(db, deserted, 'generate');
    touchingOnly(db, deserted.id, () => recoverJobs(db, { running: [], deadHolder: null }, NOW));
    expect(listRequests(db, deserted.id)).toMatchObject([
      { state: 'lost', remoteId: null, fault: expect.stringContaining('The endpoint may have it') },
    ]);
    expect(readAliveRequest(db, deserted.id, 'generate')).toBeNull();
    storeRemoteId(db, id, 'remote-9');
    expect(listAbandoned(db, 'runpod:x')).toMatchObject([{ id, remoteId: 'remote-9' }]);
  });

  it('whose reply was of no use is asked again, and the reply stays', () => {
    const { running } = mix;
    const id = begin(db, running, 'generate');
    storeReply(db, id, reply, spent, NOW);
    touchingOnly(db, null, () => discardReply(db, running.id, 'another/1', 'generate'));
    discardReply(db, running.id, running.lease, 'generate');
    expect(readAliveRequest(db, running.id, 'generate')).toBeNull();
    expect(listRequests(db, running.id)).toMatchObject([{ state: 'discarded', costUsd: 0.25 }]);
  });

  it('ends in other ways, once', () => {
    const { running } = mix;
    const [failed, gone, late] = ['a', 'b', 'c'].map((step) => begin(db, running, step));
    storeRemoteId(db, gone!, 'remote-3');
    touchingOnly(db, running.id, () => {
      endRequest(db, failed!, { state: 'failed', fault: 'refused' }, NOW);
      endRequest(db, gone!, { state: 'gone' }, NOW);
      abandonRequests(db, [running.id], NOW);
      storeReply(db, late!, reply, spent, NOW);
      endRequest(db, gone!, { state: 'failed', fault: 'twice' }, NOW);
    });
    expect(listRequests(db, running.id)).toMatchObject([
      { state: 'failed', fault: 'refused' },
      { state: 'gone', remoteId: 'remote-3', fault: null },
      { state: 'lost', fault: 'The job ended while this was being handed over.' },
    ]);
  });
});
