import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backupPath, listBackups } from '../../../src/main/backup/backup.ts';
import type { Db } from '../../../src/main/db/db.ts';
import { newId } from '../../../src/main/db/id.ts';
import { openDb } from '../../../src/main/db/open.ts';
import { openLog } from '../../../src/main/log-file.ts';
import { finishForgetting, forgetClient } from '../../../src/main/memory/forget.ts';
import { DeskError } from '../../../src/shared/fault.ts';
import { aClient, openTestDb, silentLog, type TestDb } from '../../fixtures/desk.ts';
import { aChattyClient, rowsOf } from '../../fixtures/chatty-client.ts';
import { fillWithMessages } from '../../fixtures/many-messages.ts';

let desk: TestDb;

beforeEach(() => {
  desk = openTestDb();
});

afterEach(() => {
  desk.cleanUp();
});

const deps = () => ({ db: desk.db, dataDir: desk.dir, log: silentLog });

/** Every file of the data folder that holds the bytes, in whatever letter case. */
function filesWith(marker: string): string[] {
  return readdirSync(desk.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(marker.toLowerCase()));
}

/** A copy of the database as a migration makes it. */
function copyDatabase(db: Db, version: number, now: number): string {
  const target = backupPath(desk.dir, version, now);
  mkdirSync(dirname(target), { recursive: true });
  db.prepare('VACUUM INTO ?').run(target);
  return target;
}

// Words that share no beginning with others: the full-text index keeps only the ends of those that do.
const MARKER = 'zq7xforgetmewholly';
const OTHER = 'kw4ystayswithus';

it('leaves no trace of the client in any file, and another client as it was', async () => {
  fillWithMessages(desk.db, { clients: 20, messages: 500, facts: 3 });
  const clientId = aChattyClient(desk.db, MARKER);
  const otherId = aChattyClient(desk.db, OTHER);
  fillWithMessages(desk.db, { clients: 20, messages: 500, facts: 3, seed: 2 });
  const before = rowsOf(desk.db, otherId);
  expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
  desk.db.pragma('wal_checkpoint(PASSIVE)');
  copyDatabase(desk.db, 40, 1);
  const { log, close } = await openLog({ dir: join(desk.dir, 'logs'), level: 'debug' });
  expect(filesWith(MARKER).length).toBeGreaterThanOrEqual(2);

  const { removedBackups } = forgetClient({ ...deps(), log }, clientId);
  await close();

  expect(filesWith(MARKER)).toEqual([]);
  expect(filesWith(MARKER.slice(-8))).toEqual([]);
  expect(filesWith('forgetme')).toEqual([]);
  expect(removedBackups).toHaveLength(1);
  expect(Object.values(rowsOf(desk.db, clientId)).flat()).toEqual([]);
  expect(rowsOf(desk.db, otherId)).toEqual(before);
  expect(filesWith(OTHER).length).toBeGreaterThan(0);
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(desk.db.pragma('foreign_key_check')).toEqual([]);
  desk.db.exec("INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 1)");
}, 30_000);

it('also removes what was changed and deleted before', () => {
  const clientId = aChattyClient(desk.db, MARKER);
  desk.db.prepare('UPDATE clients SET name = ? WHERE id = ?').run('Someone Else', clientId);
  desk.db
    .prepare('UPDATE messages SET text = ?, original_text = NULL WHERE client_id = ?')
    .run('short', clientId);
  desk.db.prepare('DELETE FROM composer_drafts WHERE client_id = ?').run(clientId);
  forgetClient(deps(), clientId);
  expect(filesWith(MARKER.slice(-8))).toEqual([]);
});

it('removes the copies that hold the client or cannot be read, and keeps the others', () => {
  const without = copyDatabase(desk.db, 10, 1);
  const clientId = aChattyClient(desk.db, MARKER);
  const holding = copyDatabase(desk.db, 20, 2);
  const damaged = backupPath(desk.dir, 20, 3);
  writeFileSync(damaged, `garbage ${MARKER}`);
  const unfinished = `${backupPath(desk.dir, 20, 4)}.99.part`;
  copyFileSync(holding, unfinished);
  const { removedBackups } = forgetClient(deps(), clientId);
  expect(removedBackups.sort()).toEqual([holding, damaged, unfinished].sort());
  expect(listBackups(desk.dir).map((backup) => backup.file)).toEqual([without]);
  expect(filesWith(MARKER)).toEqual([]);
});

it('goes on at the next start when it was interrupted after the rows', () => {
  const clientId = aChattyClient(desk.db, MARKER);
  const blocker = openDb({ file: join(desk.dir, 'jiwa.db') });
  blocker.exec('BEGIN');
  blocker.prepare('SELECT count(*) FROM clients').get();
  desk.db.pragma('busy_timeout = 50');
  expect(() => forgetClient(deps(), clientId)).toThrow(
    expect.objectContaining({ name: 'DeskError', code: 'conflict' }),
  );
  expect(rowsOf(desk.db, clientId)['clients']).toEqual([]);
  finishForgetting(deps());
  expect(filesWith(MARKER).length).toBeGreaterThan(0);
  blocker.close();
  finishForgetting(deps());
  expect(filesWith(MARKER.slice(-8))).toEqual([]);
  expect(existsSync(join(desk.dir, 'forgetting.pending'))).toBe(false);
});

it('empties the jobs that carried the client’s words, and keeps what they cost', () => {
  const clientId = aChattyClient(desk.db, MARKER);
  forgetClient(deps(), clientId);
  expect(
    desk.db.prepare('SELECT state, payload, key, result, client_id FROM jobs ORDER BY state').all(),
  ).toEqual([
    { state: 'done', payload: '{}', key: null, result: null, client_id: null },
    { state: 'failed', payload: '{}', key: null, result: null, client_id: null },
  ]);
  expect(desk.db.prepare('SELECT request, reply, cost_usd FROM job_requests').all()).toEqual([
    { request: '{}', reply: '{}', cost_usd: 0.25 },
  ]);
});

it('touches nothing at a start after which nothing is to be forgotten', () => {
  aClient(desk.db);
  const before = desk.db.pragma('data_version', { simple: true });
  finishForgetting(deps());
  expect(desk.db.pragma('data_version', { simple: true })).toBe(before);
});

it('says so when there is no such client, and touches no copy', () => {
  aClient(desk.db);
  const copy = copyDatabase(desk.db, 10, 1);
  expect(() => forgetClient(deps(), newId())).toThrow(DeskError);
  expect(existsSync(copy)).toBe(true);
});

it('does not keep the desk from opening where the files cannot be written; the next opening ends it', () => {
  const clientId = aChattyClient(desk.db, MARKER);
  const pending = join(desk.dir, 'forgetting.pending');
  writeFileSync(pending, '');
  desk.db.prepare('DELETE FROM clients WHERE id = ?').run(clientId);
  // As on a full disk.
  desk.db.pragma('query_only = ON');
  expect(() => finishForgetting(deps())).not.toThrow();
  expect(existsSync(pending)).toBe(true);
  desk.db.pragma('query_only = OFF');
  finishForgetting(deps());
  expect(existsSync(pending)).toBe(false);
  expect(filesWith(MARKER.slice(-8))).toEqual([]);
});
