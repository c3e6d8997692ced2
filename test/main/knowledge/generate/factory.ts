import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openCore, type Core } from '../../../../src/main/core.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { openTestDb, silentLog } from '../../../fixtures/desk.ts';
import { insightPool, type PoolOptions } from '../../../simulators/insight-pool.ts';
import { startLlamaServer } from '../../../simulators/llama-server.ts';
import { startRunpodSimulator, type RunpodSimulator } from '../../../simulators/runpod.ts';

const resourcesDir = join(import.meta.dirname, '..', '..', '..', '..', 'resources');

export interface Place {
  readonly kind: 'runpod' | 'openai';
  readonly url: string;
  readonly key: string;
}

/** RunPod's queue with a model of insights behind it. */
export async function runpodWithInsights(
  options: PoolOptions = {},
): Promise<Place & { simulator: RunpodSimulator; given: () => number }> {
  const pool = insightPool(options);
  const simulator = await startRunpodSimulator({ answer: pool.answer });
  onTestFinished(() => simulator.close());
  return { kind: 'runpod', url: simulator.url, key: 'rp-key', simulator, given: pool.given };
}

/** A server that answers in one go, with the same model. */
export async function serverWithInsights(
  options: PoolOptions & { readonly answer?: () => string } = {},
): Promise<Place> {
  const { answer } = insightPool(options);
  const server = await startLlamaServer({ answer: options.answer ?? answer });
  onTestFinished(() => server.close());
  return { kind: 'openai', url: server.url, key: '' };
}

interface FactoryOptions {
  /** A folder of an earlier one. */
  readonly dataDir?: string;
  readonly concurrency?: number;
  readonly withStarter?: boolean;
  /** Begins by itself, as the app does. */
  readonly runsJobs?: boolean;
  /** What the settings say of prepared answers, other than by default. */
  readonly answers?: () => Partial<Settings['answers']>;
}

/** The whole product on a data folder, with LLaMA at a place of its own. Nothing works on the queue until it is started. */
export async function openFactory(place: Place, options: FactoryOptions = {}): Promise<Core> {
  const dataDir = options.dataDir ?? newFolder();
  const { kind, url, key } = place;
  const settings: Settings = {
    ...defaultSettings,
    llama: {
      ...defaultSettings.llama,
      kind,
      ...(kind === 'runpod' ? { endpoint: url } : { url }),
      model: 'meta-llama/Llama-3.3-70B-Instruct',
      concurrency: options.concurrency ?? 4,
    },
  };
  const core = await openCore({
    dataDir,
    resourcesDir,
    settings: () => ({ ...settings, answers: { ...settings.answers, ...options.answers?.() } }),
    claudeAccess: () => ({ baseUrl: '', apiKey: null }),
    clock: systemClock,
    log: silentLog,
    emit: () => undefined,
    role: 'owner',
    runsJobs: options.runsJobs ?? false,
    withStarter: options.withStarter ?? false,
    llama: { env: {}, key: () => key || null },
  });
  onTestFinished(() => core.close());
  return core;
}

export function newFolder(): string {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  return desk.dir;
}

/** Resolves when the run is over, or nothing of it is alive. */
export async function untilOver(core: Core, runId: string): Promise<void> {
  for (;;) {
    const run = core.generation.list().find(({ id }) => id === runId);
    if (!run || run.state !== 'running' || run.alive === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
