import type * as vectraPackage from 'vectra';
import type { Log } from '../../log.ts';
import { readIndexFolder, settleFolder, writeIndexFolder, type IndexStamp } from './folder.ts';
import { openFlatWriter } from './flat-vectors.ts';
import { openScan } from './scan.ts';
import type { IndexStore, VectorIndex, VectorItem } from './vector-index.ts';

// A type alias, because Vectra asks for an index signature.
type Metadata = { insightId: string; kind: 'text' | 'trigger'; triggerId: string };
type Vectra = typeof vectraPackage;

export interface VectraStoreOptions {
  readonly dir: string;
  /** Whether this process owns the data folder. Who does not own it reads the kept index and builds in memory only. */
  readonly isOwner: boolean;
  readonly log: Log;
}

/**
 * Keeps the index in Vectra's binary format. Vectra works on memory here and the folder is written apart (`folder.ts`),
 * because Vectra itself rewrites its file in place and a killed process leaves it empty.
 */
export async function openVectraStore({ dir, isOwner, log }: VectraStoreOptions): Promise<IndexStore> {
  if (isOwner) await settleFolder(dir);
  return {
    async load() {
      const kept = await readIndexFolder(dir);
      if (!kept) return null;
      try {
        return await openIndex(await loadVectra(), kept.stamp, kept.bytes);
      } catch (error) {
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'index folder not readable');
        return null;
      }
    },
    async build(origin, items) {
      const vectra = await loadVectra();
      const usable = items.filter(({ vector }) => vector.some((value) => value !== 0));
      const bytes = encode(vectra, usable);
      const stamp = { ...origin, vectors: usable.length };
      const index = await openIndex(vectra, stamp, bytes);
      if (isOwner) await keep(dir, stamp, bytes, log);
      return index;
    },
  };
}

/** An index that cannot be kept (a full disk) still answers; the next start builds it again. */
async function keep(dir: string, stamp: IndexStamp, bytes: Buffer, log: Log): Promise<void> {
  try {
    await writeIndexFolder(dir, stamp, bytes);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    log.error({ code, bytes: bytes.length }, 'index folder not writable');
  }
}

/** Loaded when first needed: the package brings about 100 MB with it wherever it is not bundled. */
function loadVectra(): Promise<Vectra> {
  return import('vectra');
}

function encode(vectra: Vectra, items: readonly VectorItem[]): Buffer {
  const codec = new vectra.ProtobufCodec();
  // Straight through the codec: adding items one by one looks each id up in the whole list.
  return codec.serializeIndex({ version: 1, metadata_config: {}, items: items.map(toIndexItem) });
}

function toIndexItem({ insightId, triggerId, vector }: VectorItem): vectraPackage.IndexItem<Metadata> {
  return {
    id: triggerId ?? insightId,
    metadata: { insightId, kind: triggerId ? 'trigger' : 'text', triggerId: triggerId ?? '' },
    vector: Array.from(vector),
    norm: Math.hypot(...vector),
  };
}

/** Lets Vectra decode and check the bytes; the scan then takes what it needs, and Vectra's copy is let go. */
async function openIndex(vectra: Vectra, stamp: IndexStamp, bytes: Buffer): Promise<VectorIndex> {
  const { vectors, ...origin } = stamp;
  const storage = new vectra.VirtualFileStorage();
  const local = new vectra.LocalIndex<Metadata>('index', undefined, storage, new vectra.ProtobufCodec());
  await storage.upsertFile(`index/${local.indexName}`, bytes);
  const items = await local.listItems<Metadata>();
  const isWhole = items.length === vectors && items.every((item) => item.vector.length === origin.dimension);
  if (!isWhole) throw new Error('The index does not hold what its stamp says.');
  const found = items.map(({ metadata }) => ({
    insightId: metadata.insightId,
    triggerId: metadata.triggerId || null,
  }));
  const writer = openFlatWriter(vectors, origin.dimension);
  for (const { vector } of items) writer.put(Float32Array.from(vector));
  const nearest = openScan(writer.vectors());
  return {
    origin,
    vectors,
    query: (vector, limit) =>
      nearest(vector, limit).flatMap(({ at, score }) => {
        const item = found[at];
        return item ? [{ ...item, score }] : [];
      }),
  };
}
