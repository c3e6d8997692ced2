import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import { LiveIndex, type LiveIndexParts } from '../../../../src/main/knowledge/index/live-index.ts';
import { openIndexStore } from '../../../../src/main/knowledge/index/store.ts';
import { silentLog } from '../../../fixtures/desk.ts';
import type { Shelf } from '../shelf.ts';

const quiet = () => undefined;

/** The index of a shelf alone, so that what it finds is not mixed with what words find. The caller closes it. */
export function openBareIndex(
  { db, indexDir: dir, clock }: Shelf,
  parts: Partial<Pick<LiveIndexParts, 'embedder' | 'debounceMs' | 'isOwner'>> = {},
): LiveIndex {
  const { embedder = builtinEmbedder(shippedLexicon), isOwner = true, debounceMs = 60_000 } = parts;
  const log = silentLog;
  const store = openIndexStore({ dir, file: db.name, isOwner, otherEmbedders: [], log });
  const given = { db, store, embedder, embedderOf: () => null, clock, log, emit: quiet, isOwner, debounceMs };
  const index = new LiveIndex(given);
  index.open();
  return index;
}

/** Everything an index says of a query, in an order that does not depend on how it came to it. */
export function everythingOf(index: LiveIndex, query: Float32Array): string[] {
  const hits = index.current()?.query(query, 100_000) ?? [];
  return hits
    .map(({ insightId, triggerId, score }) => `${score.toFixed(6)} ${insightId} ${triggerId}`)
    .sort();
}

/** What an index says that is built from nothing, in memory only. */
export async function everythingAnew(shelf: Shelf, query: Float32Array): Promise<string[]> {
  const fresh = openBareIndex(shelf, { isOwner: false });
  try {
    await fresh.rebuild();
    return everythingOf(fresh, query);
  } finally {
    await fresh.close();
  }
}
