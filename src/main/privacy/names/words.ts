/** A word of a text, with what tells names: where it stands, how it is written, what stands before it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, without diacritics. */
  readonly folded: string;
  readonly isCapital: boolean;
  /** It begins a sentence, a line or a message, where every word has a capital. */
  readonly isFirst: boolean;
  /** What stands between it and the word before, white space as one blank. */
  readonly gap: string;
}

const word = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu;
/** Italian words that lose their vowel before a name: "dall'Elena", "d'Andrea". */
const elision = /^(?:l|d|all|dall|dell|nell|sull|un|c|quell|bell|sant)['’](?=\p{L}{3})/iu;
/** What is hung on to names: "Giulia's", "Ketutnya" is for the lists. */
const possessive = /['’]s?$/iu;

/** The words of a text in order. In a line written in capitals, none has one that says anything. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  let lineEnd = -1;
  let isShouted = false;
  for (const { 0: whole, index } of text.matchAll(word)) {
    if (index > lineEnd) {
      lineEnd = endOfLine(text, index);
      isShouted = shouts(text.slice(index, Math.min(lineEnd, index + 1_000)));
    }
    const cut = elision.exec(whole)?.[0].length ?? 0;
    const inner = whole.slice(cut).replace(possessive, '');
    const start = index + cut;
    const gap = text.slice(before, start).replace(/\s+/gu, (blank) => (blank.includes('\n') ? '\n' : ' '));
    words.push({
      start,
      end: start + inner.length,
      text: inner,
      folded: foldName(inner),
      isCapital: !isShouted && /^\p{Lu}/u.test(inner),
      isFirst: words.length === 0 || /[.!?\n:;•*"“(]/.test(gap),
      gap,
    });
    before = start + inner.length;
  }
  return words;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Lower case without diacritics: "Nicolò" = "nicolo". */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Most letters are capitals, or most words begin with one ("Selamat Siang Kak Mau Tanya"). */
function shouts(line: string): boolean {
  const letters = line.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  if (letters.length > 24 && capitals > letters.length * 0.7) return true;
  const words = line.match(/\p{L}{3,}/gu) ?? [];
  const begun = words.filter((one) => /^\p{Lu}\p{Ll}/u.test(one)).length;
  return words.length > 7 && begun > words.length * 0.8;
}
