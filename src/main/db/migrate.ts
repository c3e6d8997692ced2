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
 * Brings the database to the newest version and returns the steps that ran (their versions).
 * Each step commits with its `user_version`, so an interrupted run goes on where it stopped.
 */
export function migrate(db: Db, migrations: readonly Migration[]): number[] {
  refuseFuture(db, migrations);
  const pending = migrations.filter((migration) => migration.version > schemaVersion(db));
  for (const migration of pending) runStep(db, migration);
  if (pending.length > 0) db.pragma('optimize');
  return pending.map((migration) => migration.version);
}

function runStep(db: Db, migration: Migration): void {
  db.transaction(() => {
    // Another process may have run this step between our look and our lock.
    if (schemaVersion(db) >= migration.version) return;
    db.exec(migration.sql);
    migration.move?.(db);
    db.pragma(`user_version = ${migration.version}`);
  }).immediate();
}
