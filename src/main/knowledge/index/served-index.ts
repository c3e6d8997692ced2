import type { Embedder } from '../embed/embedder.ts';
import type { VectorHit, VectorIndex, VectorItem } from './vector-index.ts';

/** An insight as it is since a generation: its items, none where it is gone or has no vectors yet. */
export interface ChangedInsight {
  readonly insightId: string;
  readonly generation: number;
  readonly items: readonly VectorItem[];
}

/**
 * What answers now: an index, the embedder that made it, and the insights that changed since. Those are few, so that a
 * change is searched as soon as it has its vectors and the index is built anew when there is time. Never changes: a newer one takes
 * its place.
 */
export class ServedIndex {
  readonly index: VectorIndex;
  readonly embedder: Embedder;
  /** Up to where the changes are all taken in, and when that was read (ms). */
  readonly generation: number;
  readonly readAt: number;
  readonly #changed: ReadonlyMap<string, ChangedInsight>;
  readonly #items: readonly VectorItem[];
  readonly #hidden: readonly number[];

  private constructor(
    base: { readonly index: VectorIndex; readonly embedder: Embedder },
    at: { readonly generation: number; readonly readAt: number },
    changed: ReadonlyMap<string, ChangedInsight>,
  ) {
    this.index = base.index;
    this.embedder = base.embedder;
    this.generation = at.generation;
    this.readAt = at.readAt;
    this.#changed = changed;
    this.#items = [...changed.values()].flatMap(({ items }) => items.filter(hasDirection));
    this.#hidden = [...changed.keys()].flatMap((insightId) => base.index.rowsOf(insightId));
  }

  /** An index as it was built. */
  static of(index: VectorIndex, embedder: Embedder): ServedIndex {
    return new ServedIndex({ index, embedder }, index.origin, new Map());
  }

  get changes(): number {
    return this.#changed.size;
  }

  get vectors(): number {
    return this.index.vectors - this.#hidden.length + this.#items.length;
  }

  /** Takes in what changed up to a generation. */
  with(at: { generation: number; readAt: number }, changed: readonly ChangedInsight[]): ServedIndex {
    const all = new Map(this.#changed);
    for (const change of changed) all.set(change.insightId, change);
    return new ServedIndex(this, at, all);
  }

  /** The same by another copy of its embedder (a new key, another time-out). */
  by(embedder: Embedder): ServedIndex {
    return new ServedIndex({ index: this.index, embedder }, this, this.#changed);
  }

  /** A newer index in the place of this one; changes that it has not seen stay. */
  replacedBy(index: VectorIndex, embedder: Embedder): ServedIndex {
    const newer = ServedIndex.of(index, embedder);
    if (embedder.id !== this.embedder.id || this.generation <= index.origin.generation) return newer;
    const unseen = [...this.#changed.values()].filter(
      ({ generation }) => generation > index.origin.generation,
    );
    return newer.with(this, unseen);
  }

  /** The nearest items, best first. `vector` has the index's dimension and is not all zero. */
  query(vector: Float32Array, limit: number): VectorHit[] {
    const hits = this.index.query(vector, limit, this.#hidden);
    for (const { insightId, triggerId, vector: row } of this.#items)
      hits.push({ insightId, triggerId, score: dot(row, vector) });
    return this.#items.length === 0 ? hits : hits.sort(byScore).slice(0, limit);
  }
}

function hasDirection({ vector }: VectorItem): boolean {
  return vector.some((value) => value !== 0);
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < left.length; place++) sum += (left[place] as number) * (right[place] as number);
  return sum;
}

const byScore = (left: VectorHit, right: VectorHit) => right.score - left.score;
