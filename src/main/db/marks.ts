import { fold } from './full-text.ts';

/** Around each match of a snippet: private use, so that no escaping is needed. */
export const MATCH_START = '\u{E000}';
export const MATCH_END = '\u{E001}';

/** The text with the words marked wherever they stand, accents and letter case aside. `wanted` is folded. */
export function markWords(text: string, wanted: readonly string[]): string {
  const letters = Array.from(text.normalize('NFC'));
  const { folded, letterAt } = foldLetters(letters);
  const isMarked = letters.map(() => false);
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      for (let offset = at; offset < at + word.length; offset += 1) isMarked[letterAt[offset] ?? 0] = true;
    }
  }
  return letters
    .map((letter, index) => {
      const opens = isMarked[index] && !isMarked[index - 1];
      const closes = isMarked[index] && !isMarked[index + 1];
      return `${opens ? MATCH_START : ''}${letter}${closes ? MATCH_END : ''}`;
    })
    .join('');
}

/** The folded text, and for each of its code units the letter it came from: folding may change lengths. */
function foldLetters(letters: readonly string[]): { folded: string; letterAt: number[] } {
  let folded = '';
  const letterAt: number[] = [];
  letters.forEach((letter, index) => {
    const piece = fold(letter);
    folded += piece;
    for (let unit = 0; unit < piece.length; unit += 1) letterAt.push(index);
  });
  return { folded, letterAt };
}
