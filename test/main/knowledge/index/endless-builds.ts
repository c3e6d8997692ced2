/** A process to be killed: builds the index of a data folder over and over. Arguments: database file, index folder. */
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import { openDb } from '../../../../src/main/db/open.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { ConceptIndex } from '../../../../src/main/knowledge/search/concept-index.ts';
import { openKnowledge } from '../../../../src/main/knowledge/knowledge.ts';
import { silentLog } from '../../../fixtures/desk.ts';

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
});
for (;;) {
  await knowledge.rebuild();
  process.stdout.write('built\n');
}
