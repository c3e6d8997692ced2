import type { IndexStatus } from '../../shared/insight.ts';
import type { Emit } from '../../shared/ipc.ts';
import { SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log.ts';
import type { Embedder } from './embed/embedder.ts';
import { LiveIndex } from './index/live-index.ts';
import { openVectraStore } from './index/vectra.ts';
import type { ConceptIndex } from './search/concept-index.ts';
import type { Judged } from './search/fuse.ts';
import { floor } from './search/score.ts';
import { openSearch, type FoundInsight, type VectorEvidence } from './search/search.ts';

export interface KnowledgeParts {
  readonly db: Db;
  /** The folder of the index. Everything in it is derived and may be deleted at any time. */
  readonly dir: string;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  /** Whether this process owns the data folder; who does not never writes `dir`. */
  readonly owner: boolean;
  /** What the live insights can be recognised by; opened and closed by whoever opens this. */
  readonly concepts: ConceptIndex;
  /** Wait after a change before the index is built anew, ms. */
  readonly debounceMs?: number;
}

export interface Knowledge {
  /** Insights that fit a message, best first; none for a plain factual question. Never rejects. `limit` is 5 unless given. */
  retrieve(text: string, options?: { readonly limit?: number }): Promise<FoundInsight[]>;
  /** The same search with everything it weighed and how long it took. Never rejects. */
  explain(text: string, options?: { readonly limit?: number }): Promise<RetrievalExplanation>;
  status(): IndexStatus;
  /** Builds the index now. Rejects when the embedder cannot be reached; the old index goes on serving. */
  rebuild(): Promise<IndexStatus>;
  /** Data changed: builds the index in the background. Not calling it costs nothing but time: changes are noticed anyway. */
  refresh(): void;
  /** Ends a running build and requests to the embedder. Nothing of them touches database or folder afterwards. */
  close(): Promise<void>;
}

/** How a message's insights were found. */
export interface RetrievalExplanation {
  /** Best first, those that were not taken included. */
  readonly candidates: readonly Judged<FoundInsight>[];
  /** The least score that is taken. */
  readonly floor: number;
  readonly embedMs: number;
  /** All but embedding. */
  readonly searchMs: number;
}

/**
 * A message waits this long for its vector, and after the start for the insights to be read; then it is answered without, and a
 * slow embedder is not asked again for a while.
 */
const patience = { waitMs: 400, restMs: 30 * SECOND } as const;
/** Nearest vectors that are looked at; several may belong to one insight. */
const nearest = 60;

/**
 * Opens retrieval over the live insights. Answers at once: where the index is missing, damaged or made by another embedder, it is
 * rebuilt in the background while words alone decide; where it is merely old, it serves until the new one is whole.
 */
export async function openKnowledge(parts: KnowledgeParts): Promise<Knowledge> {
  const { db, dir, embedder, concepts, clock, log, emit, owner, debounceMs = 300 } = parts;
  const store = await openVectraStore({ dir, isOwner: owner, log });
  const index = new LiveIndex({ db, store, embedder, clock, log, emit, debounceMs });
  const search = openSearch(concepts.rows, concepts.lexicon);
  const closing = new AbortController();
  const vectorFor = patientEmbedding({ embedder, clock, log, signal: closing.signal });
  const explain: Knowledge['explain'] = async (text, { limit = 5 } = {}) => {
    const startedAt = performance.now();
    index.noticeChanges();
    let embedMs = 0;
    const timedVector: EmbedOne = async (message) => {
      const askedAt = performance.now();
      const vector = await vectorFor(message);
      embedMs = performance.now() - askedAt;
      return vector;
    };
    const vectors = await nearestTo(text, index, timedVector);
    if (!concepts.current()) await atMost(patience.waitMs, concepts.read());
    const candidates = search({ text, vectors, postings: concepts.current(), limit, floor });
    return { candidates, floor, embedMs, searchMs: performance.now() - startedAt - embedMs };
  };
  void concepts.read();
  await index.open();
  return {
    retrieve: async (text, options) => {
      const { candidates } = await explain(text, options);
      return candidates.flatMap(({ item, verdict }) => (verdict === 'taken' ? [item] : []));
    },
    explain,
    status: () => index.status(),
    rebuild: async () => {
      await concepts.read();
      return index.rebuild();
    },
    refresh: () => index.refresh(),
    close: () => {
      closing.abort();
      return index.close();
    },
  };
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, tooLate]);
  clearTimeout(timer);
}

type EmbedOne = (text: string) => Promise<Float32Array | null>;

async function nearestTo(
  text: string,
  index: LiveIndex,
  vectorFor: EmbedOne,
): Promise<VectorEvidence | null> {
  const current = index.current();
  if (!current || current.vectors === 0) return null;
  const vector = await vectorFor(text);
  if (!vector || vector.every((value) => value === 0)) return null;
  if (vector.length !== current.origin.dimension) {
    index.drop();
    return null;
  }
  const hits = await current.query(vector, nearest);
  return { hits, generation: current.origin.generation, isStale: index.isBehind() };
}

/** A message's vector, or null when it does not come in time. Never kept: it is a client's. */
function patientEmbedding(
  parts: Pick<KnowledgeParts, 'embedder' | 'clock' | 'log'> & { readonly signal: AbortSignal },
): EmbedOne {
  const { embedder, clock, log, signal } = parts;
  let restsUntil = 0;
  return async (text) => {
    if (clock.now() < restsUntil) return null;
    if (embedder.isAwake?.() === false) {
      void embedder.wake?.();
      return null;
    }
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience.waitMs);
    });
    const work = embedder.embed([text], 'query', signal).then(([vector]) => vector ?? null);
    const vector = await Promise.race([work.catch(() => null), tooLate]);
    clearTimeout(timer);
    if (!vector && !signal.aborted) {
      restsUntil = clock.now() + patience.restMs;
      log.warn({ embedder: embedder.id }, 'no vector in time, searching by words');
    }
    return vector;
  };
}
