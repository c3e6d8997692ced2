import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Db } from '../db/db.ts';
import { keepNewestNightCopies, nightCopyPath } from './backup.ts';

/**
 * Copies the database as it is before a night changes anything; older copies of nights go. Page by
 * page, so that the app goes on meanwhile.
 */
export async function backUpNight(db: Db, dataDir: string, now: number): Promise<void> {
  const file = nightCopyPath(dataDir, now);
  mkdirSync(dirname(file), { recursive: true });
  // Under another name until it is whole, so that a copy with the right name is never half of one.
  const part = `${file}.${process.pid}.part`;
  rmSync(part, { force: true });
  await db.backup(part);
  renameSync(part, file);
  keepNewestNightCopies(dataDir);
}
