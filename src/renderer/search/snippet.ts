const START = '\uE000';
const END = '\uE001';

export interface SnippetPart {
  /** Where it stands in the snippet, marks counted. */
  readonly at: number;
  readonly text: string;
  readonly isMatch: boolean;
}

/** A snippet cut at its marks (U+E000 … U+E001). A mark without its partner marks to the end. */
export function snippetParts(snippet: string): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let isMatch = false;
  let at = 0;
  for (const text of snippet.split(/([\uE000\uE001])/)) {
    if (text === START) isMatch = true;
    else if (text === END) isMatch = false;
    else if (text !== '') parts.push({ at, text, isMatch });
    at += text.length;
  }
  return parts;
}
