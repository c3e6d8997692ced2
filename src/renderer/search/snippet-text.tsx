import { snippetParts } from './snippet.ts';

/** A snippet with what matched marked. */
export function SnippetText({ snippet }: { snippet: string }) {
  return snippetParts(snippet).map(({ text, isMatch }, index) =>
    isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}
