import type { Atom } from '../atoms.ts';
import { isByTheWay, says, type Subject } from '../catalogue.ts';
import type { Reading } from '../reading.ts';
import { aspects } from '../words/asking.ts';
import { setOf } from '../words/phrases.ts';
import type { Gate } from './gate.ts';

/** Stops a message that leaves out what its nearest variation says, or what most variations ask. */
export const missingMatter: Gate = (message, { subject, variation }) => {
  if (isBare(message) && wordOverlap(message, variation) < literal) return 'it does not say what it is about';
  if (asksAnotherPrice(message, subject)) return 'it does not say what the price is of';
  if (isSame(message, variation)) return null;
  const asked = subject.asked.find(
    (key) => !message.keys.has(key) && !(key === 'OBLIGATION' && message.keys.has('MUST')),
  );
  if (asked !== undefined) return `it does not ask "${asked}"`;
  const missing = variation.atoms.find(
    (atom) => !says(message.keys, atom) && isNeeded(atom, message, variation, subject),
  );
  return missing === undefined ? null : `it does not say "${missing.word}"`;
};

const isSame = (one: Reading, other: Reading) =>
  one.atoms.every((atom) => says(other.keys, atom)) && other.atoms.every((atom) => says(one.keys, atom));

/** "How much in the bank for it" is no answer to "how much is it". */
const asksAnotherPrice = (message: Reading, { variations }: Subject) =>
  isMerePrice(message) && !variations.some(isMerePrice);

const funds = / (?:dana|dananya|saldo|funds?|fondi|balance) /;
const isMerePrice = ({ keys, atoms, line }: Reading) =>
  keys.has('PRICE') && !atoms.some(({ role }) => role === 'matter') && !funds.test(line);

/** Of the variations, the share that says a matter before a message may not say another one in its place. */
const commonShare = 0.25;

function isNeeded(atom: Atom, message: Reading, variation: Reading, subject: Subject): boolean {
  if (isByTheWay(atom)) return false;
  const rest = variation.atoms.filter((other) => other.role !== 'action');
  if (atom.role !== 'matter' || rest.length === 1) return true;
  // "By card" and "by transfer": in place of what this variation says the message says what another one does.
  const isReplaced = message.atoms.some((other) => other.role === 'matter' && !says(variation.keys, other));
  const foreseen = message.atoms.filter((other) => other.role !== 'action' && other.role !== 'modal').length;
  if (!isReplaced && foreseen < 2) return true;
  const times = Math.max(...atom.keys.map((key) => subject.vocabulary.get(key) ?? 0));
  return times >= commonShare * subject.variations.length;
}

/** Share of words that a message without a subject ("where are you?") must have in common with the variation. */
const literal = 0.6;
const greetings = setOf('hi hey hello ciao salve halo kak kakak');

/** It names nothing but what is asked. "Address" and "opening hours" say enough by themselves. */
const isBare = ({ atoms }: Reading) =>
  atoms.every(({ role, keys: [key = ''] }) => (role === 'aspect' && aspects.has(key)) || role === 'action');

function wordOverlap(left: Reading, right: Reading): number {
  const [one, other] = [topicWords(left), topicWords(right)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared || 1);
}

const topicWords = ({ line }: Reading) =>
  new Set(
    line
      .trim()
      .split(' ')
      .filter((word) => !greetings.has(word)),
  );
