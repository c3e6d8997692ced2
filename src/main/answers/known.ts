import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { listIntents } from '../db/intents.ts';
import type { Embedder } from '../knowledge/embed/embedder.ts';
import { vectorsOf } from '../knowledge/vectors.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import { rarity, subjectOf, type Subject, type SubjectSource } from './catalogue.ts';
import { read } from './reading.ts';
import type { Catalogue } from './similarity.ts';
import { shelve, type Shelves } from './typos.ts';
import { indexWords } from './word-index.ts';

/** The intents of the database as matching keeps them in memory. */
export interface Known extends Catalogue {
  /** Every word of the variations. */
  readonly said: Shelves;
  /** Every key that some intent has. */
  readonly keys: ReadonlySet<string>;
}

export interface CatalogueKeeper {
  /** Of these intents, or of all that are on. Rejects when the embedder cannot be reached. */
  build(sources?: readonly SubjectSource[]): Promise<Known>;
}

interface KeeperParts {
  readonly db: Db;
  readonly embedder: Embedder;
  readonly lexicon: Lexicon;
  readonly clock: Clock;
}

interface Kept {
  readonly signature: string;
  readonly subject: Subject;
  readonly vectors: readonly Float32Array[];
}

/** Builds the catalogue; what did not change since the last time is not read and fetched again. */
export function keepCatalogue(parts: KeeperParts): CatalogueKeeper {
  let kept: ReadonlyMap<string, Kept> = new Map();
  return {
    async build(sources = sourcesOf(parts.db)) {
      const isSame = (source: SubjectSource) => kept.get(source.id)?.signature === signatureOf(source);
      const changed = await readIntents(
        parts,
        sources.filter((source) => !isSame(source)),
      );
      const all = sources.flatMap(({ id }) => changed.get(id) ?? kept.get(id) ?? []);
      kept = new Map(all.map((one) => [one.subject.id, one]));
      return assemble(parts, all);
    },
  };
}

/** The intents that messages may be answered by. */
export const sourcesOf = (db: Db): SubjectSource[] =>
  listIntents(db).filter(({ isEnabled, variations }) => isEnabled && variations.length > 0);

/** All that a subject is made of. */
const signatureOf = ({ slug, threshold, variations }: SubjectSource) =>
  JSON.stringify([slug, threshold, variations.map(({ language, text }) => [language, text])]);

async function readIntents(
  parts: KeeperParts,
  sources: readonly SubjectSource[],
): Promise<ReadonlyMap<string, Kept>> {
  const texts = sources.flatMap(({ variations }) => variations.map(({ text }) => text));
  const vectors = await vectorsOf(parts, texts);
  const kept = new Map<string, Kept>();
  let start = 0;
  for (const source of sources) {
    const subject = subjectOf(source, (text, language) => read(text, language, parts.lexicon));
    const own = vectors.slice(start, (start += subject.variations.length));
    kept.set(source.id, { signature: signatureOf(source), subject, vectors: own });
    // Reading all of them takes longer than anybody may be kept waiting.
    await nextTurn();
  }
  return kept;
}

function assemble({ embedder: { dimension } }: KeeperParts, all: readonly Kept[]): Known {
  const subjects = all.map(({ subject }) => subject);
  const variations = subjects.flatMap((subject) => subject.variations);
  const weightOf = rarity(subjects);
  const values = new Float32Array(variations.length * dimension);
  for (const [at, vector] of all.flatMap(({ vectors }) => vectors).entries())
    values.set(vector, at * dimension);
  return {
    subjects,
    variations,
    vectors: { dimension, values },
    index: indexWords(subjects, weightOf),
    weightOf,
    keys: new Set(subjects.flatMap(({ vocabulary }) => [...vocabulary.keys()])),
    said: shelve(variations.flatMap(({ words }) => words)),
  };
}
