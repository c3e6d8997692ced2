import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '../../db/db.ts';
import { removeVectors } from '../../db/embeddings.ts';
import { forgetRemovedInsights } from '../../db/index-source.ts';

/** Few enough that nothing waits for them. */
const removedAtOnce = 50;

/** Whoever is less behind than this may still ask what went. */
const kept = 1_000;

/** After an index was built: removes what it made needless, little by little. Stops, without a word, when `signal` aborts. */
export async function pruneAfterBuild(
  db: Db,
  built: { readonly unused: readonly number[]; readonly generation: number },
  signal: AbortSignal,
): Promise<void> {
  for (let start = 0; start < built.unused.length; start += removedAtOnce) {
    if (signal.aborted) return;
    removeVectors(db, built.unused.slice(start, start + removedAtOnce));
    await nextTurn();
  }
  if (!signal.aborted) forgetRemovedInsights(db, built.generation - kept);
}
