import { expect, it, onTestFinished, vi } from 'vitest';
import { cancelJob } from '../../../src/main/db/job-control.ts';
import type { EndpointInUse } from '../../../src/main/jobs/endpoint-in-use.ts';
import { costOf } from '../../../src/main/llama/cost.ts';
import { openLlama } from '../../../src/main/llama/llama.ts';
import { defaultSettings, type Settings } from '../../../src/shared/settings.ts';
import { startLlamaServer } from '../../simulators/llama-server.ts';
import { startRunpodSimulator } from '../../simulators/runpod.ts';
import { asking, openShop, runFor } from './harness.ts';

vi.setConfig({ testTimeout: 60_000 });

/** The endpoint of these settings, as the core has it. */
function inUse(settings: Partial<Settings['llama']>): () => EndpointInUse | null {
  const llama = { ...defaultSettings.llama, ...settings };
  const opened = openLlama({ settings: () => llama, env: {}, key: () => 'rp-key' });
  onTestFinished(() => opened.close());
  return () => {
    const current = opened.inUse();
    return current && { ...current, costOf: (reply) => costOf(reply, llama) };
  };
}

it('RunPod’s queue is asked each thing once, through rate limits, errors and waits', async () => {
  const runpod = await startRunpodSimulator({ key: 'rp-key' });
  onTestFinished(() => runpod.close());
  const shop = openShop();
  const worker = shop.worker(asking, { endpoint: inUse({ endpoint: runpod.url, concurrency: 3 }) });
  runpod.fault('run', { kind: 'http', status: 429, headers: { 'retry-after': '7' } });
  runpod.fault('status', { kind: 'http', status: 500 }, { kind: 'http', status: 429 });
  const end = { kind: 'answer', text: 'Tenang saja.' } as const;
  runpod.enqueue(
    ...Array.from({ length: 8 }, () => ({ end, queuedLooks: 2, runningLooks: 1, executionTime: 2_000 })),
  );
  const ids = Array.from({ length: 8 }, (_, n) => shop.add({ payload: { n } }));
  await runFor(shop, worker, 60);
  for (const id of ids) {
    expect(shop.job(id)).toMatchObject({ state: 'done', result: 'Tenang saja.', attempt: 1, errors: [] });
    expect(shop.job(id).spending.costUsd).toBeCloseTo(2 * 0.00034);
  }
  expect(runpod.submissions).toHaveLength(8);
});

it('what failed at RunPod is asked again, and what is cancelled is taken back there', async () => {
  const runpod = await startRunpodSimulator({ key: 'rp-key' });
  onTestFinished(() => runpod.close());
  const shop = openShop();
  const worker = shop.worker(asking, { endpoint: inUse({ endpoint: runpod.url, concurrency: 1 }) });
  const end = { kind: 'answer', text: 'Baik.' } as const;
  runpod.enqueue({ kind: 'failed', error: 'CUDA out of memory' }, end, { end, queuedLooks: 99 });
  const failing = shop.add();
  await runFor(shop, worker, 5);
  expect(shop.job(failing)).toMatchObject({ state: 'done', result: 'Baik.', attempt: 2 });
  expect(shop.requests(failing)).toEqual(['failed', 'replied']);
  const cancelled = shop.add();
  await runFor(shop, worker, 3);
  expect(shop.requests(cancelled)).toEqual(['submitted']);
  cancelJob(shop.desk.db, cancelled, shop.clock.now());
  await runFor(shop, worker, 1);
  expect(shop.requests(cancelled)).toEqual(['cancelled']);
  expect(runpod.requests.filter((line) => line.includes('cancel'))).toHaveLength(1);
});

it('a server that answers in one go is asked once as well, and works through a queue', async () => {
  const server = await startLlamaServer();
  onTestFinished(() => server.close());
  const shop = openShop();
  const endpoint = inUse({ kind: 'openai', url: server.url, concurrency: 2 });
  const worker = shop.worker(asking, { endpoint });
  const ids = Array.from({ length: 5 }, (_, n) => shop.add({ payload: { n } }));
  await runFor(shop, worker, 10);
  for (const id of ids) {
    expect(shop.job(id)).toMatchObject({ state: 'done', attempt: 1, errors: [] });
    expect(shop.requests(id)).toEqual(['replied']);
  }
});
