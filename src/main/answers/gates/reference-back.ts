import type { Atom } from '../atoms.ts';
import type { Reading } from '../reading.ts';
import { setOf } from '../words/phrases.ts';
import type { Gate } from './gate.ts';

const back =
  /(?<= )(?:that|this|those|these|it|them|they|same|(?:the|that|this|which|other|another) ones?|quell[oaie]|quei|quegli|quest[oaie]|cio|stess[oaie]|idem|itu|ini|tadi|tersebut|sebelumnya|barusan|dimaksud|dicev\S*|detto|parlato|parlavamo|accennat\S*|said|mentioned|told|discussed|talked|earlier|previous(?:ly)?|above|dibilang|dibahas|bilang|maksudnya|satunya|lainnya|lo faccio|ne|ce l)(?= )/g;
/** English "it" that stands for nothing. */
const dummy =
  / (?:these days|(?:hari|minggu|bulan|tahun|saat|sekarang) ini|what (?:is|s|does) (?:that|it|this)(?: mean)?(?= $)|(?:apa|gimana|bagaimana) (?:ya )?maksudnya|maksudnya (?:apa|gimana|bagaimana)|(?:does|do|would|will|is|can|could|should|might|has|was|how|and|if) it (?:take|takes|cost|costs|work|works|be|possible|usually|normally|to|still|necessary|require|that|mean|difficult|hard|easy)|it (?:takes|costs|is possible|works)|that is|(?:does|do) that work|how does one|gli (?:orari|uffici|investitori|stranieri|expat|italiani)|apply online) /g;
/** Once a message names its subject, these point to it: "investor KITAS, how much is it?", "documents, what are they?". */
const pronoun =
  / (?:which ones|(?:do|get|have|set|sort|arrange|handle|is|s|does|would) that|it|its|they|them|ne|lo faccio)(?= )/g;
const opening =
  /^ (?:and|but|so|then|also|plus|what about|how about|(?:e|ed)(?! (?:voa|visa))|ma|quindi|allora|pero|invece|anche|oppure|dan|tapi|terus|jadi|lalu|nah|atau|kalau(?! (?:saya |aku |kami )?(?:mau|ingin|pengen|pengin|mo) )|ok so|oke terus|ok e|ok and|yang)(?= )/;
const sameOpening = (left: string, right: string) => left.trim().split(' ')[0] === right.trim().split(' ')[0];

/** Stops a message that leans on what was said before: "that one", "yang tadi", "e per mia moglie?". */
export const referenceBack: Gate = (message, { variation }) => {
  const said = message.line.replace(dummy, ' ');
  const foreseen = variation.line.replace(dummy, ' ');
  const start = opening.exec(said)?.[0]?.trim();
  if (start !== undefined && !sameOpening(said, foreseen) && !isWhole(message))
    return `it starts with "${start}"`;
  const inner = message.atoms.some(isThing) ? said.replace(pronoun, ' ') : said;
  const found = [...inner.matchAll(back)].find(
    (match) => !foreseen.includes(` ${match[0]} `) && !isBesideName(inner, match.index, match[0], message),
  );
  return found ? `"${found[0]}" points to something said before` : null;
};

const isThing = ({ role }: Atom) => role === 'type' || role === 'matter';

/** Before these, "itu" points back: "yang itu", "setelah itu", "waktu itu". */
const leads = setOf(
  'yang kayak seperti soal tentang untuk buat kalau dengan sama dari ke di dan atau setelah sesudah sebelum selain karena waktu saat hari tahun bulan maka jika',
);
/** What a clause goes on with after "that": "a certificate that needs an apostille". */
const clause = setOf(
  'need needs require requires has have is are can must will let lets allow allows permit permits cover covers i we you they',
);

/** "KITAS itu berapa lama?", "this nominee thing": beside a name such a word only points to it. */
function isBesideName(said: string, index: number, word: string, { atoms }: Reading): boolean {
  // Names of more than one word have become one in capitals: their last words are "pma", "voa".
  const names = new Set([...atoms.filter(isThing).map((atom) => atom.word), 'pma', 'voa']);
  const before = said.slice(0, index).trim().split(' ').at(-1) ?? '';
  // "Dana yang wajib ditempatkan untuk visa rumah kedua itu": Indonesian marks what is spoken of by it.
  if (word === 'itu') return before !== '' && names.size > 2 && !leads.has(before);
  if (!/^(?:this|that|these|those|quest[oaie]|quel)$/.test(word)) return false;
  const [after = ''] = said
    .slice(index + word.length + 1)
    .trim()
    .split(' ');
  return names.has(after) || (word === 'that' && names.has(before) && clause.has(after));
}

/** It names both a subject and more about it: how it begins leaves nothing open. */
const isWhole = ({ atoms, line }: Reading) =>
  !/^ (?:\S+ )?yang /.test(line) &&
  atoms.length > 1 &&
  atoms.some(isThing) &&
  atoms.some(({ role }) => role !== 'type');
