import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cancelJob } from '../../../src/main/db/job-control.ts';
import { type RunningJob } from '../../../src/main/jobs/kind.ts';
import { LlamaFault } from '../../../src/main/llama/fault.ts';
import { sampleKind } from '../../fixtures/jobs.ts';
import { fakeEndpoint, request } from './fake-endpoint.ts';
import { asking, openShop, runFor, type Shop } from './harness.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop();
});

/** Waits until a real worker has brought it about. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

describe('cancelling a job', () => {
  it('reaches the endpoint, also where it cannot be told at once', async () => {
    shop.endpoint = fakeEndpoint({ after: 99 });
    const worker = shop.worker(asking);
    const [id, other] = [shop.add(), shop.add()];
    await worker.runOnce();
    cancelJob(shop.desk.db, id, shop.clock.now());
    shop.endpoint.cancels.push(() => Promise.reject(new LlamaFault('unreachable', 'away')));
    await worker.runOnce();
    expect([shop.requests(id), shop.endpoint.taken.get('remote-1')?.isCancelled]).toEqual([
      ['abandoned'],
      false,
    ]);
    await runFor(shop, worker, 2);
    expect([shop.requests(id), shop.endpoint.taken.get('remote-1')?.isCancelled]).toEqual([
      ['cancelled'],
      true,
    ]);
    expect([shop.requests(other), shop.endpoint.taken.get('remote-2')?.isCancelled]).toEqual([
      ['submitted'],
      false,
    ]);
  });

  it('while it is being handed over waits for the id, and takes it back', async () => {
    let handOver: ((id: string) => void) | undefined;
    shop.endpoint.starts.push(
      () => new Promise((resolve) => (handOver = (remoteId) => resolve({ state: 'submitted', remoteId }))),
    );
    const worker = shop.worker(asking);
    const id = shop.add();
    worker.start();
    await until(() => expect(shop.requests(id)).toEqual(['submitting']));
    worker.drop(cancelJob(shop.desk.db, id, shop.clock.now()));
    handOver?.(shop.endpoint.take(request));
    await until(() => expect(shop.endpoint.taken.get('remote-1')?.isCancelled).toBe(true));
    expect([shop.job(id).state, shop.requests(id)]).toEqual(['cancelled', ['cancelled']]);
  });

  it('ends a run that goes on elsewhere, by its missing lease', async () => {
    let seen: RunningJob<unknown, unknown> | undefined;
    const kind = sampleKind(
      (running) => {
        seen = running;
        return new Promise((_, reject) =>
          running.signal.addEventListener('abort', () => reject(running.signal.reason as Error)),
        );
      },
      { leaseMs: 60 },
    );
    const id = shop.add();
    shop.worker(kind).start();
    await until(() => expect(seen?.id).toBe(id));
    cancelJob(shop.desk.db, id, shop.clock.now());
    await until(() => expect(seen?.signal.aborted).toBe(true));
    expect(shop.job(id)).toMatchObject({ state: 'cancelled', errors: [] });
  });
});
