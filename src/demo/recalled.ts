import { unescapeText } from './prompt.ts';

const MAX_QUOTE = 160;

/**
 * The client's sentences in what `recall_messages` gave back, whatever its shape: JSON with `text` or `quote` fields,
 * tags around the texts, or plain lines. The question itself, which is a message too, is left out.
 */
export function listRecalled(output: string, question: string): string[] {
  const quotes = listTexts(output).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  return quotes.filter((quote) => quote !== '' && quote !== question.trim()).map(clip);
}

function listTexts(output: string): string[] {
  const parsed = parseJson(output);
  if (parsed !== undefined) return collect(parsed);
  const client = readTags(output, /<client_message\b[^>]*>([^<]*)<\/client_message>/g);
  const tagged = client.length > 0 ? client : readTags(output, /<(?!\/)[^>]+>([^<]+)<\//g);
  if (tagged.length > 0 || output.includes('<')) return tagged;
  // Plain lines: only those that carry a quotation are surely somebody's words.
  return [...output.matchAll(/[“"«]([^”"»]+)[”"»]/g)].map((match) => match[1] ?? '');
}

function readTags(output: string, pattern: RegExp): string[] {
  return [...output.matchAll(pattern)].map((match) => unescapeText(match[1] ?? ''));
}

function collect(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (typeof entry === 'string') return key === 'text' || key === 'quote' ? [entry] : [];
    return collect(entry);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function clip(text: string): string {
  if (text.length <= MAX_QUOTE) return text;
  const head = text.slice(0, MAX_QUOTE);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 1))}…`;
}
