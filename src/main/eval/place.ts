import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { systemClock } from '../clock.ts';
import { openCore, type Core } from '../core.ts';
import type { EmbeddingWorld } from '../knowledge/embedders.ts';
import type { Log } from '../log.ts';

export interface EvalPlace {
  /** The product's own texts and lexicon. */
  readonly resourcesDir: string;
  readonly log: Log;
  /** How meaning is measured; the builtin embedder unless it is said. */
  readonly embedder?: Settings['embedder'];
  readonly embedding?: EmbeddingWorld;
}

/**
 * Opens the product on a temporary data folder with nothing in it, no key and default settings but for the embedder, and removes the folder whatever
 * happens. When `signal` aborts, running builds end and this rejects with its reason.
 */
export async function withEmptyCore<T>(
  { resourcesDir, log, embedder = defaultSettings.embedder, embedding = {} }: EvalPlace,
  signal: AbortSignal,
  action: (core: Core) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-eval-'));
  try {
    const core = await openCore({
      dataDir,
      resourcesDir,
      settings: () => ({ ...defaultSettings, embedder }),
      embedding,
      claudeAccess: () => ({ baseUrl: '', apiKey: null }),
      clock: systemClock,
      log,
      emit: () => undefined,
      role: 'owner',
      withStarter: false,
    });
    try {
      return await unlessAborted(action(core), signal);
    } finally {
      await core.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Leaves the work where it is when the signal aborts; closing the core then ends it. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  work.catch(() => undefined);
  const left = new Promise<never>((_, reject) => {
    const leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
  left.catch(() => undefined);
  return Promise.race([work, left]);
}
