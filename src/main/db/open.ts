import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../shared/fault.ts';
import type { Db } from './db.ts';
import { isForeign, migrate, refuseFuture, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';

export interface OpenOptions {
  readonly file: string;
  /** Called before an existing file is migrated, with the version it is at; returns the path of the copy to write. */
  readonly backupPath?: (version: number) => string;
}

/** Longest wait for the short transactions of another process (CLI and app on one folder). */
const WAIT_MS = 5_000;

/**
 * Opens the product's database, creates it when missing, and brings it to the newest version.
 * An existing file is copied first when it needs migrating. Throws DeskError `database_from_future` and
 * `file_unreadable`; in both cases the file is left untouched.
 */
export function openDb(options: OpenOptions): Db {
  try {
    mkdirSync(dirname(options.file), { recursive: true });
    const existed = existsSync(options.file);
    if (existed) lookFirst(options.file);
    const db = connect(options.file);
    return closingOnError(db, () => {
      configure(db);
      const version = schemaVersion(db);
      const needsMigration = version < (migrations.at(-1)?.version ?? 0);
      if (existed && version > 0 && needsMigration && options.backupPath) {
        copyTo(db, options.backupPath(version));
      }
      migrate(db, migrations);
      return db;
    });
  } catch (error) {
    throw readable(error, options.file);
  }
}

/** The product's database for reading, beside a connection that writes: for a worker thread. */
export function openForReading(file: string): Db {
  return connect(file, { readonly: true });
}

/**
 * A bare SQLite file that only carries locks; made when missing. Waits `waitMs` for a lock before it throws
 * an error with the code SQLITE_BUSY.
 */
export function openLockFile(file: string, waitMs: number): Db {
  return connect(file, { timeout: waitMs });
}

/** True where a database file, of whatever version, holds the client, and where it cannot be read. */
export function holdsClient(file: string, clientId: string): boolean {
  try {
    const db = connect(file, { readonly: true });
    try {
      return db.prepare('SELECT 1 FROM clients WHERE id = ?').get(clientId) !== undefined;
    } finally {
      db.close();
    }
  } catch {
    return true;
  }
}

/** True for SQLite's answer to a lock that another connection holds. */
export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

function connect(file: string, options: Database.Options = {}): Db {
  // Set only where an older runtime needs a native module other than the packaged one.
  const nativeBinding = process.env['JIWA_SQLITE_BINDING'];
  return new Database(file, { timeout: WAIT_MS, ...(nativeBinding ? { nativeBinding } : {}), ...options });
}

/**
 * Refuses a file from the future or of another program through a connection that cannot write: the last writing
 * connection to close moves the write-ahead log into the file, and that is a change too.
 */
function lookFirst(file: string): void {
  const db = connect(file, { readonly: true });
  try {
    refuseFuture(db, migrations);
    if (isForeign(db)) throw unreadable(file, 'it belongs to another program');
  } finally {
    db.close();
  }
}

function closingOnError<T>(db: Db, work: () => T): T {
  try {
    return work();
  } catch (error) {
    db.close();
    throw error;
  }
}

function configure(db: Db): void {
  db.pragma('journal_mode = WAL');
  // In WAL mode NORMAL loses nothing when the process is killed; only a power cut may lose the last commits.
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
}

function copyTo(db: Db, target: string): void {
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  // Under another name until it is whole, so that a copy with the right name is never half of one.
  const part = `${target}.${process.pid}.part`;
  rmSync(part, { force: true });
  // VACUUM INTO writes a consistent copy in one statement, write-ahead log included.
  db.prepare('VACUUM INTO ?').run(part);
  renameSync(part, target);
}

/** What the file system and SQLite say when a file cannot be used, whatever the reason. */
const UNREADABLE =
  /^(SQLITE_(NOTADB|CORRUPT|CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/;

function readable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return UNREADABLE.test(code) && !(error instanceof DeskError) ? unreadable(file, code, error) : error;
}

function unreadable(file: string, reason: string, cause?: unknown): DeskError {
  return new DeskError(
    'file_unreadable',
    `${file} cannot be used as a Jiwa Desk database (${reason}). It was left as it is: check that the folder can be written to, put a copy from the backups folder in its place, or move it away to start anew.`,
    { cause },
  );
}
