import type { Concept } from './concept.ts';
import type { Lexicon } from './lexicon.ts';
import { readConcepts } from './read-concepts.ts';

/** A concept that was read in a text, in words a person can check. */
export interface ExplainedConcept {
  readonly concept: Concept;
  /** The text says that it is not so ("non ho soldi": money). */
  readonly isNegated: boolean;
  /** What the words say, where they were read as the opposite of it ("tidak percaya": trust). */
  readonly deniedConcept: Concept | null;
  /** The words that carried it, as written (folded). */
  readonly words: string;
  /** 0..1, see `Mention`. */
  readonly sureness: number;
}

/** Which concepts were read in a text and in which of its words, in their order; parts of phrases are left out. */
export function explainConcepts(text: string, lexicon: Lexicon): ExplainedConcept[] {
  const { words, mentions } = readConcepts(text, lexicon);
  return mentions
    .filter(({ isPart }) => !isPart)
    .map(({ concept, isNegated, deniedConcept, from, end, sureness }) => ({
      concept,
      isNegated,
      deniedConcept,
      words: words
        .slice(from, end)
        .map(({ token }) => token)
        .join(' '),
      sureness,
    }));
}
