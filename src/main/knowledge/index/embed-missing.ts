import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { readVectors } from '../../db/embeddings.ts';
import type { Embedder } from '../embed/embedder.ts';
import { embedAndKeep } from '../vectors.ts';
import type { TextToEmbed } from './vector-index.ts';

interface EmbedParts {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Sees to it that texts which an index lacks have vectors; resolves to their length. Those that got one meanwhile are
 * not computed again, unless it has another length than the embedder gives now.
 */
export async function embedMissing(
  { db, embedder, clock, signal }: EmbedParts,
  texts: readonly TextToEmbed[],
): Promise<{ dimension: number }> {
  const kept = readVectors(
    db,
    embedder.id,
    texts.map(({ hash }) => hash),
  );
  const lacking = texts.filter(({ hash }) => {
    const length = kept.get(hash)?.length;
    return length === undefined || embedder.dimension !== length;
  });
  const source = { db, embedder, clock, use: 'insights', signal } as const;
  const [first] = await embedAndKeep(source, lacking);
  return { dimension: embedder.dimension || (first?.vector.length ?? 0) };
}
