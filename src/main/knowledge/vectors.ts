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

interface VectorSource {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly clock: Clock;
  /** `answers` unless given. */
  readonly use?: VectorUse;
  readonly signal?: AbortSignal | undefined;
}

/** A text without a vector, and its content hash. */
interface TextToEmbed {
  readonly hash: string;
  readonly text: string;
}

/** Small enough that the app stays answering between two batches, large enough for a server. */
const batchSize = 64;

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
async function embedAndKeep(source: VectorSource, entries: readonly TextToEmbed[]): Promise<KeptVector[]> {
  const { db, embedder, clock, signal, use = 'answers' } = source;
  const all: KeptVector[] = [];
  for (let start = 0; start < entries.length; start += batchSize) {
    const batch = entries.slice(start, start + batchSize);
    const asked = embedder.embed(
      batch.map(({ text }) => text),
      'passage',
      signal,
    );
    const computed = await unlessAborted(asked, signal);
    await nextTurn();
    signal?.throwIfAborted();
    const kept = batch.flatMap(({ hash }, at) => {
      const vector = computed[at];
      return vector ? [{ hash, vector }] : [];
    });
    keepVectors(db, clock.now(), { embedderId: embedder.id, use }, kept);
    all.push(...kept);
    await nextTurn();
  }
  return all;
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

/** Lets everything that waits go first. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
