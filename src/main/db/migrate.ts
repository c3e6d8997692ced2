import { DeskError } from '../../shared/fault.ts';
import type { Db } from './db.ts';

/** One step of the schema. Numbers go up by 10; each step runs in a transaction of its own. */
export interface Migration {
  readonly version: number;
  readonly sql: string;
  /** Moves rows after `sql` has run, in the same transaction. */
  readonly move?: (db: Db) => void;
}

/** The version a file is at; 0 for a new one. */
export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** True for a database with tables that no migration of ours made. */
export function isForeign(db: Db): boolean {
  // One statement sees one state, also while another process runs the first migration.
  const look = `SELECT (SELECT user_version FROM pragma_user_version) = 0 AND EXISTS (SELECT 1 FROM sqlite_schema)`;
  return db.prepare(look).pluck().get() === 1;
}

/** Throws DeskError `database_from_future` when the file is newer than the product; nothing is touched then. */
export function refuseFuture(db: Db, migrations: readonly Migration[]): void {
  const newest = migrations.at(-1)?.version ?? 0;
  const found = schemaVersion(db);
  if (found <= newest) return;
  throw new DeskError(
    'database_from_future',
    `The data folder was written by a newer Jiwa Desk (data version ${found}, this one knows ${newest}). Update the app; nothing was changed.`,
  );
}

/**
 * Brings the database to the newest version and returns the steps that ran here (their versions).
 * Each step commits with its `user_version`, so an interrupted run goes on where it stopped.
 * Throws RangeError when the versions do not go up: then a file could skip a step.
 */
export function migrate(db: Db, migrations: readonly Migration[]): number[] {
  checkOrder(migrations);
  refuseFuture(db, migrations);
  const ran = migrations.filter((migration) => runStep(db, migration)).map((migration) => migration.version);
  if (ran.length > 0) db.pragma('optimize');
  return ran;
}

function checkOrder(migrations: readonly Migration[]): void {
  let before = 0;
  for (const { version } of migrations) {
    if (!Number.isInteger(version) || version <= before)
      throw new RangeError(`Migration ${version} stands after ${before}: versions must go up.`);
    before = version;
  }
}

/** False where the step had run already. */
function runStep(db: Db, migration: Migration): boolean {
  if (schemaVersion(db) >= migration.version) return false;
  return db
    .transaction(() => {
      // Another process may have run this step between our look and our lock.
      if (schemaVersion(db) >= migration.version) return false;
      db.exec(migration.sql);
      migration.move?.(db);
      db.pragma(`user_version = ${migration.version}`);
      return true;
    })
    .immediate();
}
