import type { ModelReason } from '../../shared/message.ts';

export interface ModelChoice {
  readonly model: 'fast' | 'strong';
  readonly reason: ModelReason;
}

/** Characters from which a message has more in it than the fast model keeps in view (about 100 words). */
const LONG = 600;
/** Two questions in a short message are often "how are you? how much is it?"; in a longer one they are two. */
const TWO_QUESTIONS = 200;

/** Word beginnings in Indonesian, Italian and English, on folded text. */
const wordsBehind: readonly (readonly [ModelReason, RegExp])[] = [
  [
    'distress',
    /\b(?:takut|panik|nangis|menangis|putus asa|darurat|stres+|dideportasi|ditahan|ditangkap|paura|panico|disperat|angosci|piang|emergenza|arrestat|deportat|espuls|scared|afraid|terrified|panic|desperate|crying|emergency|deported|detained|arrested)/,
  ],
  [
    'complaint',
    /\b(?:kecewa|komplain|keluhan|mengeluh|marah|kesal|uang kembali|tidak profesional|ga(?:k)? profesional|delus|reclam|lamentel|inaccettabil|(?:che|una) vergogna|vergognos|arrabbiat|rimbors|complain|complaint|disappoint|unacceptable|angry|furious|refund|ridiculous)/,
  ],
  [
    'legal_or_tax',
    /\b(?:pajak|perpajakan|hukum|kontrak|notaris|sengketa|pengadilan|pengacara|warisan|perjanjian|tass[ae]\b|tassazion|fiscal|impost[ae]\b|legal|legge\b|contratt|notai|tribunal|avvocat|eredit|causa legale|tax(?:es|ation)?\b|law\b|laws\b|lawyer|lawsuit|contract|notary|court\b|dispute|inheritance|liabilit)/,
  ],
];

/**
 * Which model answers: the strong one where a wrong tone or a wrong word costs most (distress, complaint, law and tax)
 * or where there is much to keep together, the fast one otherwise. `text`: all that waits for an answer.
 */
export function chooseModel(text: string): ModelChoice {
  const folded = fold(text);
  const found = wordsBehind.find(([, words]) => words.test(folded));
  if (found) return { model: 'strong', reason: found[0] };
  const questions = text.match(/\?+/g)?.length ?? 0;
  if (questions >= 3 || (questions === 2 && text.length > TWO_QUESTIONS)) {
    return { model: 'strong', reason: 'several_questions' };
  }
  return text.length > LONG
    ? { model: 'strong', reason: 'long_message' }
    : { model: 'fast', reason: 'default' };
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");
}
