import type { Db } from '../../db/db.ts';
import { openForReading } from '../../db/open.ts';
import { buildIndex } from './build.ts';
import type { FlatIndex } from './flat-index.ts';
import type { Embedded, IndexTask, ThreadReport } from './thread-messages.ts';
import { findUnused } from './unused.ts';
import type { TextToEmbed } from './vector-index.ts';

type BuildTask = Extract<IndexTask, { kind: 'build' }>;
/** Asks for the vectors of texts; resolves when they are in the database. */
type Ask = (question: Extract<ThreadReport, { kind: 'embed' }>) => Promise<Embedded>;

/** Texts that are asked for at once; the main process takes them in smaller batches. */
const askedAtOnce = 256;
/** Texts may be edited while others are embedded; more rounds than this mean that something is wrong. */
const mostRounds = 8;

/** Builds an index in as many rounds as it takes until no text lacks a vector. */
export async function buildInRounds(task: BuildTask, ask: Ask) {
  const db = openForReading(task.file);
  try {
    const { index, keepError } = await rounds(db, task, ask);
    return { index, keepError, unused: findUnused(db, task.embedder.id, task.otherEmbedders) };
  } finally {
    db.close();
  }
}

async function rounds(
  db: Db,
  { dir, embedder, now }: BuildTask,
  ask: Ask,
): Promise<{ index: FlatIndex; keepError: string | null }> {
  let { dimension } = embedder;
  for (let round = 0; round < mostRounds; round++) {
    const outcome = buildIndex(db, { dir, embedderId: embedder.id, now, dimension });
    if (outcome.kind === 'built') return outcome;
    // No transaction is open here: a long one would keep SQLite from shortening its log.
    dimension = await embedAll(outcome.texts, ask);
  }
  throw new Error(`The embedder ${embedder.id} gives vectors of changing length, or none.`);
}

async function embedAll(texts: readonly TextToEmbed[], ask: Ask): Promise<number> {
  let dimension = 0;
  for (let done = 0; done < texts.length; done += askedAtOnce) {
    const part = texts.slice(done, done + askedAtOnce);
    ({ dimension } = await ask({ kind: 'embed', texts: part, done, of: texts.length }));
  }
  return dimension;
}
