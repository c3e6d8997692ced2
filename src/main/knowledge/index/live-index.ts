import type { IndexStatus } from '../../../shared/insight.ts';
import type { Emit } from '../../../shared/ipc.ts';
import { SECOND } from '../../../shared/time.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { generationReader } from '../../db/generations.ts';
import { readIndexSource } from '../../db/index-source.ts';
import { countLiveInsights } from '../../db/insights.ts';
import type { Log } from '../../log.ts';
import type { Embedder } from '../embed/embedder.ts';
import { vectorsOf } from '../vectors.ts';
import type { IndexStore, VectorIndex } from './vector-index.ts';

export interface LiveIndexParts {
  readonly db: Db;
  readonly store: IndexStore;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  /** Wait after a change before building, ms, so that a series of edits costs one build. */
  readonly debounceMs: number;
}

/** Pause after a failed build (the embedder's server is away) before another is started unasked. */
const retryAfter = 30 * SECOND;

/**
 * The index that answers now, and the building of the next one in the background. One build runs at a time; the old
 * index serves until the new one is whole.
 */
export class LiveIndex {
  readonly #parts: LiveIndexParts;
  readonly #generation: () => number;
  readonly #closing = new AbortController();
  #index: VectorIndex | null = null;
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failedAt: number | null = null;

  constructor(parts: LiveIndexParts) {
    this.#parts = parts;
    this.#generation = generationReader(parts.db, 'insights');
  }

  /** Takes the kept index if it fits, and starts a build if it does not or is older than the data. */
  async open(): Promise<void> {
    const kept = await this.#parts.store.load();
    if (kept && this.#fits(kept)) this.#index = kept;
    if (this.isBehind()) void this.#start();
  }

  /** The index to ask; null while there is none for this embedder. */
  current(): VectorIndex | null {
    return this.#index;
  }

  /** Whether the data changed since the index was built, or there is none. False once closing: nothing is to be built. */
  isBehind(): boolean {
    if (this.#closing.signal.aborted) return false;
    return this.#index?.origin.generation !== this.#generation();
  }

  /** Starts a build soon if the data changed since the last one, whoever changed it. Cheap: once per message. */
  noticeChanges(): void {
    const { clock } = this.#parts;
    const isResting = this.#failedAt !== null && clock.now() - this.#failedAt < retryAfter;
    if (!isResting && this.isBehind()) this.refresh();
  }

  /** The data changed: builds in the background after a short wait. */
  refresh(): void {
    if (this.#closing.signal.aborted || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.isBehind()) void this.#start();
    }, this.#parts.debounceMs);
  }

  /** The index does not suit the embedder after all (the length of its vectors changed): drops it and builds anew. */
  drop(): void {
    this.#index = null;
    this.refresh();
  }

  /** Builds now, whatever the state. Rejects when the embedder cannot be reached; the old index stays. */
  async rebuild(): Promise<IndexStatus> {
    await this.#running?.catch(() => undefined);
    await this.#start();
    return this.status();
  }

  status(): IndexStatus {
    const { db, embedder } = this.#parts;
    const generation = this.#generation();
    return {
      state: this.#state(generation),
      embedder: embedder.id,
      dimension: embedder.dimension || (this.#index?.origin.dimension ?? 0),
      vectors: this.#index?.vectors ?? 0,
      insights: countLiveInsights(db),
      generation,
      builtGeneration: this.#index?.origin.generation ?? null,
    };
  }

  /** Ends a running build; resolves when nothing of it is left. */
  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#running?.catch(() => undefined);
  }

  #state(generation: number): IndexStatus['state'] {
    if (this.#running) return 'building';
    if (!this.#index) return 'missing';
    return this.#index.origin.generation === generation ? 'ready' : 'stale';
  }

  #fits(index: VectorIndex): boolean {
    const { embedder } = this.#parts;
    const { origin } = index;
    const isSameLength = embedder.dimension === 0 || embedder.dimension === origin.dimension;
    return origin.embedder === embedder.id && isSameLength;
  }

  /** Returns the running build, or a new one. A failure is logged here and rejects for who waits. */
  #start(): Promise<void> {
    if (this.#running) return this.#running;
    const { log } = this.#parts;
    this.#running = this.#build()
      .then(() => {
        this.#failedAt = null;
      })
      .catch((error: unknown) => {
        if (!this.#closing.signal.aborted) {
          this.#failedAt = this.#parts.clock.now();
          log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'index build failed');
        }
        throw error;
      })
      .finally(() => {
        this.#running = null;
        this.#tell();
        // Edited while it was being built.
        this.noticeChanges();
      });
    this.#running.catch(() => undefined);
    this.#tell();
    return this.#running;
  }

  async #build(): Promise<void> {
    const { db, embedder, clock, store, log } = this.#parts;
    const startedAt = clock.now();
    const { generation, texts } = readIndexSource(db);
    const { signal } = this.#closing;
    const vectors = await vectorsOf(
      { db, embedder, clock, use: 'insights', signal },
      texts.map(({ text }) => text),
    );
    signal.throwIfAborted();
    const items = texts.flatMap((text, at) => {
      const vector = vectors[at];
      return vector ? [{ insightId: text.insightId, triggerId: text.triggerId, vector }] : [];
    });
    const insights = items.filter(({ triggerId }) => triggerId === null).length;
    const dimension = vectors[0]?.length ?? (embedder.dimension || 1);
    const origin = { embedder: embedder.id, dimension, generation, readAt: startedAt, insights };
    this.#index = await store.build(origin, items);
    log.info({ generation, vectors: this.#index.vectors, ms: clock.now() - startedAt }, 'index built');
  }

  #tell(): void {
    if (!this.#closing.signal.aborted) this.#parts.emit('index:changed', this.status());
  }
}
