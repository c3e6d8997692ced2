import { beforeEach, describe, expect, it } from 'vitest';
import { retryJob } from '../../../src/main/db/job-control.ts';
import { LlamaFault } from '../../../src/main/llama/fault.ts';
import { sampleKind } from '../../fixtures/jobs.ts';
import { fakeEndpoint, replyTo, request } from './fake-endpoint.ts';
import { asking, openShop, runFor, type Shop } from './harness.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop();
});

const away = () => Promise.reject(new LlamaFault('unreachable', 'Nothing answers.'));

describe('a job that asks the endpoint', () => {
  it('holds no slot while the answer is not there, and asks once however often it runs', async () => {
    shop.endpoint = fakeEndpoint({ after: 3 });
    const worker = shop.worker(asking);
    const id = shop.add({ payload: { n: 7 } });
    expect(await worker.runOnce()).toBe(1);
    expect(shop.job(id)).toMatchObject({
      state: 'waiting',
      attempt: 0,
      waitsFor: 'The request was handed over.',
    });
    await runFor(shop, worker, 4);
    expect(shop.job(id)).toMatchObject({ state: 'done', result: 'n7', attempt: 1 });
    expect(shop.endpoint.taken.size).toBe(1);
    expect(shop.job(id).spending).toEqual({
      requests: 1,
      costUsd: 0.5,
      gpuMs: 1_500,
      inputTokens: 10,
      outputTokens: 20,
    });
  });

  it('takes an answer that comes in one go', async () => {
    shop.endpoint.starts.push(() => ({ state: 'done', reply: replyTo('at once') }));
    const id = shop.add();
    await shop.worker(asking).runOnce();
    expect(shop.job(id)).toMatchObject({ state: 'done', result: 'at once' });
    expect(shop.requests(id)).toEqual(['replied']);
  });

  it('does not ask again for what was answered when a later step fails, unless it says so', async () => {
    let isUseless = false;
    const worker = shop.worker(
      sampleKind(async (_job, { ask, discard }) => {
        await ask('generate', request);
        if (isUseless) discard('generate');
        return { kind: 'fail', error: 'later', isRetryable: true };
      }),
    );
    const id = shop.add();
    await runFor(shop, worker, 3);
    expect([shop.endpoint.taken.size, shop.job(id).attempt]).toEqual([1, 2]);
    isUseless = true;
    await runFor(shop, worker, 1);
    expect(shop.requests(id)).toEqual(['discarded']);
    retryJob(shop.desk.db, id, shop.clock.now());
    await runFor(shop, worker, 1);
    expect(shop.requests(id)).toEqual(['discarded', 'submitted']);
  });

  it('asks again where the endpoint knows the request no more', async () => {
    const worker = shop.worker(asking);
    const id = shop.add();
    await worker.runOnce();
    shop.endpoint.looks.push(() => ({ state: 'gone' }));
    await runFor(shop, worker, 3);
    expect(shop.job(id).state).toBe('done');
    expect(shop.requests(id)).toEqual(['gone', 'replied']);
  });

  it('counts an attempt for a request that failed there, and asks anew', async () => {
    const worker = shop.worker(asking);
    const id = shop.add();
    await worker.runOnce();
    shop.endpoint.looks.push(() => ({
      state: 'failed',
      fault: new LlamaFault('worker_failed', 'Out of memory.'),
    }));
    await runFor(shop, worker, 4);
    expect(shop.job(id)).toMatchObject({
      state: 'done',
      attempt: 2,
      errors: [{ error: 'worker_failed: Out of memory.' }],
    });
    expect(shop.requests(id)).toEqual(['failed', 'replied']);
  });

  it('loses no attempt while the network is away, and a thousand others do not try it too', async () => {
    shop.endpoint.starts.push(...Array.from({ length: 200 }, () => away));
    const worker = shop.worker(asking);
    const ids = [shop.add(), ...Array.from({ length: 30 }, () => shop.add())];
    await worker.runOnce();
    expect(shop.endpoint.starts.splice(0).length).toBeGreaterThanOrEqual(200 - shop.endpoint.inUse.atOnce);
    expect(
      ids.map((id) => shop.job(id)).filter(({ attempt, errors }) => attempt + errors.length > 0),
    ).toEqual([]);
    await runFor(shop, worker, 40);
    expect(ids.filter((id) => shop.job(id).state !== 'done')).toEqual([]);
  });

  it('loses no attempt while the endpoint cannot be asked how far it is', async () => {
    const worker = shop.worker(asking);
    const id = shop.add();
    await worker.runOnce();
    const faults = (['unreachable', 'timeout', 'rate_limited', 'unauthorized', 'server_error'] as const).map(
      (code) => () => Promise.reject(new LlamaFault(code, code)),
    );
    shop.endpoint.looks.push(...faults);
    await runFor(shop, worker, 8);
    expect(shop.job(id)).toMatchObject({ state: 'done', attempt: 1, errors: [] });
    expect(shop.endpoint.taken.size).toBe(1);
  });

  it('waits as long as the endpoint asks for', async () => {
    shop.endpoint.starts.push(() =>
      Promise.reject(new LlamaFault('rate_limited', 'Too many.', { retryAfterMs: 90_000 })),
    );
    const worker = shop.worker(asking);
    const id = shop.add();
    await worker.runOnce();
    expect(shop.job(id)).toMatchObject({
      runAt: shop.clock.now() + 90_000,
      waitsFor: 'rate_limited: Too many.',
      attempt: 0,
    });
  });

  it('counts an attempt where the request may have arrived, and says so', async () => {
    shop.endpoint.starts.push(() =>
      Promise.reject(new LlamaFault('timeout', 'No answer came.', { mayHaveArrived: true })),
    );
    const worker = shop.worker(asking);
    const id = shop.add();
    await runFor(shop, worker, 4);
    expect(shop.job(id)).toMatchObject({
      state: 'done',
      attempt: 2,
      errors: [{ error: 'timeout: No answer came.' }],
    });
    expect(shop.requests(id)).toEqual(['lost', 'replied']);
  });

  it('fails for good where the request itself is refused', async () => {
    shop.endpoint.starts.push(() => Promise.reject(new LlamaFault('too_large', 'Ask for less.')));
    const id = shop.add();
    await shop.worker(asking).runOnce();
    expect(shop.job(id)).toMatchObject({
      state: 'failed',
      attempt: 1,
      errors: [{ error: 'too_large: Ask for less.' }],
    });
  });

  it('asks the endpoint that is set now, and takes back what is out at the one before', async () => {
    const before = shop.endpoint;
    const worker = shop.worker(asking);
    const id = shop.add();
    await worker.runOnce();
    shop.endpoint = fakeEndpoint({ id: 'runpod:other' });
    await runFor(shop, worker, 3);
    expect(shop.job(id).state).toBe('done');
    expect([before.taken.size, shop.endpoint.taken.size]).toEqual([1, 1]);
    shop.endpoint = before;
    await worker.runOnce();
    expect(before.taken.get('remote-1')).toMatchObject({ isCancelled: true });
  });

  it('never has more out at one time than the endpoint may have', async () => {
    shop.endpoint = fakeEndpoint({ atOnce: 3, after: 4 });
    const worker = shop.worker(asking);
    const ids = Array.from({ length: 12 }, () => shop.add());
    let most = 0;
    for (let round = 0; round < 40; round += 1) {
      await worker.runOnce();
      const out = ids.filter((id) => shop.requests(id).includes('submitted')).length;
      most = Math.max(most, out);
      shop.clock.advance(60_000);
    }
    expect(most).toBe(3);
    expect(ids.filter((id) => shop.job(id).state !== 'done')).toEqual([]);
    expect(shop.endpoint.taken.size).toBe(12);
  });
});
