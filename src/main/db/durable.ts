import type { Db } from './db.ts';

/**
 * Runs one short write that also a power cut must not undo: it reaches the disk before this returns. Everything else may
 * lose its last moments then. Not within a transaction.
 */
export function durably<T>(db: Db, write: () => T): T {
  db.pragma('synchronous = FULL');
  try {
    return write();
  } finally {
    db.pragma('synchronous = NORMAL');
  }
}
