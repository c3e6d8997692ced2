import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { readIndexChanges } from '../../db/index-source.ts';
import { vectorsOf } from '../vectors.ts';
import type { ServedIndex } from './served-index.ts';

/** More changed insights than this are not searched one by one beside the index; it is built anew for them. */
const mostChanges = 200;

interface CatchUpParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * The served index with what changed since taken in; null where that is too much. `error` where the new texts got no
 * vectors: then the old ones are out, and the generation stays behind.
 */
export async function catchUp(
  served: ServedIndex,
  { db, clock, signal }: CatchUpParts,
): Promise<{ served: ServedIndex; error: unknown } | null> {
  const readAt = clock.now();
  const found = readIndexChanges(db, served.generation, mostChanges - served.changes);
  if (!found) return null;
  const texts = found.changes.flatMap((change) => change.texts);
  try {
    const source = { db, embedder: served.embedder, clock, use: 'insights', signal } as const;
    const vectors = await vectorsOf(
      source,
      texts.map(({ text }) => text),
    );
    if (vectors.some(({ length }) => length !== served.index.origin.dimension)) return null;
    let at = 0;
    const changed = found.changes.map(({ insightId, generation, texts }) => ({
      insightId,
      generation,
      items: texts.map(({ triggerId }) => ({ insightId, triggerId, vector: vectors[at++] ?? noVector })),
    }));
    return { served: served.with({ generation: found.generation, readAt }, changed), error: null };
  } catch (error) {
    const hidden = found.changes.map((change) => ({ ...change, items: [] }));
    return { served: served.with(served, hidden), error };
  }
}

const noVector = new Float32Array(0);
