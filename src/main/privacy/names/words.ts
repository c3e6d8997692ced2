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

/** The words of a text in order. In a text written in capitals, none has one that says anything. */
export function wordsOf(text: string): Word[] {
  const isShouted = shouts(text);
  const words: Word[] = [];
  let before = 0;
  for (const { 0: whole, index } of text.matchAll(word)) {
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

/** Lower case without diacritics: "Nicolò" = "nicolo". */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

function shouts(text: string): boolean {
  const letters = text.slice(0, 2_000).match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return letters.length > 24 && capitals > letters.length * 0.7;
}
