import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexStatus } from '../../../src/shared/insight.ts';
import type { InsightDraft } from '../../../src/main/db/insights.ts';
import { builtinEmbedder } from '../../../src/main/knowledge/embed/builtin.ts';
import { importInsights } from '../../../src/main/knowledge/exchange.ts';
import { ConceptIndex } from '../../../src/main/knowledge/search/concept-index.ts';
import { openKnowledge, type Knowledge, type KnowledgeParts } from '../../../src/main/knowledge/knowledge.ts';
import { shippedLexicon } from '../../fixtures/lexicon.ts';
import { openTestDb, recordingLog, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';

export const starterPack = readFileSync(
  new URL('../../../resources/starter/insights.jsonl', import.meta.url),
  'utf8',
);

/** Invented, and unlike each other in every word. */
export const fewInsights: readonly InsightDraft[] = [
  {
    slug: 'shy-about-asking',
    text: 'Feels exposed when asking: needs warmth before information',
    guidance: 'Reassure in one sentence first.',
    category: 'emotions',
    language: 'id',
    triggers: ['aku malu nanya', 'sungkan mau tanya'],
  },
  {
    slug: 'fear-of-a-scam',
    text: 'Fears being cheated: often an earlier bad experience',
    guidance: 'Offer what can be checked.',
    category: 'trust',
    language: 'it',
    triggers: ['non è una fregatura', 'posso fidarmi di voi'],
  },
];

export const asJsonl = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join('\n');

/** Long enough for a background build of a few insights on a busy machine. */
export const patience = { timeout: 20_000, interval: 20 } as const;

export interface Shelf extends TestDb {
  readonly clock: TestClock;
  /** The index folder. */
  readonly indexDir: string;
  readonly told: IndexStatus[];
  readonly lines: ReturnType<typeof recordingLog>['lines'];
  open(overrides?: Partial<KnowledgeParts>): Promise<Knowledge>;
  /** Closes whatever was opened and removes the folder. */
  clear(): Promise<void>;
}

/** A data folder with these insights in it, and knowledge opened over it as often as a test likes. */
export function openShelf(jsonl: string): Shelf {
  const desk = openTestDb();
  const clock = testClock();
  const { log, lines } = recordingLog();
  const told: IndexStatus[] = [];
  const indexDir = join(desk.dir, 'knowledge');
  const opened: Knowledge[] = [];
  importInsights(desk.db, clock, jsonl, 'starter');
  const concepts = new ConceptIndex({ db: desk.db, lexicon: shippedLexicon, log });
  return {
    ...desk,
    clock,
    indexDir,
    told,
    lines,
    async open(overrides = {}) {
      const knowledge = await openKnowledge({
        db: desk.db,
        dir: indexDir,
        embedder: builtinEmbedder(shippedLexicon),
        concepts,
        clock,
        log,
        emit: (name, value) => {
          if (name === 'index:changed') told.push(value as IndexStatus);
        },
        owner: true,
        debounceMs: 1,
        ...overrides,
      });
      opened.push(knowledge);
      return knowledge;
    },
    async clear() {
      for (const knowledge of opened) await knowledge.close();
      concepts.close();
      desk.cleanUp();
    },
  };
}
