import { asks, says } from '../catalogue.ts';
import { mayAsk } from '../words/question-words.ts';
import type { Gate } from './gate.ts';

/** Whoever speaks of what they do asks nothing by a mere keyword. */
const person = / (?:i|we|ho|abbiamo|sono|pago|saya|aku|kami|ll) /;
const agreement = /^ (?:ok|oke|okay|va bene|d accordo|deal|siap|sip|setuju) /;

/** Words of a mere keyword: enough where most of an intent's variations ask nothing in particular. */
const keyword = 5;

/** Stops a message that asks nothing ("I'll pay by transfer"), unless it is a keyword that a variation is too. */
export const statement: Gate = (message, { subject }) => {
  const { keys, line, text, words } = message;
  if (/[?？]/.test(text) || mayAsk(line)) return null;
  if (agreement.test(line)) return 'it agrees to something and asks nothing';
  if (asks(message)) return null;
  const isKeyword =
    !person.test(line) &&
    ((subject.asked.length === 0 && words.length <= keyword) ||
      subject.variations.some((other) => !asks(other) && other.atoms.every((atom) => says(keys, atom))));
  return isKeyword ? null : 'it states something and asks nothing';
};
