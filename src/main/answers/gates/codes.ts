import { kinds } from '../lexicon.ts';
import type { Gate } from './gate.ts';

/** Stops a type or code of visa, permit or company that the intent lacks ("KITAP", "E33G"), or that the message lacks. */
export const codes: Gate = (message, { subject, variation }) => {
  const extra = [...message.types].find((type) => !variation.types.has(type));
  const isKnown = extra !== undefined && subject.vocabulary.has(extra) && !isContradicted(extra);
  if (extra !== undefined && !isKnown) return `"${extra}" is not what the intent is about`;
  const missing = [...(subject.core[message.language] ?? [])].find(
    (concept) => variation.types.has(concept) && !message.types.has(concept),
  );
  return missing === undefined ? null : `"${missing}" is not named`;
};

const isContradicted = (type: string) => kinds.has(type) || type.startsWith('code:');
