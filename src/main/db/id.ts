import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new UUIDv7. Ids of different milliseconds sort by time; order within one is by chance. */
export function newId(): string {
  // Node 18 has no global `crypto`, which uuid would ask for random bytes.
  return v7({ random: randomBytes(16) });
}
