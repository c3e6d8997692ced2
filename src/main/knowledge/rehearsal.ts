import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LiveIndex } from './index/live-index.ts';
import type { ConceptIndex } from './search/concept-index.ts';
import { floor } from './search/score.ts';
import { openSearch, type VectorEvidence } from './search/search.ts';
import { withPhrase, withPhraseHit, type PhraseAddition } from './search/with-phrase.ts';

interface RehearsalParts {
  readonly concepts: ConceptIndex;
  readonly index: Pick<LiveIndex, 'current'>;
  readonly near: (
    text: string,
  ) => Promise<{ readonly vector: Float32Array; readonly evidence: VectorEvidence } | null>;
}

/**
 * Of each text, whether search would give this insight to it with one more phrase. Nothing is changed. `isCautious`: the insight is
 * looked at closely whatever brings it near. Never rejects; false where the insight is not live.
 */
export type Rehearse = (
  addition: PhraseAddition,
  texts: readonly string[],
  options?: { readonly isCautious?: boolean },
) => Promise<boolean[]>;

/** As many as a reply is given. */
const limit = 5;

/** See `Rehearse`: the product's own search, over the insights as they would be. One text at a turn. */
export function rehearsal({ concepts, index, near }: RehearsalParts): Rehearse {
  return async (addition, texts, { isCautious = false } = {}) => {
    const none = texts.map(() => false);
    await concepts.read();
    const postings = concepts.current();
    if (!postings) return none;
    const { lexicon } = concepts;
    const changed = withPhrase({ rows: concepts.rows, postings }, lexicon, addition, isCautious);
    if (!changed) return none;
    const search = openSearch(changed.rows, lexicon);
    const phrase = await vectorOf(index, addition.phrase);
    const found: boolean[] = [];
    for (const text of texts) {
      const at = await near(text);
      const vectors = at && {
        ...at.evidence,
        hits: withPhraseHit(at.evidence.hits, addition.insightId, at.vector, phrase),
      };
      const judged = search({ text, vectors, postings: changed.postings, limit, floor });
      found.push(
        judged.some(({ item, verdict }) => verdict === 'taken' && item.insightId === addition.insightId),
      );
      await nextTurn();
    }
    return found;
  };
}

/** As the index will have it; null where the embedder does not say: words decide then. */
async function vectorOf(index: RehearsalParts['index'], phrase: string): Promise<Float32Array | null> {
  const vectors = await index
    .current()
    ?.embedder.embed([phrase], 'passage')
    .catch(() => null);
  return vectors?.[0] ?? null;
}
