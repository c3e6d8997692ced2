import { meanings } from '../meanings.ts';
import { types } from '../lexicon.ts';
import { line, type Gate } from './gate.ts';
import { standardWord } from '../../text/tokens.ts';

const back =
  /(?<= )(?:that|this|those|these|it|them|they|same|ones?|quell[oaie]|quei|quegli|quest[oaie]|cio|stess[oaie]|idem|itu|ini|tadi|tersebut|sebelumnya|barusan|dimaksud|dicev\S*|detto|parlato|parlavamo|accennat\S*|said|mentioned|told|discussed|talked|earlier|previous(?:ly)?|above|dibilang|dibahas|bilang|maksudnya|satunya|lainnya|gli|lo faccio|ne|ce l)(?= )/g;
/** English "it" that stands for nothing. */
const dummy =
  / (?:(?:does|do|would|will|is|can|could|should|might|has|was|how|and|if) it (?:take|takes|cost|costs|work|works|be|possible|usually|normally|to|still|necessary|require|that|mean|difficult|hard|easy)|it (?:takes|costs|is possible|works)|that is|(?:does|do) that work|how does one|gli (?:orari|uffici|investitori|stranieri|expat|italiani)|apply online) /g;
/** After a name, these point to it: "investor KITAS, how much is it?", "an NPWP: how do I do that?". */
const innerReference =
  / (?:how much|how long|what|how) (?:is|does|will|would|do i do|can i do) (?:it|that)(?= )/g;
const opening =
  /^ (?:and|but|so|then|also|plus|what about|how about|(?:e|ed)(?! (?:voa|visa))|ma|quindi|allora|pero|invece|anche|oppure|dan|tapi|terus|jadi|lalu|nah|atau|kalau(?! (?:saya |aku |kami )?(?:mau|ingin|pengen|pengin|mo) )|ok so|oke terus|ok e|ok and|yang)(?= )/;
const sameOpening = (left: string, right: string) => left.trim().split(' ')[0] === right.trim().split(' ')[0];

/** Stops a message that leans on what was said before: "that one", "yang tadi", "e per mia moglie?". */
export const referenceBack: Gate = (message, { variation }) => {
  const said = line(message.words.map(standardWord)).replace(dummy, ' ');
  const foreseen = line(variation.words.map(standardWord)).replace(dummy, ' ');
  const start = opening.exec(said)?.[0]?.trim();
  if (start !== undefined && !sameOpening(said, foreseen)) return `it starts with "${start}"`;
  const inner = message.types.size > 0 ? said.replace(innerReference, ' ') : said;
  const found = [...inner.matchAll(back)].find(
    (match) => !foreseen.includes(` ${match[0]} `) && !isTopicMarker(inner, match.index, match[0]),
  );
  return found ? `"${found[0]}" points to something said before` : null;
};

/** "KITAS itu berapa lama?": after a name, Indonesian "itu" only marks the topic. */
function isTopicMarker(said: string, index: number, word: string): boolean {
  if (word !== 'itu') return false;
  const before = said.slice(0, index).trim().split(' ').at(-1) ?? '';
  return types.has(meanings.get(before) ?? (before === 'pma' || before === 'voa' ? 'PTPMA' : ''));
}
