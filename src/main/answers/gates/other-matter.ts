import { asksOtherTime, hasAction, says } from '../catalogue.ts';
import type { Gate } from './gate.ts';

/**
 * Stops a message that says something which no variation of the intent says. An aspect (price, duration, papers …) must
 * stand in two variations or in the nearest one: a single variation may name it by the way.
 */
export const otherMatter: Gate = (message, { subject, variation, isNamed }) => {
  const { vocabulary } = subject;
  const other = message.atoms.find((atom) => {
    if (atom.role === 'type') return false;
    // How one words the getting hardly matters, unless nothing else is asked.
    if (atom.role === 'action')
      return atom.keys[0] !== 'GET' && !says(vocabulary, atom) && !hasAction(subject) && !asksMore(message);
    if (atom.role !== 'aspect') return !says(vocabulary, atom);
    return !atom.keys.some((key) => variation.keys.has(key) || (vocabulary.get(key) ?? 0) >= 2);
  });
  if (other) return `"${other.word}" is not part of the question`;
  if (asksOtherTime(message, subject)) return 'it asks how long something else takes';
  return isNamed ? null : 'it names something like what the intent is about, but not that';
};

const asksMore: (message: Parameters<Gate>[0]) => boolean = ({ atoms }) =>
  atoms.some(({ role }) => role === 'aspect');
