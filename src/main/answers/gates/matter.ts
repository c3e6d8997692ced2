import { withAction } from '../catalogue.ts';
import { actions, aspects, types } from '../lexicon.ts';
import { standardWord } from '../../text/tokens.ts';
import type { Reading } from '../reading.ts';
import type { Gate } from './gate.ts';

const aspectSet: ReadonlySet<string> = new Set(aspects);

/**
 * Stops a message with a content word that no variation of the intent has. An aspect (price, duration, papers …) must
 * stand in two variations or in the nearest one: a single variation may name it by the way.
 */
export const otherMatter: Gate = (message, { subject, variation }) => {
  const isForeseen = (concept: string) =>
    // How one words the getting hardly matters once the aspect asked is the right one.
    concept === 'GET' ||
    concept === 'PROCESS' ||
    (aspectSet.has(concept)
      ? variation.concepts.has(concept) ||
        subject.variations.filter((other) => other.concepts.has(concept)).length >= 2
      : subject.vocabulary.has(concept));
  const other = [...message.concepts].find((concept) => !isForeseen(concept));
  return other === undefined ? null : `"${other.replace('~', '')}" is not part of the question`;
};

/** Stops a message that leaves out what nearly every variation of its language names, unless it is one of them. */
export const missingMatter: Gate = (message, { subject, variation }) => {
  if (isBare(message) && wordOverlap(message, variation) < literal) return 'it does not say what it is about';
  const said = withAction(message.concepts);
  const isVariation =
    said.size === withAction(variation.concepts).size &&
    [...variation.concepts].every((concept) => said.has(concept));
  if (isVariation) return null;
  const core = subject.core[message.language] ?? Object.values(subject.core)[0] ?? new Set<string>();
  const missing = [...core].find((concept) => !said.has(concept));
  return missing === undefined ? null : `it does not say "${missing}"`;
};

/** Share of words that a message without a subject ("where are you?") must have in common with the variation. */
const literal = 0.6;
const greetingWords = new Set(['hi', 'hey', 'hello', 'ciao', 'salve', 'halo', 'kak', 'kakak']);

/** What makes a time of day the opening hours of an office. */
const opening =
  /^(?:open|opening|office|hours|business|buka|bukanya|kantor|kantornya|operasional|orari|orario|apertura|ufficio|aperti|aperto|aprite)$/;

/** It names nothing but what is asked. Opening hours say enough by themselves. */
function isBare({ concepts, words }: Reading): boolean {
  if (words.some((word) => opening.test(word)) && concepts.has('HOURS')) return false;
  return [...concepts].every((concept) => aspectSet.has(concept) || actions.has(concept));
}

function wordOverlap(left: Reading, right: Reading): number {
  const [one, other] = [topicWords(left), topicWords(right)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared || 1);
}

const topicWords = (reading: Reading) =>
  new Set(reading.words.map(standardWord).filter((word) => !greetingWords.has(word)));

/**
 * Asked in a running conversation only: stops a message that does not name its subject by itself. It must hold a type
 * (KITAS, NPWP …), or two meanings of which one is more than an aspect ("where" + "office").
 */
export const ellipsis: Gate = (message) => {
  const named = [...message.concepts].filter((concept) => !actions.has(concept));
  const isNamed =
    named.some((concept) => types.has(concept)) ||
    (named.length >= 2 && named.some((concept) => !aspectSet.has(concept)));
  return isNamed ? null : 'what it is about lies in the conversation';
};
