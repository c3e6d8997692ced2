import { snippetParts } from './snippet.ts';

/** A snippet with what matched marked. */
export function SnippetText({ snippet }: { snippet: string }) {
  return snippetParts(snippet).map(({ at, text, isMatch }) =>
    isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  );
}
