import type { Db } from '../../db/db.ts';
import { contentHash, listEmbedders, listVectors } from '../../db/embeddings.ts';
import { readAllTexts } from '../../db/index-source.ts';

/**
 * `seq` of the kept vectors that can go: those of texts that no insight has any more, and all of embedders that are
 * neither in use nor the one before, to which one may want to go back. What answers ask for stays.
 */
export function findUnused(db: Db, embedderId: string, otherEmbedders: readonly string[]): number[] {
  const all = listEmbedders(db);
  const inUse = new Set([embedderId, ...otherEmbedders]);
  const before = all.find((id) => !inUse.has(id));
  const texts = new Set(readAllTexts(db).map(contentHash));
  return all.flatMap((id) => {
    const isKept = inUse.has(id) || id === before;
    return listVectors(db, id)
      .filter(({ hash, isForInsights }) => !isKept || (isForInsights && !texts.has(hash)))
      .map(({ seq }) => seq);
  });
}
