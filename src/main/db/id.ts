import { v7 } from 'uuid';

/** A new UUIDv7. Ids of one process sort in the order they were made, also within a millisecond. */
export function newId(): string {
  return v7();
}
