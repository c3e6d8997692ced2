import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { migrate, schemaVersion, type Migration } from '../../../src/main/db/migrate.ts';
import { migrations } from '../../../src/main/db/migrations/all.ts';

const FIRST: Migration = { version: 10, sql: 'CREATE TABLE things (name TEXT NOT NULL) STRICT' };
const SECOND: Migration = {
  version: 20,
  sql: 'CREATE TABLE others (name TEXT) STRICT; ALTER TABLE things ADD COLUMN size INTEGER',
  move: (db) => db.prepare('UPDATE things SET size = length(name)').run(),
};

let db: Db;

beforeEach(() => {
  db = new Database(':memory:');
});

afterEach(() => {
  db.close();
});

const tables = () =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

it('runs each step once, in order, and says which ran', () => {
  expect(migrate(db, [FIRST])).toEqual([10]);
  db.prepare("INSERT INTO things VALUES ('pura')").run();
  expect(migrate(db, [FIRST, SECOND])).toEqual([20]);
  expect(migrate(db, [FIRST, SECOND])).toEqual([]);
  expect(schemaVersion(db)).toBe(20);
  expect(db.prepare('SELECT * FROM things').all()).toEqual([{ name: 'pura', size: 4 }]);
});

it.each([
  [
    'its SQL fails half way',
    { version: 20, sql: 'CREATE TABLE others (a TEXT); CREATE TABLE things (a TEXT)' },
  ],
  [
    'moving its rows fails',
    {
      version: 20,
      sql: 'CREATE TABLE others (a TEXT); DROP TABLE things',
      move: () => {
        throw new Error('half way');
      },
    },
  ],
] as [string, Migration][])('leaves version, tables and rows as before when %s', (_case, broken) => {
  migrate(db, [FIRST]);
  db.prepare("INSERT INTO things VALUES ('kept')").run();
  expect(() => migrate(db, [FIRST, broken])).toThrow(/already exists|half way/);
  expect(schemaVersion(db)).toBe(10);
  expect(tables()).toEqual(['things']);
  expect(db.prepare('SELECT name FROM things').pluck().all()).toEqual(['kept']);
  expect(migrate(db, [FIRST, SECOND])).toEqual([20]);
});

it('keeps the steps that were done when a later one fails', () => {
  expect(() => migrate(db, [FIRST, { version: 20, sql: 'nonsense' }])).toThrow('syntax error');
  expect(schemaVersion(db)).toBe(10);
});

it('refuses a database from the future and changes nothing', () => {
  db.pragma('user_version = 30');
  expect(() => migrate(db, [FIRST, SECOND])).toThrow(
    expect.objectContaining({ name: 'DeskError', code: 'database_from_future' }),
  );
  expect(tables()).toEqual([]);
});

it('refuses steps whose versions do not go up', () => {
  expect(() => migrate(db, [SECOND, FIRST])).toThrow(RangeError);
  expect(() => migrate(db, [FIRST, { ...FIRST }])).toThrow(RangeError);
  expect(tables()).toEqual([]);
});

it('ships steps whose versions leave room, so that one can be put between', () => {
  expect(migrations.filter(({ version }) => version % 5 !== 0)).toEqual([]);
});
