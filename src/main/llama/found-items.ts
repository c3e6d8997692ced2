import { readLenient } from './lenient-json.ts';

/** One object of a list as the model wrote it. */
interface FoundItem {
  readonly value: unknown;
  readonly raw: string;
  /** `broken`: it is no JSON however kindly it is read. `cut`: the text ended inside it. */
  readonly state: 'whole' | 'broken' | 'cut';
}

export interface FoundItems {
  readonly items: readonly FoundItem[];
  /** Whether there was a list at all, be it empty. */
  readonly hasList: boolean;
}

/**
 * The objects of a list in what a model answered: with or without its wrapper, in Markdown fences, with prose around, one
 * object a line, or cut off: then all that came whole is there.
 */
export function findItems(answer: string): FoundItems {
  const text = withoutThoughts(answer);
  const strict = fromStrict(parseStrict(text.trim()));
  return strict ?? fromList(text) ?? fromObjects(text);
}

/** Models that think aloud do it first; what they thought may hold drafts of the list. */
function withoutThoughts(text: string): string {
  const end = text.lastIndexOf('</think>');
  return end === -1 ? text : text.slice(end + '</think>'.length);
}

function parseStrict(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    // JSON that was made a text once more.
    return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
  } catch {
    return undefined;
  }
}

function fromStrict(value: unknown): FoundItems | null {
  const list = listIn(value);
  if (!list) return null;
  return {
    hasList: true,
    items: list.map((item) => ({ value: item, raw: JSON.stringify(item), state: 'whole' })),
  };
}

/** The list itself, or the one list that an object holds, whatever the model called it. */
function listIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const { items } = value as { items?: unknown };
  if (Array.isArray(items)) return items;
  const lists = Object.values(value).filter(
    (one): one is unknown[] => Array.isArray(one) && one.some((item) => typeof item === 'object'),
  );
  return lists.length === 1 ? (lists[0] ?? null) : null;
}

const listStarts = [
  /["']?items["']?\s*:\s*\[/,
  /\{\s*["']?[\w -]{1,40}["']?\s*:\s*\[(?=\s*\{)/,
  /\[(?=\s*\{)/,
];

function fromList(text: string): FoundItems | null {
  for (const pattern of listStarts) {
    const found = pattern.exec(text);
    if (found) return { hasList: true, items: objectsFrom(text, found.index + found[0].length, true) };
  }
  return null;
}

/** No list: objects one after the other, as in JSON Lines. */
function fromObjects(text: string): FoundItems {
  const items = objectsFrom(text, 0, false).filter(({ raw }) => /^\{\s*["'“]?[\w -]+["'”]?\s*:/.test(raw));
  return { hasList: items.length > 0, items };
}

function objectsFrom(text: string, from: number, isList: boolean): FoundItem[] {
  const items: FoundItem[] = [];
  let at = from;
  let after = 0;
  for (;;) {
    const start = text.indexOf('{', at);
    const end = isList ? text.indexOf(']', at) : -1;
    if (start === -1 || (end !== -1 && end < start)) return items;
    const { value, isWhole, end: stop } = readLenient(text, start);
    if (isWhole) {
      items.push({ value, raw: text.slice(start, stop), state: 'whole' });
      at = stop;
      continue;
    }
    // Beginning anew where the next object seems to: one that is broken does not cost the others.
    // Where there is none, there is none later either: a text full of braces is not searched again and again.
    if (after !== -1 && after <= start) after = nextObject(text, start + 1);
    const next = after === -1 && !isList ? text.indexOf('{', stop) : after;
    const isCut = next === -1 && stop >= text.trimEnd().length;
    items.push({
      value,
      raw: text.slice(start, next === -1 ? text.length : next).trimEnd(),
      state: isCut ? 'cut' : 'broken',
    });
    if (next === -1) return items;
    at = next;
  }
}

function nextObject(text: string, from: number): number {
  // Two braces are a slot inside a text, and no object.
  const pattern = /\}\s*,?\s*(?=\{(?!\{))/g;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found ? found.index + found[0].length : -1;
}
