import type { Language } from '../../shared/language.ts';
import type { Embedder } from '../knowledge/embed/embedder.ts';
import type { Lexicon } from '../text/lexicon/lexicon.ts';
import { withoutAside } from './asides.ts';
import type { GateResult } from './gates/gate.ts';
import type { Known } from './known.ts';
import { askGates, rivalOf } from './matching.ts';
import type { Reading } from './reading.ts';
import { scoreSubjects, type Scored } from './similarity.ts';
import { understand } from './understand.ts';

/** What a message means among these intents. */
interface Decided {
  readonly message: Reading;
  /** Best first, `best` among them. */
  readonly scored: readonly Scored[];
  readonly best: Scored;
  /** All gates of the best one: it is meant where each is passed. */
  readonly asked: readonly GateResult[];
}

/** Which intent a message means; null where nothing in it is asked by any. Rejects when the embedder cannot be reached. */
export async function decideMatch(
  { lexicon, embedder }: { readonly lexicon: Lexicon; readonly embedder: Embedder },
  catalogue: Known,
  query: { readonly text: string; readonly language: Language; readonly isFollowUp: boolean },
): Promise<Decided | null> {
  const message = withoutAside(
    understand(query.text, query.language, lexicon, catalogue.said),
    catalogue.keys,
  );
  if (message.atoms.length === 0 || catalogue.subjects.length === 0) return null;
  const [vector = new Float32Array(0)] = await embedder.embed([message.text], 'query');
  const scored = scoreSubjects(message, vector, catalogue);
  const [best] = scored;
  if (!best) return null;
  return {
    message,
    scored,
    best,
    asked: askGates(message, best, rivalOf(message, best, scored), query.isFollowUp),
  };
}
