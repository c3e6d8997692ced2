const START = '\uE000';
const END = '\uE001';

export interface SnippetPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A snippet cut at its marks (U+E000 … U+E001). A mark without its partner marks to the end. */
export function snippetParts(snippet: string): SnippetPart[] {
  return snippet.split(START).flatMap((piece, index) => {
    if (index === 0) return piece === '' ? [] : [{ text: piece.replaceAll(END, ''), isMatch: false }];
    const [match = '', ...rest] = piece.split(END);
    const parts = [
      { text: match, isMatch: true },
      { text: rest.join(''), isMatch: false },
    ];
    return parts.filter(({ text }) => text !== '');
  });
}
