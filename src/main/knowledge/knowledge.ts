import type { IndexStatus } from '../../shared/insight.ts';
import type { Emit } from '../../shared/events.ts';
import { SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import type { Log } from '../log.ts';
import type { Embedder } from './embed/embedder.ts';
import { LiveIndex } from './index/live-index.ts';
import { openIndexStore } from './index/store.ts';
import { rehearsal, type Rehearse } from './rehearsal.ts';
import { inTime, patientEmbedding, type PatientEmbedding } from './patient-embedding.ts';
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
  /** Makes the embedder that a kept index names, so that it serves until the index of `embedder` is built. Null = cannot. */
  readonly embedderOf?: (id: string) => Embedder | null;
  /** Ids of embedders that others keep vectors with: those are never tidied away. */
  readonly otherEmbedders?: readonly string[];
  /** Quiet time after a change before the index is built anew, ms. What changed is searched meanwhile. */
  readonly debounceMs?: number;
}

export interface Knowledge {
  /** Insights that fit a message, best first; none for a plain factual question. Never rejects. `limit` is 5 unless given. */
  retrieve(text: string, options?: { readonly limit?: number }): Promise<FoundInsight[]>;
  /** The same search with everything it weighed and how long it took. Never rejects. */
  explain(text: string, options?: { readonly limit?: number }): Promise<RetrievalExplanation>;
  readonly rehearse: Rehearse;
  /** Reads the insights in small pieces now, so that the first message need not wait for it. */
  readAhead(): void;
  status(): IndexStatus;
  /** Builds the index now. Rejects when the embedder cannot be reached; the old index goes on serving. */
  rebuild(): Promise<IndexStatus>;
  /** Resolves when what answers has all that the data has, at once where it does; rejects where that cannot be now. */
  ready(): Promise<IndexStatus>;
  /** Data changed: takes it in. Not calling it costs nothing but time: the next message notices anyway. */
  refresh(): void;
  /** Other vectors from now on. The index of the old ones serves until that of the new ones is built, in the background. */
  changeEmbedder(embedder: Embedder): void;
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

/** Nearest vectors that are looked at; several may belong to one insight. */
const nearest = 60;

/** A message waits this long for changes to be taken in, or at a start for what is read; then it goes without. */
const longestWaitMs = 400;
/** Enough for a series of edits to come to rest. */
const usualDebounce = 10 * SECOND;

/**
 * Opens retrieval over the live insights. Answers at once: where the index is missing or damaged, it is built in the background while
 * words alone decide; where it is old or of another embedder, it serves until the new one is whole.
 */
export async function openKnowledge(parts: KnowledgeParts): Promise<Knowledge> {
  const { clock, log, concepts } = parts;
  const index = openIndex(parts);
  const search = openSearch(concepts.rows, concepts.lexicon);
  const closing = new AbortController();
  const vectorFor = patientEmbedding({ clock, log, signal: closing.signal });
  const explain: Knowledge['explain'] = async (text, { limit = 5 } = {}) => {
    const startedAt = performance.now();
    if (!index.isSettled()) await inTime(index.freshen(), longestWaitMs, undefined);
    let embedMs = 0;
    const timedVector: PatientEmbedding = async (...message) => {
      const askedAt = performance.now();
      const vector = await vectorFor(...message);
      embedMs = performance.now() - askedAt;
      return vector;
    };
    const near = await nearestTo(text, index, timedVector);
    const vectors = near?.evidence ?? null;
    if (!concepts.current()) await inTime(concepts.read(), longestWaitMs, undefined);
    const candidates = search({ text, vectors, postings: concepts.current(), limit, floor });
    return { candidates, floor, embedMs, searchMs: performance.now() - startedAt - embedMs };
  };
  return {
    retrieve: async (text, options) => {
      const { candidates } = await explain(text, options);
      return candidates.flatMap(({ item, verdict }) => (verdict === 'taken' ? [item] : []));
    },
    explain,
    rehearse: rehearsal({ concepts, index, near: (text) => nearestTo(text, index, vectorFor) }),
    readAhead: () => void concepts.read(),
    status: () => index.status(),
    rebuild: async () => {
      await concepts.read();
      return index.rebuild();
    },
    ready: async () => {
      await concepts.read();
      return index.ready();
    },
    refresh: () => void index.freshen(),
    changeEmbedder: (embedder) => index.changeEmbedder(embedder),
    close: () => {
      closing.abort();
      return index.close();
    },
  };
}

function openIndex(parts: KnowledgeParts): LiveIndex {
  const { db, dir, embedder, clock, log, emit, owner: isOwner } = parts;
  const { embedderOf = () => null, otherEmbedders = [], debounceMs = usualDebounce } = parts;
  const store = openIndexStore({ dir, file: db.name, isOwner, otherEmbedders, log });
  const index = new LiveIndex({ db, store, embedder, embedderOf, clock, log, emit, isOwner, debounceMs });
  index.open();
  return index;
}

async function nearestTo(
  text: string,
  index: LiveIndex,
  vectorFor: PatientEmbedding,
): Promise<{ readonly vector: Float32Array; readonly evidence: VectorEvidence } | null> {
  const current = index.current();
  if (!current || current.vectors === 0) return null;
  const vector = await vectorFor(current.embedder, text);
  if (!vector || vector.every((value) => value === 0)) return null;
  if (vector.length !== current.index.origin.dimension) {
    index.drop();
    return null;
  }
  const evidence = {
    hits: current.query(vector, nearest),
    generation: current.generation,
    isStale: !index.isFresh(),
  };
  return { vector, evidence };
}
