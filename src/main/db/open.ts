import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DeskError } from '../../shared/fault.ts';
import type { Db } from './db.ts';
import { migrate, refuseFuture, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/all.ts';

export interface OpenOptions {
  readonly file: string;
  /** Called before an existing file is migrated, with the version it is at; returns the path of the copy to write. */
  readonly backupPath?: (version: number) => string;
}

/**
 * Opens the product's database, creates it when missing, and brings it to the newest version.
 * An existing file is copied first when it needs migrating. Throws DeskError `database_from_future` and
 * `file_unreadable`; in both cases the file is left untouched.
 */
export function openDb(options: OpenOptions): Db {
  mkdirSync(dirname(options.file), { recursive: true });
  const existed = existsSync(options.file);
  const db = connect(options);
  try {
    refuseFuture(db, migrations);
    configure(db);
    const version = schemaVersion(db);
    const needsMigration = version < (migrations.at(-1)?.version ?? 0);
    if (existed && version > 0 && needsMigration && options.backupPath)
      copyTo(db, options.backupPath(version));
    migrate(db, migrations);
    return db;
  } catch (error) {
    db.close();
    throw readable(error, options.file);
  }
}

function connect({ file }: OpenOptions): Db {
  // Set only where an older runtime needs a native module other than the packaged one.
  const nativeBinding = process.env['JIWA_SQLITE_BINDING'];
  // Waiting covers the short transactions of another process (CLI and app on one folder).
  return new Database(file, { timeout: 5_000, ...(nativeBinding ? { nativeBinding } : {}) });
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
  mkdirSync(dirname(target), { recursive: true });
  // VACUUM INTO writes a whole, consistent copy in one statement, WAL included.
  if (!existsSync(target)) db.prepare('VACUUM INTO ?').run(target);
}

function readable(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code !== 'SQLITE_NOTADB' && error.code !== 'SQLITE_CORRUPT') return error;
  return new DeskError(
    'file_unreadable',
    `${file} is not a readable Jiwa Desk database (${error.code}). It was left as it is: put a copy from the backups folder in its place, or move it away to start anew.`,
    { cause: error },
  );
}
