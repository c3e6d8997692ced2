import type { RejectReason } from '../../../../shared/knowledge-run.ts';
import type { GeneratedItem } from '../item.ts';
import type { Cell } from '../plan.ts';

/** Why an item may not be used: for whoever looks at what a run threw away. */
export interface Refusal {
  readonly reason: RejectReason;
  readonly detail: string;
}

/** Looks at one item by itself. Null: nothing is wrong with it. */
export type Gate = (item: GeneratedItem, asked: Pick<Cell, 'language'>) => Refusal | null;

/** Everything of an item that a consultant or a prompt would read. */
export function wholeText({ text, guidance, triggers }: GeneratedItem): string {
  return [text, guidance, ...triggers].join('\n');
}

/** The words about a signal: without what is quoted. */
export function withoutQuotes(text: string): string {
  return text.replaceAll(/“[^”]*”|"[^"]*"/g, ' ');
}

/** What is said about a signal, in its text and in its guidance. */
export function proseOf({ text, guidance }: GeneratedItem): string {
  return withoutQuotes(`${text}\n${guidance}`);
}

/** What stands there of the first pattern that is found. */
export function findFirst(text: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found) return found[0].trim();
  }
  return null;
}
