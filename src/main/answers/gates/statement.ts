import { standardWord } from '../../text/tokens.ts';
import { aspects } from '../lexicon.ts';
import { line, type Gate } from './gate.ts';

const cue =
  /(?<= )(?:how|what|which|when|where|who|can|could|may|do|does|is|are|should|would|want|need|like|help|please|come|cosa|che|quale|quali|quanto|dove|quando|posso|puo|potete|potrei|potrebbe|potreste|possibile|vorrei|voglio|devo|serve|servono|berapa|apa|apakah|bagaimana|kapan|siapa|dimana|mana|bisa|boleh|mau|ingin|mohon|tolong|minta|perlu|cara|butuh)(?= )/;
const aspectSet: ReadonlySet<string> = new Set(aspects);

/** Stops a message that asks nothing ("I'll pay by transfer"), unless it says just what a variation says. */
export const statement: Gate = (message, { subject }) => {
  const { concepts, text, words } = message;
  if (/[?？]/.test(text) || [...concepts].some((concept) => aspectSet.has(concept))) return null;
  if (cue.test(line(words.map(standardWord)))) return null;
  const isVariation = subject.variations.some(
    (other) =>
      other.concepts.size === concepts.size && [...other.concepts].every((concept) => concepts.has(concept)),
  );
  return isVariation ? null : 'it states something and asks nothing';
};
