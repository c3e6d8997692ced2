import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { holdsClient } from '../db/open.ts';

/** A copy of the database, made before a migration. */
export interface Backup {
  readonly file: string;
  /** Data version of the copy. */
  readonly version: number;
  readonly at: number;
  readonly bytes: number;
}

/** Copies of older versions that stay; a migration that went wrong is noticed within a few of them. */
const KEEP = 3;

const NAME = /^before-migration-v(\d+)-(\d+)\.db$/;
const NIGHT_NAME = /^before-night-(\d+)\.db$/;

/** Where the copy of a database at this version is written. */
export function backupPath(dataDir: string, version: number, now: number): string {
  return join(folder(dataDir), `before-migration-v${version}-${now}.db`);
}

/** Where the copy is written that is made before a night changes anything. */
export function nightCopyPath(dataDir: string, now: number): string {
  return join(folder(dataDir), `before-night-${now}.db`);
}

/** Copies that were made before nights, newest first. */
export function listNightCopies(dataDir: string): { readonly file: string; readonly at: number }[] {
  return filesIn(folder(dataDir))
    .flatMap((name) => {
      const at = NIGHT_NAME.exec(name)?.[1];
      return at === undefined ? [] : [{ file: join(folder(dataDir), name), at: Number(at) }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Removes all but the newest copies of nights. Returns what it removed. */
export function keepNewestNightCopies(dataDir: string, count = KEEP): string[] {
  return removeFiles(
    listNightCopies(dataDir)
      .slice(count)
      .map(({ file }) => file),
  );
}

/** Every copy that was made before a migration, newest first. */
export function listBackups(dataDir: string): Backup[] {
  return filesIn(folder(dataDir))
    .flatMap((name) => {
      const [, version, at] = NAME.exec(name) ?? [];
      if (version === undefined || at === undefined) return [];
      const file = join(folder(dataDir), name);
      return [{ file, version: Number(version), at: Number(at), bytes: statSync(file).size }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Removes all but the newest copies, and the rest of interrupted ones. Returns what it removed. */
export function keepNewestBackups(dataDir: string, count = KEEP): string[] {
  const old = listBackups(dataDir)
    .slice(count)
    .map((backup) => backup.file);
  return removeFiles([...old, ...unfinished(dataDir)]);
}

/**
 * Removes every copy that holds the client, and those that cannot be read: what cannot be looked into may hold it.
 * Returns what it removed.
 */
export function removeBackupsHolding(dataDir: string, clientId: string): string[] {
  const holding = [...listBackups(dataDir), ...listNightCopies(dataDir)]
    .map((backup) => backup.file)
    .filter((file) => holdsClient(file, clientId));
  return removeFiles([...holding, ...unfinished(dataDir)]);
}

function folder(dataDir: string): string {
  return join(dataDir, 'backups');
}

/** Copies whose writing was interrupted, and what SQLite may have left beside one. */
function unfinished(dataDir: string): string[] {
  return filesIn(folder(dataDir))
    .filter((name) => /^before-(migration|night)-/.test(name) && !NAME.test(name) && !NIGHT_NAME.test(name))
    .map((name) => join(folder(dataDir), name));
}

function removeFiles(files: string[]): string[] {
  for (const file of files) rmSync(file, { force: true });
  return files;
}

function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return []; // No copy was ever made.
  }
}
