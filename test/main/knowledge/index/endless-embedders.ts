/** A process to be killed: changes the embedder to and fro, so that texts get vectors and old vectors are tidied away. */
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import type { Embedder } from '../../../../src/main/knowledge/embed/embedder.ts';
import { openForKill } from './open-for-kill.ts';

const builtin = builtinEmbedder(shippedLexicon);
const another = (round: number): Embedder => ({
  id: `another-${round}`,
  dimension: 96,
  embed: async (...asked) => (await builtin.embed(...asked)).map((vector) => vector.slice(0, 96)),
});

const { knowledge } = await openForKill();
for (let round = 1; ; round++) {
  knowledge.changeEmbedder(round % 4 === 0 ? builtin : another(round));
  // Sometimes before the last change is through.
  if (round % 3 !== 0) await knowledge.ready().catch(() => undefined);
  process.stdout.write(`${round}\n`);
}
