import type { FlatVectors } from './flat-vectors.ts';
import { idsAt, rowsOfInsight, type RowIds } from './row-ids.ts';
import { openScan } from './scan.ts';
import type { IndexOrigin, VectorIndex } from './vector-index.ts';

/** An index as it goes from the worker to the main process: nothing in it is copied but its origin. */
export interface FlatIndex {
  readonly origin: IndexOrigin;
  readonly vectors: FlatVectors;
  readonly ids: RowIds;
}

/** Makes it answer. */
export async function openFlatIndex({ origin, vectors, ids }: FlatIndex): Promise<VectorIndex> {
  const nearest = await openScan(vectors);
  const { count } = vectors;
  return {
    origin,
    vectors: count,
    query: (vector, limit, hidden) =>
      nearest(vector, limit, hidden).map(({ at, score }) => ({ ...idsAt(ids, at), score })),
    rowsOf: (insightId) => rowsOfInsight(ids, insightId),
  };
}
