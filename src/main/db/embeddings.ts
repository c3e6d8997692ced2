import * as crypto from 'node:crypto';
import { endianness } from 'node:os';
import type { Db } from './db.ts';

export interface KeptVector {
  readonly hash: string;
  readonly vector: Float32Array;
}

/** Who asks for a vector. Those that only insights ask for go when no insight has their text any more. */
export type VectorUse = 'insights' | 'answers';

/** A kept vector without its numbers. */
export interface VectorName {
  readonly seq: number;
  readonly hash: string;
  readonly isForInsights: boolean;
}

const { hash: hashAtOnce } = crypto as Partial<typeof crypto>;

/** SHA-256 of the text, hex. */
export function contentHash(text: string): string {
  // A hash object lives on until memory is tidied, half a kilobyte for each text; Node 18 has nothing else.
  return hashAtOnce ? hashAtOnce('sha256', text) : crypto.createHash('sha256').update(text).digest('hex');
}

/** The vectors that are kept for these contents with this embedder, by content hash. Those not kept are missing. */
export function readVectors(
  db: Db,
  embedderId: string,
  hashes: readonly string[],
): Map<string, Float32Array> {
  const rows = db
    .prepare(
      `SELECT content_hash, vector FROM embeddings
       WHERE embedder = ? AND content_hash IN (SELECT value FROM json_each(?))`,
    )
    .all(embedderId, JSON.stringify(hashes)) as { content_hash: string; vector: Buffer }[];
  return new Map(rows.map((row) => [row.content_hash, fromBlob(row.vector)]));
}

/** Whether a content has a vector with this embedder, from a list that is read now: for asking about many. */
export function hashReader(db: Db, embedderId: string): (hash: string) => boolean {
  const hashes = db.prepare('SELECT content_hash FROM embeddings WHERE embedder = ?').pluck().all(embedderId);
  const kept = new Set(hashes);
  return (hash) => kept.has(hash);
}

/** The same one by one as a prepared reader, for going through many; null when it is not kept. */
export function vectorReader(db: Db, embedderId: string): (hash: string) => Float32Array | null {
  const statement = db
    .prepare('SELECT vector FROM embeddings WHERE embedder = ? AND content_hash = ?')
    .pluck();
  return (hash) => {
    const blob = statement.get(embedderId, hash) as Buffer | undefined;
    return blob ? fromBlob(blob) : null;
  };
}

/** Names of all vectors that are kept with this embedder. */
export function listVectors(db: Db, embedderId: string): VectorName[] {
  const rows = db
    .prepare('SELECT seq, content_hash, for_insights FROM embeddings WHERE embedder = ?')
    .all(embedderId) as { seq: number; content_hash: string; for_insights: number }[];
  return rows.map((row) => ({
    seq: row.seq,
    hash: row.content_hash,
    isForInsights: row.for_insights === 1,
  }));
}

/** Embedders with vectors for insights, those that made one last first. */
export function listEmbedders(db: Db): string[] {
  return db
    .prepare('SELECT embedder FROM embeddings GROUP BY embedder ORDER BY max(seq) DESC')
    .pluck()
    .all() as string[];
}

/**
 * Keeps vectors in one transaction. A content that is kept already stays as it is, unless its vector has another length: then the
 * model behind the name was replaced.
 */
export function keepVectors(
  db: Db,
  now: number,
  source: { readonly embedderId: string; readonly use: VectorUse },
  vectors: readonly KeptVector[],
): void {
  const insert = db.prepare(
    `INSERT INTO embeddings (content_hash, embedder, for_insights, vector, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (embedder, content_hash) DO UPDATE SET vector = excluded.vector
     WHERE length(vector) <> length(excluded.vector)`,
  );
  const forInsights = source.use === 'insights' ? 1 : 0;
  db.transaction(() => {
    for (const { hash, vector } of vectors)
      insert.run(hash, source.embedderId, forInsights, toBlob(vector), now);
  })();
}

/** Answers use these too from now on. Writes nothing where that is known, since it is asked often. */
export function claimForAnswers(db: Db, embedderId: string, hashes: readonly string[]): void {
  const found = db
    .prepare(
      `SELECT seq FROM embeddings
       WHERE embedder = ? AND content_hash IN (SELECT value FROM json_each(?)) AND for_insights = 1`,
    )
    .pluck()
    .all(embedderId, JSON.stringify(hashes));
  if (found.length === 0) return;
  db.prepare('UPDATE embeddings SET for_insights = 0 WHERE seq IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(found),
  );
}

/** Deletes vectors by their `seq`. */
export function removeVectors(db: Db, seqs: readonly number[]): void {
  db.prepare('DELETE FROM embeddings WHERE seq IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(seqs),
  );
}

// The blob is little-endian, as all machines the product runs on are.
if (endianness() !== 'LE') throw new Error('Vectors are kept little-endian; this machine is big-endian.');

function toBlob(vector: Float32Array): Buffer {
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

function fromBlob(blob: Buffer): Float32Array {
  // Copied, because a Float32Array must start at a multiple of four and a Buffer may not.
  const copy = new Uint8Array(blob);
  return new Float32Array(copy.buffer, 0, copy.byteLength / 4);
}
