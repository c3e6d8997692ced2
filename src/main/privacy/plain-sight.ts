/** A text as a reader sees it, and where in the original each of its characters stands. */
interface PlainSight {
  readonly text: string;
  /** The place in the original of a character; of the end, the end. */
  readonly at: (index: number) => number;
}

const unseen = /\p{Cf}/u;
const unusual = /[\p{Cf}\u00A0\u2000-\u200A\u202F\u3000\u2010-\u2015\u2212\uFF01-\uFF5E]/u;

/**
 * Without characters that nobody sees, which would keep a number or a name from being found ("08\u200B12"), and with the usual forms of
 * digits, letters, blanks and hyphens. Almost all texts are so already.
 */
export function inPlainSight(original: string): PlainSight {
  if (!unusual.test(original)) return { text: original, at: (index) => index };
  const chars: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const char of original) {
    if (!unseen.test(char)) {
      chars.push(usual(char));
      // A character may take two places.
      for (let part = 0; part < char.length; part++) places.push(place + part);
    }
    place += char.length;
  }
  places.push(original.length);
  return { text: chars.join(''), at: (index) => places[index] ?? original.length };
}

function usual(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return '-';
  return /[\u00A0\u2000-\u200A\u202F\u3000]/.test(char) ? ' ' : char;
}
