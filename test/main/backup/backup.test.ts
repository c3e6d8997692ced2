import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  backupPath,
  keepNewestBackups,
  keepNewestNightCopies,
  listBackups,
  listNightCopies,
  nightCopyPath,
} from '../../../src/main/backup/backup.ts';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'jiwa-backup-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
});

function aCopy(version: number, at: number): string {
  const file = backupPath(dir, version, at);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'four');
  return file;
}

it('lists the copies, newest first', () => {
  expect(listBackups(dir)).toEqual([]);
  const old = aCopy(10, 1_000);
  const recent = aCopy(20, 20_000);
  writeFileSync(join(dirname(old), 'notes.txt'), 'mine');
  expect(listBackups(dir)).toEqual([
    { file: recent, version: 20, at: 20_000, bytes: 4 },
    { file: old, version: 10, at: 1_000, bytes: 4 },
  ]);
});

it('keeps the newest copies, and whatever else lies in the folder', () => {
  const [first, second, third] = [aCopy(10, 1), aCopy(10, 2), aCopy(20, 3)];
  const part = `${backupPath(dir, 30, 4)}.77.part`;
  const other = join(dirname(first), 'notes.db');
  writeFileSync(part, 'half');
  writeFileSync(other, 'mine');
  expect(keepNewestBackups(dir, 2)).toEqual([first, part]);
  expect([first, second, third, part, other].map((file) => existsSync(file))).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
  expect(keepNewestBackups(dir, 2)).toEqual([]);
});

it('keeps three unless told otherwise', () => {
  for (const at of [1, 2, 3, 4, 5]) aCopy(10, at);
  keepNewestBackups(dir);
  expect(listBackups(dir).map((backup) => backup.at)).toEqual([5, 4, 3]);
});

it('keeps the three newest copies of nights beside those of migrations, and clears halves away', () => {
  aCopy(10, 1);
  for (const at of [1, 2, 3, 4]) writeFileSync(nightCopyPath(dir, at), 'four');
  const part = `${nightCopyPath(dir, 5)}.77.part`;
  writeFileSync(part, 'half');
  expect(keepNewestNightCopies(dir)).toEqual([nightCopyPath(dir, 1)]);
  expect(listNightCopies(dir).map(({ at }) => at)).toEqual([4, 3, 2]);
  expect(keepNewestBackups(dir)).toEqual([part]);
  expect(listBackups(dir)).toHaveLength(1);
});
