import type { Db } from './db.ts';
import { isBusy } from './open.ts';

/**
 * Takes out of the database's files what deleted rows left there: full-text segments are merged, every page is
 * written anew, the write-ahead log is emptied. False when another process kept the files busy.
 */
export function wipeDeleted(db: Db): boolean {
  try {
    db.prepare("INSERT INTO messages_fts (messages_fts) VALUES ('optimize')").run();
    db.exec('VACUUM');
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
}
