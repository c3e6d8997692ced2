import type { Db } from './db.ts';

/**
 * Takes out of the database's files what deleted rows left there: full-text segments are merged, every page is
 * written anew, the write-ahead log is emptied. Null when done, else SQLite's code for what was in the way: busy with
 * another process (SQLITE_BUSY), no room (SQLITE_FULL), and so on.
 */
export function wipeDeleted(db: Db): string | null {
  try {
    db.prepare("INSERT INTO messages_fts (messages_fts) VALUES ('optimize')").run();
    db.exec('VACUUM');
    const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0 ? null : 'SQLITE_BUSY';
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (typeof code === 'string' && code.startsWith('SQLITE_')) return code;
    throw error;
  }
}
