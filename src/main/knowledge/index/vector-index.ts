/** Whose vector an item is: of an insight's text (`triggerId` null) or of one of its phrases. */
export interface ItemIds {
  readonly insightId: string;
  readonly triggerId: string | null;
}

export interface VectorItem extends ItemIds {
  /** Unit length, or all zero when the text has no words (such an item is left out). */
  readonly vector: Float32Array;
}

/** `score` = cosine, -1..1. */
export interface VectorHit extends ItemIds {
  readonly score: number;
}

/** What an index was built from. */
export interface IndexOrigin {
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
  /** The nearest items, best first, without those of `hidden` rows. `vector` has the index's dimension and is not all zero. */
  query(vector: Float32Array, limit: number, hidden?: readonly number[]): VectorHit[];
  /** Rows of an insight; none where it is not in the index. */
  rowsOf(insightId: string): number[];
}

/** A text without a vector, and its content hash. */
export interface TextToEmbed {
  readonly hash: string;
  readonly text: string;
}

export interface BuildRequest {
  /** Whose vectors are put in. `dimension` is 0 while it is not known. */
  readonly embedder: { readonly id: string; readonly dimension: number };
  /** Milliseconds, for the stamp. */
  readonly now: number;
  /** Computes and keeps the vectors of texts that have none; resolves to their length. A rejection ends the build. */
  embed(texts: readonly TextToEmbed[]): Promise<{ dimension: number }>;
  /** Texts with a vector, of those that had none. */
  onProgress(progress: { readonly done: number; readonly of: number }): void;
  /** Ends the build, which rejects; nothing of it touches database or folder afterwards. */
  readonly signal: AbortSignal;
}

export interface Built {
  readonly index: VectorIndex;
  /** `seq` of kept vectors that nothing asks for any more. */
  readonly unused: readonly number[];
}

/** Where an index is kept. */
export interface IndexStore {
  /** The kept index; null when there is none that is whole. Never rejects for what it finds. */
  load(signal: AbortSignal): Promise<VectorIndex | null>;
  /** Builds an index beside the kept one, puts it in its place (only where the store may write), and resolves to it. */
  build(request: BuildRequest): Promise<Built>;
}
