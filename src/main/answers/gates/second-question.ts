import { tokens } from '../../text/tokens.ts';
import type { Reading } from '../reading.ts';
import { courtesyPhrases } from '../words/courtesy.ts';
import { applyPhrases } from '../words/phrases.ts';
import type { Gate } from './gate.ts';

const joined =
  /(?<= )(?:and|n|plus|also|or|e|ed|o|poi|inoltre|oppure|dan|terus|lalu|serta|sama|atau|sekalian|trus|cosi come|as well as) (?:also |poi |anche |juga )?(?:how|what|when|where|which|who|whether|is|are|can|do|does|should|quanto|quanta|quanti|quali|quale|che|cosa|come|dove|quando|posso|potete|si puo|(?:mi |ci )?serv(?:e|ono)|devo|bisogna|occorre|ci vuole|avete|fate|will|would(?! (?:like|love|want|need|appreciate|prefer))|could|perlu|harus|wajib|in quanto|berapa|apa|apakah|bagaimana|kapan|siapa|dimana|di mana|bisa|syarat\S*|biaya\S*|harga\S*|lama\S*|dokumen\S*)(?= )/g;

/** Stops a message that asks more than the variation: a second question mark, or "and" before a question word. */
export const secondQuestion: Gate = (message, { variation }) => {
  if (questions(message) > Math.max(1, questions(variation))) return 'it asks more than one question';
  const isAspect = message.atoms.some(({ role }) => role === 'aspect');
  // "Can it be extended, and how?" asks one thing.
  const more = conjunctions(message).filter((found) => isAspect || !how.test(found));
  return more.length > conjunctions(variation).length ? `"${more[0]}" starts another question` : null;
};

const how = / (?:how|come|bagaimana|gimana|cara\S*)$/;

/** "Is there a threshold, and what is it?" goes on with what it has begun. */
const same =
  / (?:and|dan|e) (?:what|which|how much|how|when|quanto|quale|qual|quando|come) (?:is|are|s|would|e|sono|sarebbe) (?:it|they|that)?(?= $)/g;
/** "And what is the process" is "and how". */
const process =
  / (?:what (?:is|s|are) the (?:process|procedure|steps?|way)|qual e la procedura|quali sono i passaggi|(?:proses|prosedur|langkah)(?:nya)?(?: (?:apa|gimana|bagaimana))?)(?= )/g;

const conjunctions = ({ line }: Reading): readonly string[] =>
  line.replace(same, ' ').replace(process, ' how').match(joined) ?? [];

/** "Can I have one? How does it work?" asks once. */
const again =
  /^\W*(?:e |dan |and )?(?:come (?:si fa|funziona|faccio|devo fare)|(?:gimana|bagaimana)(?: caranya)?|caranya(?: gimana| bagaimana)?|how(?: does it work| do i do (?:it|that)| can i do (?:it|that))?|cosa devo fare|what do i do)\W*$/i;

/** Words that a question has at least besides courtesy: "how are you?" asks nothing here. */
const shortest = 3;

function questions({ text }: Reading): number {
  const marked = text.match(/[^?？.!\n]*[?？]+/g) ?? [];
  if (marked.length < 2) return marked.length;
  return marked.filter((part) => {
    if (again.test(part)) return false;
    const asked = applyPhrases(tokens(part).join(' '), courtesyPhrases);
    return asked.split(' ').filter(Boolean).length >= shortest;
  }).length;
}
