import { standardWord } from '../../text/tokens.ts';
import { line, type Gate } from './gate.ts';

const words =
  /(?<= )(?:urgent\S*|emergency|asap|immediately|hurry|rush|desperate\S*|help!|afraid|scared|fear|worr\S+|panic\S*|panik|stress\S*|anxious|sorry|ashamed|embarrassed|sad|cry\S*|angry|furious|upset|annoyed|disappoint\S*|unacceptable|terrible|awful|horrible|ridiculous|scam\S*|cheat\S*|fraud|refund\S*|complain\S*|lawyer|sue|police|nobody|again|finally|waiting|waited|ignored?|trust|darurat|segera|buru buru|mendesak|secepatnya|mendadak|takut|khawatir|kuatir|cemas|bingung|pusing|sedih|nangis|menangis|malu|marah|kesal|kecewa|parah|lambat|menunggu|nunggu|komplain|penipu\S*|tipu|ditipu|tertipu|polisi|pengacara|refund|stres|kok|lama (?:banget|sekali|amat)|so long|so much|(?:cosi|troppo) (?:tanto|caro|lungo|tempo)|capek|lelah|subito|urgente|urgenza|urgentemente|emergenza|fretta|paura|preoccup\S+|ansi\S+|agitat[oa]|disperat[oa]|vergogn\S+|triste|piang\S+|arrabbiat[oa]|furios[oa]|incazzat[oa]|delus[oaie]|inaccettabile|vergognoso|assurdo|truff\S+|rimborso|reclamo|lament\S+|avvocato|polizia|denuncia|aspettando|aspetto|stanc[oa]|confus[oa]|confused|fidarmi|fiducia|mannaggia|cazzo|fuck\S*|shit|damn|anjing|sialan)(?= )/;
const faces =
  /[\u{1F612}\u{1F614}-\u{1F616}\u{1F61E}-\u{1F62D}\u{1F630}\u{1F631}\u{1F633}\u{1F641}\u{1F64F}\u{1F494}\u{1F620}-\u{1F624}\u{1F92C}\u{2639}]/u;

/** Stops urgency, complaint, fear and shame: such a message wants a person's answer, however plain its question. */
export const distress: Gate = (message, { variation }) => {
  const found = words.exec(line(message.words.map(standardWord)))?.[0];
  if (found !== undefined && !line(variation.words.map(standardWord)).includes(` ${found} `))
    return `"${found}" asks for a person`;
  if (/[!！]\s*[!！]/u.test(message.text)) return 'it is written with emphasis';
  if (faces.test(message.text)) return 'it shows a feeling';
  return isShouted(message.text) ? 'it is written in capitals' : null;
};

/** At least four words of four letters or more, nearly all in capitals: names such as KITAS alone are no shouting. */
function isShouted(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  const capitals = long.filter(
    (word) => word === word.toUpperCase() && word !== 'KITAS' && word !== 'NPWP' && word !== 'BPJS',
  );
  return capitals.length >= 3 && capitals.length >= long.length * 0.7;
}
