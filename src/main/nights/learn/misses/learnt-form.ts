import type { Language } from '../../../../shared/language.ts';
import type { Concept } from '../../../text/lexicon/concept.ts';
import type { LearntForm } from '../../../text/lexicon/learnt.ts';
import type { Lexicon } from '../../../text/lexicon/lexicon.ts';
import { readConcepts } from '../../../text/lexicon/read-concepts.ts';
import { tokens } from '../../../text/tokens.ts';

/** As in the lexicon's files: longer phrases are said in too many ways. One word alone would speak for every text that has it. */
const words = { least: 2, most: 4 } as const;

/**
 * The form that a phrase adds to the lexicon; null wherever that is not safe. It must be short, say one thing only that the lexicon
 * knows, plainly and not denied, and that must be what the insight's own triggers say: then the whole phrase is another way to say it.
 */
export function formOf(
  phrase: string,
  language: Language,
  triggers: readonly string[],
  lexicon: Lexicon,
): LearntForm | null {
  const written = tokens(phrase);
  if (written.length < words.least || written.length > words.most) return null;
  const { mentions } = readConcepts(phrase, lexicon);
  const said = signals(mentions);
  const [concept] = said;
  if (said.size !== 1 || !concept) return null;
  if (mentions.some(({ isNegated, deniedConcept }) => isNegated || deniedConcept !== null)) return null;
  // The phrase as a whole is known: nothing is to be learnt.
  if (mentions.some(({ from, end, isSlip }) => end - from >= written.length && !isSlip)) return null;
  const meant = triggers.some((trigger) => signals(readConcepts(trigger, lexicon).mentions).has(concept));
  return meant ? { language, form: written.join(' '), concept: concept.name } : null;
}

function signals(mentions: ReturnType<typeof readConcepts>['mentions']): Set<Concept> {
  return new Set(
    mentions
      .filter(({ concept, isPart, isNegated }) => !concept.isPlain && !isPart && !isNegated)
      .map(({ concept }) => concept),
  );
}
