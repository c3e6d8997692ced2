import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import {
  claimForAnswers,
  contentHash,
  keepVectors,
  readVectors,
  type KeptVector,
  type VectorUse,
} from '../db/embeddings.ts';
import type { Embedder } from './embed/embedder.ts';
import type { TextToEmbed } from './index/vector-index.ts';

interface VectorSource {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly clock: Clock;
  /** `answers` unless given. */
  readonly use?: VectorUse;
  readonly signal?: AbortSignal | undefined;
}

/** Texts that are computed and rows that are written at once: the app answers between two batches; a server takes so many. */
const batchSize = { embed: 64, keep: 32 } as const;

/**
 * The vectors of lasting texts (never of a client's messages), in order: those kept in the database are read, the
 * others are computed and kept, so that no text is computed twice. Rejects when the embedder cannot be reached and, at once, when `signal`
 * aborts; what was computed until then is kept.
 */
export async function vectorsOf(source: VectorSource, texts: readonly string[]): Promise<Float32Array[]> {
  const { db, embedder, use = 'answers' } = source;
  const hashes = texts.map(contentHash);
  const vectors = readVectors(db, embedder.id, hashes);
  if (use === 'answers') claimForAnswers(db, embedder.id, [...vectors.keys()]);
  const missing = new Map<string, string>();
  hashes.forEach((hash, at) => {
    if (!vectors.has(hash)) missing.set(hash, texts[at] ?? '');
  });
  const entries = [...missing].map(([hash, text]) => ({ hash, text }));
  for (const { hash, vector } of await embedAndKeep(source, entries)) vectors.set(hash, vector);
  return hashes.map((hash) => {
    const vector = vectors.get(hash);
    if (!vector) throw new Error(`The embedder ${embedder.id} gave fewer vectors than it got texts.`);
    return vector;
  });
}

/**
 * Computes and keeps vectors in batches, letting everything that waits go first after each. Rejects as `vectorsOf` does.
 */
export async function embedAndKeep(
  source: VectorSource,
  entries: readonly TextToEmbed[],
): Promise<KeptVector[]> {
  const { db, embedder, clock, signal, use = 'answers' } = source;
  const all: KeptVector[] = [];
  for (const batch of slices(entries, batchSize.embed)) {
    const asked = embedder.embed(
      batch.map(({ text }) => text),
      'passage',
      signal,
    );
    const computed = await unlessAborted(asked, signal);
    const kept = batch.flatMap(({ hash }, at) => {
      const vector = computed[at];
      return vector ? [{ hash, vector }] : [];
    });
    for (const rows of slices(kept, batchSize.keep)) {
      await nextTurn();
      signal?.throwIfAborted();
      keepVectors(db, clock.now(), { embedderId: embedder.id, use }, rows);
    }
    all.push(...kept);
    await nextTurn();
  }
  return all;
}

function slices<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  // The work goes on unheard when it is left, so its failure must not be an unhandled one.
  work.catch(() => undefined);
  signal.throwIfAborted();
  const heard = new AbortController();
  const left = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), {
      once: true,
      signal: heard.signal,
    });
  });
  try {
    return await Promise.race([work, left]);
  } finally {
    heard.abort();
  }
}
