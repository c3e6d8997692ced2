import { join } from 'node:path';
import { DeskError } from '../shared/fault.ts';
import type { Db } from './db/db.ts';
import { isBusy, openLockFile } from './db/open.ts';

/** The right to be the one writing owner of a data folder. */
export interface DataLock {
  /** Gives the folder free. May be called twice. */
  release(): void;
}

/** Long enough for another process to write its id, short enough for a start. */
const WAIT_MS = 200;

/**
 * Makes this process the owner of a data folder. The lock is a transaction held open on `owner.lock`: the operating
 * system gives it free when the process ends, however it ends, so none is ever stale.
 * Throws DeskError `data_folder_in_use`, naming the process that has it.
 */
export function lockDataFolder(dir: string): DataLock {
  const db = openLockFile(join(dir, 'owner.lock'), WAIT_MS);
  try {
    hold(db);
  } catch (error) {
    const owner = isBusy(error) ? ownerOf(db) : 0;
    db.close();
    throw isBusy(error) ? inUse(dir, owner, error) : error;
  }
  return { release: () => db.close() };
}

/** Ends with a write lock held, and this process's id committed before it, where others can read it. */
function hold(db: Db): void {
  for (;;) {
    db.exec('BEGIN IMMEDIATE');
    if (ownerOf(db) === process.pid) return;
    db.pragma(`user_version = ${process.pid}`);
    db.exec('COMMIT');
  }
}

function ownerOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

function inUse(dir: string, owner: number, cause: unknown): DeskError {
  return new DeskError(
    'data_folder_in_use',
    `The data folder ${dir} is in use by another Jiwa Desk (process ${owner}). Close it, or choose another data folder.`,
    { cause },
  );
}
