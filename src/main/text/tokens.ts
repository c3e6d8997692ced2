import { chatSpellings, functionWords, lightWords } from './words.ts';

const functionWordSet: ReadonlySet<string> = new Set(Object.values(functionWords).flat());
// Where two languages use one chat spelling, the list named last wins: Indonesian is what most clients abbreviate.
const standardSpellings: ReadonlyMap<string, string> = new Map([
  ...chatSpellings.en,
  ...chatSpellings.it,
  ...chatSpellings.id,
]);

/**
 * The text in one plain form for comparing: lower case, no diacritics, straight apostrophes, letters repeated three
 * times or more written once ("maluuu" = "malu"), white space collapsed. Same folding as SQLite's `remove_diacritics 2`.
 */
export function foldText(text: string): string {
  // Most texts are ASCII, where there is nothing to decompose.
  // eslint-disable-next-line no-control-regex -- ASCII is what it names.
  const plain = /^[\x00-\x5f\x61-\x7f]*$/.test(text)
    ? text
    : text
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[‘’ʼ`´]/g, "'");
  return plain
    .toLowerCase()
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * The folded words and numbers of a text, in order, as they were spelled. English negations are split
 * ("can't" = can, not), other apostrophes end a word ("l'ufficio" = l, ufficio).
 */
export function tokens(text: string): string[] {
  return wordsIn(withoutContractions(foldText(text)));
}

/** The same words, in the pieces that punctuation and new lines make of a text. No piece is empty. */
export function clauses(text: string): string[][] {
  const folded = withoutContractions(foldText(text.replace(/[\r\n]+/g, ' . ')));
  return folded
    .split(/[.,;:!?()]+/)
    .map(wordsIn)
    .filter((words) => words.length > 0);
}

function wordsIn(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function withoutContractions(folded: string): string {
  if (!folded.includes("'") && !folded.includes('cannot')) return folded;
  return folded
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not');
}

/** The standard spelling of a folded word: chat spellings written out ("gak", "nn", "pls"), "pikir2" = "pikir". */
export function standardWord(token: string): string {
  const single = /^(\p{L}{3,})2(nya)?$/u.exec(token)?.[1] ?? token;
  return standardSpellings.get(single) ?? single;
}

const lightWordSet: ReadonlySet<string> = new Set(lightWords);

/** Whether a folded word stands in texts of any topic ("two", "via", "sana"). Grammar is another thing. */
export function isLightWord(token: string): boolean {
  return lightWordSet.has(token);
}

/** Whether a folded word only carries grammar ("yang", "della", "would") in one of the three languages. */
export function isFunctionWord(token: string): boolean {
  return functionWordSet.has(token);
}

const prefixes = /^(?:meng|mem|men|meny|me|ber|ter|peng|pem|pen|per|ke|di|se|ng)(?=\p{L}{4})/u;
const particles = /(?<=\p{L}{4})(?:nya|kah|lah|pun)$/u;
const endings =
  /(?<=\p{L}{4})(?:azioni|azione|amente|mente|izzare|ando|endo|ato|ata|ati|ate|ito|ita|iti|ite|uto|are|ere|ire|iamo|ings|ing|ies|ied|ed|ly|ment|kan|an|in|es|s|a|e|i|o|y)$/u;

/**
 * A crude root of a standard word, the same for most of its forms in the three languages ("perpanjangan" and
 * "memperpanjang", "costa" and "costi", "renewing" and "renewed"). For comparing only; not a word to show.
 */
export function stemWord(word: string): string {
  if (/\p{N}/u.test(word)) return word;
  return word.replace(particles, '').replace(prefixes, '').replace(prefixes, '').replace(endings, '');
}

/** The roots of a text's topic words in standard spelling, in order: no function words, no single letters. */
export function contentTokens(text: string): string[] {
  const found: string[] = [];
  for (const token of tokens(text)) {
    const word = standardWord(token);
    if (isFunctionWord(word) || (word.length < 2 && !/\p{N}/u.test(word))) continue;
    found.push(stemWord(word));
  }
  return found;
}
