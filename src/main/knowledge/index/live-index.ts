import type { IndexStatus } from '../../../shared/insight.ts';
import type { Emit } from '../../../shared/events.ts';
import { SECOND } from '../../../shared/time.ts';
import { generationReader } from '../../db/generations.ts';
import { countLiveInsights } from '../../db/insights.ts';
import type { Embedder } from '../embed/embedder.ts';
import { startBuild, type BackgroundBuild, type BuildParts } from './background-build.ts';
import { catchUp } from './catch-up.ts';
import { pruneAfterBuild } from './prune.ts';
import { ServedIndex } from './served-index.ts';

export interface LiveIndexParts extends BuildParts {
  readonly embedder: Embedder;
  /** Makes the embedder of a kept index that another one built, so that it serves until there is one of `embedder`. */
  readonly embedderOf: (id: string) => Embedder | null;
  readonly emit: Emit;
  /** Whether this process may tidy up the database. */
  readonly isOwner: boolean;
  /** Quiet time after a change before the index is built anew, ms. */
  readonly debounceMs: number;
}

/** Pause after a failure (the embedder's server is away) before it is tried again unasked. */
const retryAfter = 30 * SECOND;
/** Longest wait before building where what changed cannot be searched meanwhile. */
const urgentMs = 300;
/** Progress is told no more often than this, ms. */
const tellEvery = 200;

/**
 * The index that answers now, what changed since it was built, and the building of the next one in the background. One build runs at
 * a time; the old index serves until the new one is whole, with the embedder that made it.
 */
export class LiveIndex {
  readonly #parts: LiveIndexParts;
  readonly #generation: () => number;
  readonly #closing = new AbortController();
  #embedder: Embedder;
  #served: ServedIndex | null = null;
  #loading: Promise<void> | null = null;
  #catching: Promise<void> | null = null;
  #pruning: Promise<void> | null = null;
  #build: BackgroundBuild | null = null;
  #building: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failedAt: number | null = null;
  #toldAt = 0;

  constructor(parts: LiveIndexParts) {
    this.#parts = parts;
    this.#embedder = parts.embedder;
    this.#generation = generationReader(parts.db, 'insights');
  }

  /** Takes the kept index in the background, and builds one where there is none that fits. */
  open(): void {
    this.#loading = this.#load().finally(() => {
      this.#loading = null;
      this.#tell();
    });
    this.#loading.catch(() => undefined);
  }

  /** What to ask; null while there is nothing. */
  current(): ServedIndex | null {
    return this.#served;
  }

  /** Whether what answers has everything that the data has. */
  isFresh(): boolean {
    return this.#served?.generation === this.#generation();
  }

  /** Whether there is nothing to wait for, nor to begin. Cheap: once per message. */
  isSettled(): boolean {
    if (this.#loading) return false;
    return (
      this.#closing.signal.aborted ||
      !this.#isBehind() ||
      (this.isFresh() && (this.#timer ?? this.#build) !== null)
    );
  }

  /**
   * Sees to it that what changed is taken in, whoever changed it; resolves when that is done as far as it can be now.
   */
  async freshen(): Promise<void> {
    await this.#loading;
    if (this.#closing.signal.aborted) return;
    if (!this.isFresh() && !this.#isResting()) await this.#catchUp();
    if (this.#isBehind() && !this.#isResting() && !this.#timer && !this.#build) this.#buildSoon();
  }

  /** Other vectors from now on. The index of the old ones serves until that of the new ones is built. */
  changeEmbedder(embedder: Embedder): void {
    this.#embedder = embedder;
    this.#failedAt = null;
    if (this.#served?.embedder.id === embedder.id) this.#served = this.#served.by(embedder);
    if (this.#build?.embedder.id !== embedder.id) this.#build?.end();
    void this.freshen().then(() => this.#tell());
  }

  /** What answers does not suit its embedder after all (the length of its vectors changed): drops it and builds anew. */
  drop(): void {
    this.#served = null;
    this.#buildSoon();
  }

  /** Builds now, whatever the state. Rejects when the embedder cannot be reached; the old index stays. */
  async rebuild(): Promise<IndexStatus> {
    await this.#loading;
    await this.#building?.catch(() => undefined);
    await this.#start();
    return this.status();
  }

  /** Resolves when what answers has what the data has, with the embedder that is wanted; rejects where that cannot be now. */
  async ready(): Promise<IndexStatus> {
    await this.freshen();
    if (!this.isFresh() || this.#served?.embedder.id !== this.#embedder.id) await this.#start();
    return this.status();
  }

  status(): IndexStatus {
    const generation = this.#generation();
    const served = this.#served;
    return {
      state: this.#state(),
      embedder: this.#embedder.id,
      servedBy: served?.embedder.id ?? null,
      dimension: this.#embedder.dimension || (served?.index.origin.dimension ?? 0),
      vectors: served?.vectors ?? 0,
      insights: countLiveInsights(this.#parts.db),
      generation,
      builtGeneration: served?.index.origin.generation ?? null,
      progress: this.#build?.progress ?? null,
    };
  }

  /** Ends what runs; resolves when nothing of it is left. */
  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#build?.end();
    await Promise.allSettled([this.#loading, this.#catching, this.#building, this.#pruning]);
  }

  #state(): IndexStatus['state'] {
    if (this.#build || this.#loading) return 'building';
    if (!this.#served) return 'missing';
    return this.isFresh() && this.#served.embedder.id === this.#embedder.id ? 'ready' : 'stale';
  }

  /** Whether an index is to be built: there is none, or it is older than the data or of another embedder. */
  #isBehind(): boolean {
    const served = this.#served;
    if (this.#closing.signal.aborted) return false;
    return served?.embedder.id !== this.#embedder.id || served.index.origin.generation !== this.#generation();
  }

  #isResting(): boolean {
    return this.#failedAt !== null && this.#parts.clock.now() - this.#failedAt < retryAfter;
  }

  async #load(): Promise<void> {
    const { store, embedderOf } = this.#parts;
    const index = await store.load(this.#closing.signal);
    if (this.#closing.signal.aborted) return;
    const { embedder: madeBy, dimension } = index?.origin ?? { embedder: null, dimension: 0 };
    const embedder = madeBy === this.#embedder.id ? this.#embedder : madeBy && embedderOf(madeBy);
    const isSuited = embedder && (embedder.dimension === 0 || embedder.dimension === dimension);
    if (index && isSuited) this.#served = ServedIndex.of(index, embedder);
    if (!this.isFresh()) await this.#catchUp();
    if (this.#served === null) void this.#start().catch(() => undefined);
    else if (this.#isBehind()) this.#buildSoon();
  }

  /** One at a time; who comes meanwhile waits for the same. */
  #catchUp(): Promise<void> {
    this.#catching ??= this.#takeChanges().finally(() => (this.#catching = null));
    return this.#catching;
  }

  async #takeChanges(): Promise<void> {
    const { db, clock, log } = this.#parts;
    const before = this.#served;
    if (!before) return;
    const signal = this.#closing.signal;
    const caught = await catchUp(before, { db, clock, signal });
    // An index that was swapped in meanwhile knows more; the next look finds what it lacks.
    if (!caught || this.#served !== before || this.#closing.signal.aborted) return;
    this.#served = caught.served;
    // The index is built when the edits have come to rest.
    if (this.#timer) this.#buildSoon();
    if (!caught.error) return this.#tell();
    this.#failedAt = clock.now();
    log.warn({ reason: reasonOf(caught.error) }, 'changed insights have no vectors yet');
  }

  #buildSoon(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#closing.signal.aborted) return;
    const isCovered = this.isFresh() && this.#served?.embedder.id === this.#embedder.id;
    const { debounceMs } = this.#parts;
    const wait = isCovered ? debounceMs : Math.min(debounceMs, urgentMs);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      if (this.#isBehind()) void this.#start().catch(() => undefined);
    }, wait);
    // Whoever is done and forgets to close is not kept for a build.
    this.#timer.unref();
  }

  /** Joins the running build, or begins one. Rejects as that does. */
  async #start(): Promise<void> {
    while (this.#build?.isEnded) await this.#building?.catch(() => undefined);
    if (this.#closing.signal.aborted) throw new Error('The index is closed.');
    if (!this.#build) {
      const build = startBuild(this.#parts, this.#embedder, () => {
        const isFirst = this.#build?.progress?.done === 0;
        if (isFirst || performance.now() - this.#toldAt > tellEvery) this.#tell();
      });
      this.#build = build;
      this.#building = this.#see(build);
      this.#building.catch(() => undefined);
      this.#tell();
    }
    await this.#building;
  }

  /** Sees a build through to its end, and puts its index in place. */
  async #see(build: BackgroundBuild): Promise<void> {
    try {
      const { index, unused } = await build.built;
      if (build.isEnded) throw new Error('The build of the index was ended.');
      this.#served = this.#served?.replacedBy(index, build.embedder) ?? ServedIndex.of(index, build.embedder);
      this.#failedAt = null;
      this.#prune({ unused, generation: index.origin.generation });
    } catch (error) {
      if (!build.isEnded) this.#failedAt = this.#parts.clock.now();
      throw error;
    } finally {
      this.#build = null;
      this.#building = null;
      // Another embedder may have been chosen, or something edited meanwhile.
      if (build.embedder.id !== this.#embedder.id) this.#buildSoon();
      this.#tell();
      void this.freshen();
    }
  }

  #prune(built: Parameters<typeof pruneAfterBuild>[1]): void {
    const { db, isOwner, log } = this.#parts;
    if (!isOwner) return;
    this.#pruning = pruneAfterBuild(db, built, this.#closing.signal).catch((error: unknown) => {
      // The next build finds the same again.
      log.warn({ reason: reasonOf(error) }, 'vectors that nothing needs were not removed');
    });
  }

  #tell(): void {
    this.#toldAt = performance.now();
    if (!this.#closing.signal.aborted) this.#parts.emit('index:changed', this.status());
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
