import type { Chunk } from './chunks.ts';
import { verified, type Evidence } from './evidence.ts';
import type { ToldFinding } from './map.ts';

/** What was found in a piece of a day, with its quotes found where they are said to be. */
export interface Finding extends Omit<ToldFinding, 'quotes' | 'insight'> {
  readonly insight: number | null;
  readonly evidence: readonly Evidence[];
  readonly isSuspect: boolean;
}

/** Null where none of its quotes stands in a client's message. */
export function findingOf({ quotes, insight, ...told }: ToldFinding, chunk: Chunk): Finding | null {
  const evidence = verified(quotes, chunk.messages);
  if (evidence.length === 0) return null;
  return { ...told, insight: insight ?? null, evidence, isSuspect: chunk.isSuspect };
}
