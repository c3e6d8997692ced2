import type { FlatIndex } from './flat-index.ts';
import { openFlatWriter } from './flat-vectors.ts';
import { readIndexFolder } from './folder.ts';
import { packRowIds } from './row-ids.ts';
import type { ItemIds } from './vector-index.ts';
import { readItems } from './wire.ts';

/** The kept index, every byte of it checked; null when it is missing, damaged or of another format. */
export function loadIndex(dir: string): FlatIndex | null {
  return readIndexFolder(dir, ({ vectors: count, ...origin }, pieces) => {
    const writer = openFlatWriter(count, origin.dimension);
    const ids: ItemIds[] = [];
    for (const { insightId, triggerId, vector } of readItems(pieces, origin.dimension)) {
      if (ids.length === count || !writer.put(vector))
        throw new Error('The index does not hold what its stamp says.');
      ids.push({ insightId, triggerId });
    }
    if (ids.length !== count) throw new Error('The index does not hold what its stamp says.');
    return { origin, vectors: writer.vectors(), ids: packRowIds(ids) };
  });
}
