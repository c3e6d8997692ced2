/**
 * Which side of a search a text is on: `query` = a message that something is looked up for, `passage` = a lasting text that may be
 * found. Some models want to be told; for the others both are the same.
 */
type TextSide = 'query' | 'passage';

/** Turns short texts into vectors. All vectors of one embedder have unit length, so that dot product = cosine. */
export interface Embedder {
  /** Names kind, model and version: vectors of different ids are never compared. */
  readonly id: string;
  /** Numbers per vector; 0 while only a server knows it and was not asked yet. */
  readonly dimension: number;
  /**
   * One vector per text, in order. Rejects when the embedder cannot be reached, and with the signal's reason when it
   * aborts: nothing of the request goes on then.
   */
  embed(texts: readonly string[], side: TextSide, signal?: AbortSignal): Promise<Float32Array[]>;
  /** For an embedder that takes seconds to load: whether it is loaded. Who cannot wait wakes it and asks later. */
  isAwake?(): boolean;
  /** Loads it. Resolves when it is loaded or cannot be. */
  wake?(): Promise<void>;
}
