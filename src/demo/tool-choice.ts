import { chooseTone, findTone, type Tone } from './openings.ts';
import type { ParsedPrompt } from './prompt.ts';

export interface ChosenTool {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const recallPhrases = [
  /\b(?:ti|vi|si) ricord(?:i|a|ate)\b/i,
  /\b(?:masih )?ing[ae]t (?:nggak|ngga|gak|ga|kah|kan|tidak|enggak)\b|\bmasih ing[ae]t\b/i,
  /\bdo you (?:still )?remember\b|\bwhat did i (?:say|tell)\b/i,
];

/** A date as people write it: "3 March 2027", "March 3, 2027", "03/03/2027", "Maret 2027". */
const DATE =
  '(\\d{1,2}(?:st|nd|rd|th|°|º)?\\s+(?:of\\s+)?(?!month|week|day|year|mes[ei]|settiman|giorn|ann[oi]|bulan|minggu|hari|tahun)\\p{L}{3,}(?:\\s+\\d{4})?|\\p{L}{3,}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|\\p{L}{3,}\\s+\\d{4})';

const subjects = [
  { topic: 'passport_expiry', words: 'passa?port[oe]?|paspor' },
  { topic: 'kitas_expiry', words: 'kitas' },
  { topic: 'visa_expiry', words: 'visa|visto' },
];
const expiry =
  'scad(?:e|rà|enza)|expir(?:es|y|ing)|valid (?:until|till)|runs out|habis|berlaku (?:sampai|hingga)|kedaluwarsa|kadaluarsa';

const stopwords = new Set(
  (
    'ricordi ricorda ricordate quando avevo detto parlato scritto della delle dello degli dell quello quella cosa come che ' +
    'ingat inget masih nggak tidak waktu yang saya kamu kakak pernah bilang cerita soal tentang kemarin dulu sudah ' +
    'remember still when what that have told said about with your from were does'
  ).split(' '),
);

/** The tool this message calls for and that is on offer, each at most once for a message; null when none. */
export function chooseTool(prompt: ParsedPrompt): ChosenTool | null {
  const isFree = (name: string) =>
    prompt.tools.includes(name) && !prompt.toolRounds.some((round) => round.name === name);
  const durable = isFree('remember_fact') ? findDurableFact(prompt.message) : null;
  if (durable !== null) return { name: 'remember_fact', input: durable };
  if (isFree('recall_messages') && recallPhrases.some((phrase) => phrase.test(prompt.message))) {
    return { name: 'recall_messages', input: { query: queryFor(prompt.message) } };
  }
  const missed = isFree('open_insights') ? findMissedInsight(prompt) : null;
  return missed === null ? null : { name: 'open_insights', input: { ids: [missed] } };
}

/** Feelings that a message may carry in words no insight is written with. */
const feelings: ReadonlySet<Tone> = new Set(['condolence', 'apology', 'trust', 'reassurance']);

/**
 * The id of a line of the catalogue that has the feeling of a message for which search found nothing: what Claude does by
 * understanding, done here by a table of words.
 */
function findMissedInsight({
  insights,
  catalogue,
  message,
  language,
  withdrawn,
}: ParsedPrompt): string | null {
  const tone = findTone(message);
  if (insights.length > 0 || tone === undefined || !feelings.has(tone)) return null;
  const fitting = catalogue.filter((line) => !withdrawn.includes(line.id) && chooseTone(line) === tone);
  return (fitting.find((line) => line.language === language) ?? fitting[0])?.id ?? null;
}

/**
 * A fact that stays true and is plainly stated: a document and the date it ends on. Questions and denials are not.
 * `quote` is the sentence as it was written.
 */
export function findDurableFact(message: string): { topic: string; value: string; quote: string } | null {
  const sentences = message.match(/[^.!?\n]+(?:[.](?=\d)[^.!?\n]+)*[.!?]*/g) ?? [];
  for (const sentence of sentences) {
    if (sentence.includes('?') || /\b(?:non|not|doesn['’]t|nggak|gak|tidak|belum)\b/i.test(sentence))
      continue;
    for (const { topic, words } of subjects) {
      const pattern = new RegExp(
        `\\b(?:${words})\\b.{0,40}?\\b(?:${expiry}).{0,20}?(?<![\\p{L}\\d])${DATE}`,
        'iu',
      );
      const value = pattern.exec(sentence)?.[1];
      if (value !== undefined) return { topic, value: value.trim(), quote: sentence.trim() };
    }
  }
  return null;
}

function queryFor(message: string): string {
  const words = message.match(/[\p{L}\d]+/gu) ?? [];
  const telling = words.filter((word) => word.length >= 4 && !stopwords.has(word.toLowerCase()));
  return telling.length === 0 ? message.trim().slice(0, 200) : telling.slice(0, 8).join(' ');
}
