import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { EndpointReport } from '../../shared/endpoint.ts';
import { SECOND } from '../../shared/time.ts';
import type { Endpoint, LlamaReply } from './endpoint.ts';
import { adviceFor, LlamaFault } from './fault.ts';
import { parseAnswer, type Answer } from './http.ts';
import { trialRequest } from './trial.ts';

/** One HTTP call to the endpoint: `path` after its base address. */
export type CallRunpod = (
  path: string,
  signal: AbortSignal,
  method?: 'GET' | 'POST',
  body?: string,
) => Promise<Answer>;

const count = z.number().int().nonnegative().catch(0);
const healthSchema = z.object({
  jobs: z.object({ inQueue: count, inProgress: count }),
  workers: z.object({ idle: count, ready: count, running: count, initializing: count, throttled: count }),
});
type Health = z.infer<typeof healthSchema>;

interface Trial {
  readonly endpoint: Endpoint;
  readonly call: CallRunpod;
  readonly signal: AbortSignal;
  /** Whether a sleeping worker is woken, which takes minutes and is paid for. */
  readonly wakes: boolean;
  /** How long a short answer may take. */
  readonly patienceMs: number;
}

/**
 * What answers at a RunPod endpoint. A worker that is awake is asked; one that sleeps is left asleep unless it is to
 * be woken.
 */
export async function testRunpod(trial: Trial): Promise<EndpointReport> {
  const began = performance.now();
  try {
    const health = parseAnswer(await trial.call('/health', trial.signal), healthSchema);
    const queue = { waiting: health.jobs.inQueue, running: health.jobs.inProgress };
    const { idle, ready, running } = health.workers;
    if (idle + ready + running === 0) {
      assertCanWake(health);
      if (!trial.wakes)
        return report({ model: null, queue, isAsleep: true, latencyMs: performance.now() - began });
    }
    const asked = performance.now();
    const { model } = await ask(trial);
    return report({ model, queue, isAsleep: false, latencyMs: performance.now() - asked });
  } catch (error) {
    trial.signal.throwIfAborted();
    if (!(error instanceof LlamaFault)) throw error;
    return { ok: false, kind: 'runpod', fault: error.code, message: error.message };
  }
}

function report(found: Omit<Extract<EndpointReport, { ok: true }>, 'ok' | 'kind'>): EndpointReport {
  return { ok: true, kind: 'runpod', ...found, latencyMs: Math.round(found.latencyMs) };
}

function assertCanWake({ jobs, workers }: Health): void {
  if (workers.initializing > 0) return;
  if (workers.throttled > 0)
    throw new LlamaFault('no_workers', `Its workers wait for a free GPU. ${adviceFor.no_workers}`);
  if (jobs.inQueue > 0)
    throw new LlamaFault(
      'no_workers',
      `${jobs.inQueue} requests wait and no worker starts. ${adviceFor.no_workers}`,
    );
}

async function ask({ endpoint, signal, patienceMs }: Trial): Promise<LlamaReply> {
  const started = await endpoint.start(trialRequest, signal);
  if (started.state === 'done') return started.reply;
  const until = performance.now() + patienceMs;
  let isOver = false;
  try {
    for (let pause = 100; performance.now() < until; pause = Math.min(pause * 1.5, SECOND)) {
      const found = await endpoint.collect(started.remoteId, signal);
      if (found.state !== 'waiting') isOver = true;
      if (found.state === 'done') return found.reply;
      if (found.state === 'failed') throw found.fault;
      if (found.state === 'gone') throw new LlamaFault('worker_failed', 'RunPod lost the request.');
      await sleep(pause, undefined, { signal });
    }
    throw new LlamaFault(
      'busy',
      `Its workers did not answer in ${Math.round(patienceMs / SECOND)} s. ${adviceFor.busy}`,
    );
  } finally {
    if (!isOver) await endpoint.cancel(started.remoteId).catch(() => undefined);
  }
}
