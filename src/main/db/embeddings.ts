import { createHash } from 'node:crypto';
import { endianness } from 'node:os';
import type { Db } from './db.ts';

export interface KeptVector {
  readonly hash: string;
  readonly vector: Float32Array;
}

/** SHA-256 of the text, hex. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
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

/** Keeps vectors in one transaction. A content that is kept already stays as it is. */
export function keepVectors(db: Db, now: number, embedderId: string, vectors: readonly KeptVector[]): void {
  const insert = db.prepare(
    'INSERT OR IGNORE INTO embeddings (content_hash, embedder, vector, created_at) VALUES (?, ?, ?, ?)',
  );
  db.transaction(() => {
    for (const { hash, vector } of vectors) insert.run(hash, embedderId, toBlob(vector), now);
  })();
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
