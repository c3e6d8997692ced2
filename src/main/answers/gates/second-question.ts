import { standardWord } from '../../text/tokens.ts';
import { read, type Reading } from '../reading.ts';
import { line, type Gate } from './gate.ts';

const joined =
  /(?<= )(?:and|plus|also|or|e|ed|o|poi|inoltre|oppure|dan|terus|lalu|serta|sama|atau|sekalian|trus|cosi come|as well as) (?:also |poi |anche |juga )?(?:how|what|when|where|which|who|whether|is|are|can|do|does|should|quanto|quanta|quanti|quali|quale|che|cosa|come|dove|quando|posso|si puo|in quanto|berapa|apa|apakah|bagaimana|kapan|siapa|dimana|di mana|bisa|syarat\S*|biaya\S*|harga\S*|lama\S*|dokumen\S*)(?= )/g;

/** Stops a message that asks more than the variation: a second question mark, or "and" before a question word. */
export const secondQuestion: Gate = (message, { variation }) => {
  if (questions(message) > Math.max(1, questions(variation))) return 'it asks more than one question';
  const more = conjunctions(message);
  return more.length > conjunctions(variation).length ? `"${more[0]}" starts another question` : null;
};

const conjunctions = (reading: Reading): readonly string[] =>
  line(reading.words.map(standardWord)).match(joined) ?? [];

/** Sentences that end in a question mark and ask something; "how are you?" asks nothing here. */
function questions({ text, language }: Reading): number {
  const marks = text.match(/[^?？.!\n]*[?？]+/g) ?? [];
  return marks.length < 2
    ? marks.length
    : marks.filter((part) => read(part, language).concepts.size > 0).length;
}
