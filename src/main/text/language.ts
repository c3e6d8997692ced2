import { languages, type Language } from '../../shared/language.ts';
import { foldText } from './tokens.ts';
import { chatSpellings, commonWords, functionWords } from './words.ts';

export interface DetectedLanguage {
  /** Null when no language stands out: too short, only names or numbers, or evenly mixed. */
  readonly language: Language | null;
  /** Evidence per language, adding up to 1; all 0 when there is none. */
  readonly scores: Readonly<Record<Language, number>>;
}

/** Weights of one word's evidence; a word known to two languages is divided between them. */
const wordWeights = { function: 1, common: 1.2, chat: 1 } as const;
/** An unknown word tells only by its shape, so it counts less than half a known one. */
const shapeWeight = 0.4;
/** The winner's evidence must reach this (one distinct short word does), and be this much of all evidence. */
const leastEvidence = 0.45;
const leastShare = 0.52;

/** Beginnings and endings that one of the languages has and the others hardly do. */
const shapes: Readonly<Record<Language, readonly RegExp[]>> = {
  id: [
    /^(?:meng|meny|mem|men|ber|ter|peng|pem|di|ke)\p{L}{4,}(?:kan|an|i)$/u,
    /^(?:meng|meny|ngg|nge|nya)/u,
    /\p{L}{3}(?:nya|kan|kah|lah|ku|mu)$/u,
    /(?:uh|ih|ak|uk|ung|ang|eng|aan|ai|au|ir|ur|ah)$/u,
    /(?:sy|kh|ngk|nj|mp[au])/u,
  ],
  it: [
    /(?:zion[ei]|ment[eio]|tà|ità|ezza|aggi[oa]|ett[aoie]|ic[aoi]|os[aoi]|ist[aie])$/u,
    /(?:are|ere|ire|ato|ata|ati|ate|ito|ita|uto|uta|ando|endo|iamo|ete|ono|ano|ebbe|rei)$/u,
    /(?:gli|gn|sci|chi|che|ghi|cc|zz|tt|ss|ll|nn|pp|rr|ff|bb|gg|mm)[aeiou]$/u,
    /(?:ia|io|ie|ei|oi)$/u,
  ],
  en: [
    /(?:ing|tion|ness|ment|ship|able|ible|ful|less|ought|ight|ould|ody|ever)s?$/u,
    /(?:ed|ly|ck|th|sh|ch|ll|ss|ts|ds|ks|ys|ow|aw|ew|ey|ry|ty)$/u,
    /^(?:wh|th|sh|wr|kn|un|str|w)/u,
    /(?:oo|ee|ea|ou|igh|wh)/u,
  ],
};

const permitNames =
  /\b(?:exit permit(?: only)?|(?:e-?)?visa on arrival|second home(?: visa)?|digital nomad(?: visa)?|golden visa|virtual office|leasehold|freehold)\b/g;

/**
 * Tells Indonesian, Italian and English apart in short chat messages, slang included. In a mixed message the language
 * of most of its grammar wins. Scores are sums of word evidence (see the weights above), not probabilities.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const evidence: Record<Language, number> = { id: 0, it: 0, en: 0 };
  // Links and addresses are English by look only, names of permits in any language.
  const words =
    foldText(text)
      .replace(/\S*(?::\/\/|@|www\.)\S*/g, ' ')
      .replace(permitNames, ' ')
      .match(/\p{L}+/gu) ?? [];
  for (const word of words.slice(0, 200)) addWord(evidence, word);
  const total = evidence.id + evidence.it + evidence.en;
  if (total === 0) return { language: null, scores: evidence };
  const best = languages.reduce((left, right) => (evidence[right] > evidence[left] ? right : left));
  const isClear = evidence[best] >= leastEvidence && evidence[best] / total >= leastShare;
  return {
    language: isClear ? best : null,
    scores: { id: evidence.id / total, it: evidence.it / total, en: evidence.en / total },
  };
}

const knownWords = countKnownWords();

function countKnownWords(): ReadonlyMap<string, Record<Language, number>> {
  const known = new Map<string, Record<Language, number>>();
  const add = (word: string, language: Language, weight: number) => {
    const entry = known.get(word) ?? { id: 0, it: 0, en: 0 };
    entry[language] = Math.max(entry[language], weight);
    known.set(word, entry);
  };
  for (const language of languages) {
    for (const word of chatSpellings[language].keys()) add(word, language, wordWeights.chat);
    for (const word of functionWords[language]) add(word, language, wordWeights.function);
    for (const word of commonWords[language]) add(word, language, wordWeights.common);
  }
  for (const entry of known.values()) {
    const sum = entry.id + entry.it + entry.en;
    const most = Math.max(entry.id, entry.it, entry.en);
    // Shared words ("di", "a", "la") say little: what they weigh falls with the square of how shared they are.
    for (const language of languages) entry[language] *= (most / sum) ** 2;
  }
  return known;
}

function addWord(evidence: Record<Language, number>, word: string): void {
  const one = wordEvidence(word);
  for (const language of languages) evidence[language] += one[language];
}

const noEvidence: Readonly<Record<Language, number>> = { id: 0, it: 0, en: 0 };

/** What one folded word says about its language: about 1 for a word that only one language has, less by shape alone. */
export function wordEvidence(word: string): Readonly<Record<Language, number>> {
  const known = knownWords.get(word);
  if (known) return known;
  if (word.length < 4) return noEvidence;
  const share = (language: Language) =>
    (shapeWeight * Math.min(shapes[language].filter((shape) => shape.test(word)).length, 2)) / 2;
  return { id: share('id'), it: share('it'), en: share('en') };
}
