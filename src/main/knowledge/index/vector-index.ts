/** One vector of an insight: of its text (`triggerId` null) or of one of its phrases. */
export interface VectorItem {
  readonly insightId: string;
  readonly triggerId: string | null;
  /** Unit length, or all zero when the text has no words (such an item is left out). */
  readonly vector: Float32Array;
}

/** `score` = cosine, -1..1. */
export interface VectorHit {
  readonly insightId: string;
  readonly triggerId: string | null;
  readonly score: number;
}

/** What an index was built from. */
interface IndexOrigin {
  readonly embedder: string;
  readonly dimension: number;
  /** Generation of the insights that were read, and when (ms). */
  readonly generation: number;
  readonly readAt: number;
  readonly insights: number;
}

/** An index in memory, ready to answer. Never changes: a newer one takes its place. */
export interface VectorIndex {
  readonly origin: IndexOrigin;
  readonly vectors: number;
  /** The nearest items, best first. `vector` has the index's dimension and is not all zero. */
  query(vector: Float32Array, limit: number): VectorHit[] | Promise<VectorHit[]>;
}

/** Where an index is kept. */
export interface IndexStore {
  /** The kept index; null when there is none that is whole. Never throws for what it finds. */
  load(): Promise<VectorIndex | null>;
  /** Builds an index beside the kept one, puts it in its place (only where the store may write), and returns it. */
  build(origin: IndexOrigin, items: readonly VectorItem[]): Promise<VectorIndex>;
}
