import { createHash } from 'node:crypto';
import type { Message } from '../../shared/message.ts';

/** Fewer words than these ("ok", "grazie mille") say nothing of anybody. */
const LEAST_WORDS = 4;

/**
 * Names what the client wrote in a conversation: the same while nothing of the client is added, whatever the desk writes.
 * Null where that is too little to understand anything by.
 */
export function contentHash(said: readonly Message[]): string | null {
  const written = said.filter(({ author }) => author === 'client');
  const words = written.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  if (words.length < LEAST_WORDS) return null;
  const hash = createHash('sha256');
  for (const { id, text } of written) hash.update(JSON.stringify([id, text]));
  return hash.digest('hex').slice(0, 32);
}
