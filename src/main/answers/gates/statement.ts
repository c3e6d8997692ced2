import { asks, says } from '../catalogue.ts';
import type { Gate } from './gate.ts';

const cue =
  /(?<= )(?:how|what|which|when|where|who|can|could|may|do|does|is|are|should|would|want|need|like|help|please|come|cosa|che|quale|quali|quanto|dove|quando|posso|puo|potete|potrei|potrebbe|potreste|possibile|vorrei|voglio|devo|serve|servono|berapa|apa|apakah|bagaimana|kapan|siapa|dimana|mana|bisa|boleh|mau|ingin|mohon|tolong|minta|perlu|cara|butuh)(?= )/;

/** Whoever speaks of what they do asks nothing by a mere keyword. */
const person = / (?:i|we|ho|abbiamo|sono|pago|saya|aku|kami|ll) /;
const agreement = /^ (?:ok|oke|okay|va bene|d accordo|deal|siap|sip|setuju) /;

/** Words of a mere keyword: enough where most of an intent's variations ask nothing in particular. */
const keyword = 5;

/** Stops a message that asks nothing ("I'll pay by transfer"), unless it is a keyword that a variation is too. */
export const statement: Gate = (message, { subject }) => {
  const { keys, line, text, words } = message;
  if (/[?？]/.test(text) || cue.test(line)) return null;
  if (agreement.test(line)) return 'it agrees to something and asks nothing';
  if (asks(message)) return null;
  const isKeyword =
    !person.test(line) &&
    ((subject.asked.length === 0 && words.length <= keyword) ||
      subject.variations.some((other) => !asks(other) && other.atoms.every((atom) => says(keys, atom))));
  return isKeyword ? null : 'it states something and asks nothing';
};
