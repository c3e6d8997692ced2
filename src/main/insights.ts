import { join } from 'node:path';
import type { Emit } from '../shared/events.ts';
import type { Settings } from '../shared/settings.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import type { Embedder } from './knowledge/embed/embedder.ts';
import { openEmbedders, type Embedders, type EmbeddingWorld } from './knowledge/embedders.ts';
import { openKnowledge } from './knowledge/knowledge.ts';
import { ConceptIndex } from './knowledge/search/concept-index.ts';
import type { Log } from './log.ts';
import type { Lexicon } from './text/lexicon/lexicon.ts';

interface InsightOptions {
  readonly dataDir: string;
  readonly settings: () => Settings;
  readonly embedding?: EmbeddingWorld;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly role: 'owner' | 'guest';
}

function openChoice(options: InsightOptions, builtin: Embedder): Promise<Embedders> {
  const { dataDir, settings, embedding: world = {}, log, emit } = options;
  return openEmbedders({ dataDir, settings: () => settings().embedder, builtin, world, log, emit });
}

interface InsightParts {
  readonly db: Db;
  readonly lexicon: Lexicon;
  readonly builtin: Embedder;
}

/** The search of insights, with the embedders it chooses from. `undo` takes how each part is closed, the last opened first. */
export async function openInsights(
  options: InsightOptions,
  { db, lexicon, builtin }: InsightParts,
  undo: (() => unknown)[],
) {
  const { log } = options;
  const embedders = await openChoice(options, builtin);
  undo.unshift(() => embedders.close());
  const concepts = new ConceptIndex({ db, lexicon, log });
  undo.unshift(() => concepts.close());
  const knowledge = await openFollowingKnowledge(options, { db, concepts, embedders, builtin });
  undo.unshift(() => knowledge.close());
  embedders.watch(() => knowledge.follow());
  return { embedders, knowledge };
}

/** Knowledge whose embedder is the chosen one; the old index serves until that of the new one is built. */
async function openFollowingKnowledge(
  { dataDir, clock, log, emit, role }: InsightOptions,
  parts: {
    readonly db: Db;
    readonly concepts: ConceptIndex;
    readonly embedders: Embedders;
    readonly builtin: Embedder;
  },
) {
  const { db, concepts, embedders, builtin } = parts;
  let embedder = embedders.current();
  const knowledge = await openKnowledge({
    db,
    dir: join(dataDir, 'index'),
    embedder,
    embedderOf: (id) => embedders.byId(id),
    // Answers are always matched with this one.
    otherEmbedders: [builtin.id],
    concepts,
    clock,
    log,
    emit,
    owner: role === 'owner',
  });
  return {
    ...knowledge,
    /** Goes over to the embedder that is the chosen one now. */
    follow(): void {
      const chosen = embedders.current();
      if (chosen === embedder) return;
      embedder = chosen;
      knowledge.changeEmbedder(chosen);
    },
  };
}
