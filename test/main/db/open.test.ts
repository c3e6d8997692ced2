import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { migrate, schemaVersion } from '../../../src/main/db/migrate.ts';
import { migrations } from '../../../src/main/db/migrations/all.ts';
import { openDb } from '../../../src/main/db/open.ts';
import { backupPath, listBackups } from '../../../src/main/backup/backup.ts';

const NEWEST = migrations.at(-1)?.version ?? 0;

let dir: string;
let file: string;
const open: Db[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiwa-open-'));
  file = join(dir, 'jiwa.db');
});

afterEach(() => {
  for (const db of open.splice(0)) db.close();
  rmSync(dir, { recursive: true, force: true });
});

function opened(): Db {
  const db = openDb({ file, backupPath: (version) => backupPath(dir, version, 1_000) });
  open.push(db);
  return db;
}

/** A file of an older version with one client in it. */
function anOlderFile(version: number): void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  migrate(
    db,
    migrations.filter((migration) => migration.version <= version),
  );
  db.prepare("INSERT INTO clients VALUES ('c1', 'Ketut', NULL, 'id', 'formal', 1, 1)").run();
  db.close();
}

function bytesOfFolder(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir)
      .filter((name) => !name.endsWith('-shm')) // Memory that connections share while they are open; no data.
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex'),
      ]),
  );
}

const refusal = (code: string) => expect.objectContaining({ name: 'DeskError', code });

describe('copies before a migration', () => {
  it('makes none for a new file', () => {
    opened();
    expect(listBackups(dir)).toEqual([]);
  });

  it('makes a whole one of an older file, as it was', () => {
    anOlderFile(30);
    expect(schemaVersion(opened())).toBe(NEWEST);
    const [backup, ...others] = listBackups(dir);
    expect(others).toEqual([]);
    expect(backup?.version).toBe(30);
    const copy = new Database(backup?.file, { readonly: true });
    open.push(copy);
    expect(schemaVersion(copy)).toBe(30);
    expect(copy.prepare('SELECT name FROM clients').pluck().all()).toEqual(['Ketut']);
    expect(copy.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'metrics'").get()).toBeUndefined();
  });

  it('makes none of a file that is at the newest version', () => {
    opened().close();
    opened();
    expect(listBackups(dir)).toEqual([]);
  });

  it('does not migrate when the copy cannot be written', () => {
    anOlderFile(30);
    const target = join(dir, 'taken');
    writeFileSync(target, 'a file where the folder should be');
    expect(() => openDb({ file, backupPath: () => join(target, 'copy.db') })).toThrow(
      refusal('file_unreadable'),
    );
    const db = new Database(file);
    open.push(db);
    expect(schemaVersion(db)).toBe(30);
  });
});

describe('files it refuses', () => {
  it('leaves a database from the future as it is, to the byte', () => {
    opened().pragma(`user_version = ${NEWEST + 10}`);
    for (const db of open.splice(0)) db.close();
    const before = bytesOfFolder();
    expect(opened).toThrow(refusal('database_from_future'));
    expect(bytesOfFolder()).toMatchObject(before);
  });

  it('leaves the write-ahead log of a killed future app as it is too', () => {
    const future = opened();
    future.pragma('wal_checkpoint(TRUNCATE)');
    future.pragma(`user_version = ${NEWEST + 10}`);
    // What a kill leaves: the files as they are now, and nobody to close them.
    const names = ['jiwa.db', 'jiwa.db-wal'];
    const left = names.map((name) => [name, readFileSync(join(dir, name))] as const);
    for (const db of open.splice(0)) db.close();
    for (const [name, bytes] of left) writeFileSync(join(dir, name), bytes);
    expect(left[1]?.[1].length).toBeGreaterThan(0);
    const before = bytesOfFolder();
    expect(opened).toThrow(refusal('database_from_future'));
    expect(bytesOfFolder()).toEqual(before);
  });

  it.each([
    [
      'garbage',
      Buffer.from('this is no database, only some words that are long enough to be looked at as a header'),
    ],
    ['a damaged header', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4_096, 0xff)])],
  ])('leaves %s as it is', (_case, bytes) => {
    writeFileSync(file, bytes);
    expect(opened).toThrow(refusal('file_unreadable'));
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('leaves the database of another program as it is', () => {
    const other = new Database(file);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    const before = bytesOfFolder();
    expect(opened).toThrow(refusal('file_unreadable'));
    expect(bytesOfFolder()).toEqual(before);
  });

  it('says so when the file is a folder, or the folder a file', () => {
    mkdirSync(file);
    expect(opened).toThrow(refusal('file_unreadable'));
    writeFileSync(join(dir, 'plain'), '');
    expect(() => openDb({ file: join(dir, 'plain', 'jiwa.db') })).toThrow(refusal('file_unreadable'));
  });

  it.skipIf(process.getuid?.() === 0)('says so when the folder cannot be written to', () => {
    chmodSync(dir, 0o500);
    expect(opened).toThrow(refusal('file_unreadable'));
    chmodSync(dir, 0o700);
  });
});

it('takes an empty file as a new one', () => {
  writeFileSync(file, '');
  expect(schemaVersion(opened())).toBe(NEWEST);
});

it('opens with what the product relies on', () => {
  const db = opened();
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('foreign_keys')).toBe(1);
  expect(pragma('secure_delete')).toBe(1);
  expect(existsSync(file)).toBe(true);
});

/** A process that opens the database at a common moment and says which version it found. */
async function openElsewhere(at: number): Promise<string> {
  const source = `
    import { openDb } from ${JSON.stringify(new URL('../../../src/main/db/open.ts', import.meta.url).href)};
    while (Date.now() < ${at});
    const db = openDb({ file: process.argv[1], backupPath: (v) => process.argv[1] + '.v' + v });
    process.stdout.write(String(db.pragma('user_version', { simple: true })));
    db.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (piece) => (said += String(piece)));
  child.stderr.on('data', (piece) => (said += String(piece)));
  await once(child, 'close');
  return said;
}

it.each([
  ['a new file', () => undefined],
  ['an older file', () => anOlderFile(20)],
])(
  'lets several processes open %s at once',
  async (_case, prepare) => {
    prepare();
    const at = Date.now() + 700;
    const said = await Promise.all([1, 2, 3, 4].map(() => openElsewhere(at)));
    expect(said).toEqual(Array(4).fill(String(NEWEST)));
    expect(opened().pragma('integrity_check', { simple: true })).toBe('ok');
  },
  20_000,
);
