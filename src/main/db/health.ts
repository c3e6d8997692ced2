import type { Db } from './db.ts';

/** What SQLite's quick check finds; none when the file is sound. */
export function quickCheck(db: Db): string[] {
  const findings = db.prepare<[], string>('PRAGMA quick_check(10)').pluck().all();
  return findings.filter((finding) => finding !== 'ok');
}

/** Each full-text index with the rows it must hold; a reply that is being written is not in it yet. */
const indexes = [
  { index: 'messages_fts', rows: `SELECT seq FROM messages WHERE state IS NOT 'streaming'` },
  { index: 'insights_fts', rows: 'SELECT seq FROM insights' },
  { index: 'triggers_fts', rows: 'SELECT seq FROM triggers' },
] as const;

/** The full-text indexes that miss rows or hold rows that are gone. */
export function findIndexesOutOfStep(db: Db): string[] {
  return indexes
    .filter(({ index, rows }) => {
      const held = `SELECT id FROM ${index}_docsize`;
      const differs = `SELECT 1 FROM (SELECT * FROM (${held} EXCEPT ${rows}) UNION ALL SELECT * FROM (${rows} EXCEPT ${held})) LIMIT 1`;
      return db.prepare(differs).get() !== undefined;
    })
    .map(({ index }) => index);
}
