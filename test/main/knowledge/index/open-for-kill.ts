import { systemClock } from '../../../../src/main/clock.ts';
import type { Db } from '../../../../src/main/db/db.ts';
import { openDb } from '../../../../src/main/db/open.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { openKnowledge, type Knowledge } from '../../../../src/main/knowledge/knowledge.ts';
import { ConceptIndex } from '../../../../src/main/knowledge/search/concept-index.ts';
import { silentLog } from '../../../fixtures/desk.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';

/** What a process to be killed works on. Arguments of the process: database file, index folder. */
export async function openForKill(): Promise<{ db: Db; knowledge: Knowledge }> {
  const [file = '', dir = ''] = process.argv.slice(2);
  const db = openDb({ file });
  const knowledge = await openKnowledge({
    db,
    dir,
    embedder: builtinEmbedder(shippedLexicon),
    concepts: new ConceptIndex({ db, lexicon: shippedLexicon, log: silentLog }),
    clock: systemClock,
    log: silentLog,
    emit: () => undefined,
    owner: true,
    debounceMs: 5,
  });
  return { db, knowledge };
}
