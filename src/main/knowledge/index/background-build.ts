import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import type { Log } from '../../log.ts';
import type { Embedder } from '../embed/embedder.ts';
import { embedMissing } from './embed-missing.ts';
import type { Built, IndexStore } from './vector-index.ts';

/** An index being built. */
export interface BackgroundBuild {
  readonly embedder: Embedder;
  /** Rejects when the embedder cannot be reached, and when it is ended. */
  readonly built: Promise<Built>;
  /** While texts get vectors: how many have one, of those that had none. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly isEnded: boolean;
  /** Ends it; `built` settles when nothing of it is left. */
  end(): void;
}

export interface BuildParts {
  readonly db: Db;
  readonly store: IndexStore;
  readonly clock: Clock;
  readonly log: Log;
}

/** Starts a build; `onProgress` is called after each batch of texts. What came of it is logged. */
export function startBuild(
  { db, store, clock, log }: BuildParts,
  embedder: Embedder,
  onProgress: () => void,
): BackgroundBuild {
  const ended = new AbortController();
  const { signal } = ended;
  const now = clock.now();
  let progress: BackgroundBuild['progress'] = null;
  const built = store.build({
    embedder,
    now,
    signal,
    embed: (texts) => embedMissing({ db, embedder, clock, signal }, texts),
    onProgress(reached) {
      progress = reached;
      onProgress();
    },
  });
  built.then(
    ({ index }) =>
      log.info(
        { generation: index.origin.generation, vectors: index.vectors, ms: clock.now() - now },
        'index built',
      ),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      if (!signal.aborted) log.warn({ reason }, 'index build failed');
    },
  );
  return {
    embedder,
    built,
    get progress() {
      return progress;
    },
    get isEnded() {
      return signal.aborted;
    },
    end: () => ended.abort(),
  };
}
