import type { Db } from '../../db/db.ts';
import { contentHash, hashReader, vectorReader } from '../../db/embeddings.ts';
import { readIndexSource, type IndexText } from '../../db/index-source.ts';
import type { FlatIndex } from './flat-index.ts';
import { openFlatWriter } from './flat-vectors.ts';
import { writeIndexFolder, type IndexWriting } from './folder.ts';
import { packRowIds } from './row-ids.ts';
import type { ItemIds, TextToEmbed, VectorItem } from './vector-index.ts';
import { encodePart } from './vectra.ts';

export interface BuildOptions {
  /** Where the index is kept; null = it is built in memory only. */
  readonly dir: string | null;
  readonly embedderId: string;
  /** 0 while it is not known. */
  readonly dimension: number;
  readonly now: number;
}

export type BuildOutcome =
  /** Texts that have no vector yet (or one of another length). Nothing was built. */
  | { readonly kind: 'missing'; readonly texts: readonly TextToEmbed[] }
  /** `keepError`: why it could not be written (a full disk); it answers all the same. */
  | { readonly kind: 'built'; readonly index: FlatIndex; readonly keepError: string | null };

/** Rows per part of the file: enough to be fast, little enough to need no memory to speak of. */
const partRows = 256;

/** Builds an index out of what the database has at one moment. Takes seconds at 10,000 insights: for a worker. */
export function buildIndex(db: Db, options: BuildOptions): BuildOutcome {
  return db.transaction((): BuildOutcome => {
    const { generation, texts } = readIndexSource(db);
    const rows = texts.map((text) => ({ ...text, hash: contentHash(text.text) }));
    const isKept = hashReader(db, options.embedderId);
    const missing = rows.filter(({ hash }) => !isKept(hash));
    if (missing.length > 0) return { kind: 'missing', texts: toEmbed(missing) };
    return fill(db, options, generation, rows);
  })();
}

interface Row extends IndexText {
  readonly hash: string;
}

function fill(db: Db, options: BuildOptions, generation: number, rows: readonly Row[]): BuildOutcome {
  const read = vectorReader(db, options.embedderId);
  const [first] = rows;
  const dimension = options.dimension || (first ? read(first.hash)?.length : 0) || 1;
  const flat = openFlatWriter(rows.length, dimension);
  const keeping = beginKeeping(options.dir);
  const ids: ItemIds[] = [];
  const others: Row[] = [];
  for (let start = 0; start < rows.length; start += partRows) {
    const part: VectorItem[] = [];
    for (const row of rows.slice(start, start + partRows)) {
      const vector = read(row.hash);
      if (vector?.length !== dimension) others.push(row);
      else if (flat.put(vector)) part.push({ insightId: row.insightId, triggerId: row.triggerId, vector });
    }
    ids.push(...part.map(({ insightId, triggerId }) => ({ insightId, triggerId })));
    keeping.append(part);
  }
  if (others.length > 0) {
    keeping.drop();
    return { kind: 'missing', texts: toEmbed(others) };
  }
  const insights = rows.filter(({ triggerId }) => triggerId === null).length;
  const origin = { embedder: options.embedderId, dimension, generation, readAt: options.now, insights };
  const keepError = keeping.finish({ ...origin, vectors: ids.length });
  return { kind: 'built', index: { origin, vectors: flat.vectors(), ids: packRowIds(ids) }, keepError };
}

interface Keeping {
  append(part: readonly VectorItem[]): void;
  /** Returns why it could not be kept, null when it was. */
  finish(stamp: Parameters<IndexWriting['finish']>[0]): string | null;
  drop(): void;
}

/** Writes the index as long as the disk lets it; the first failure ends that, and the build goes on without. */
function beginKeeping(dir: string | null): Keeping {
  let failure: string | null = null;
  let writing: IndexWriting | null = null;
  const attempt = (work: () => void) => {
    try {
      if (failure === null && dir !== null) work();
    } catch (error) {
      failure = (error as NodeJS.ErrnoException).code ?? 'unknown';
      writing?.drop();
    }
  };
  attempt(() => (writing = writeIndexFolder(dir ?? '')));
  return {
    append: (part) => attempt(() => writing?.append(encodePart(part))),
    finish(stamp) {
      attempt(() => writing?.finish(stamp));
      return failure;
    },
    drop: () => attempt(() => writing?.drop()),
  };
}

/** Each text once. */
function toEmbed(rows: readonly Row[]): TextToEmbed[] {
  return [...new Map(rows.map(({ hash, text }) => [hash, { hash, text }])).values()];
}
