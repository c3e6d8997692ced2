import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { removePrivateFile, writePrivateFile } from '../../../src/main/shell/private-file.ts';

function aFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-private-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}
const modeOf = (file: string) => statSync(file).mode & 0o777;
const isPosix = process.platform !== 'win32';

it('puts a new file in the place of the old one, instead of writing into it', () => {
  const dir = aFolder();
  const file = join(dir, 'secrets.json');
  writePrivateFile(file, 'old');
  const before = statSync(file).ino;
  writePrivateFile(file, 'new');
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(statSync(file).ino).not.toBe(before);
  expect(readdirSync(dir)).toEqual(['secrets.json']);
});

it.runIf(isPosix)('lets nobody else read it, whatever was there before', () => {
  const file = join(aFolder(), 'secrets.json');
  writeFileSync(file, 'readable', { mode: 0o644 });
  writeFileSync(`${file}.new`, 'left by a crash', { mode: 0o644 });
  writePrivateFile(file, 'private');
  expect(readFileSync(file, 'utf8')).toBe('private');
  expect(modeOf(file)).toBe(0o600);
});

it('leaves nothing beside a place it cannot write to', () => {
  const dir = aFolder();
  const file = join(dir, 'secrets.json');
  mkdirSync(join(file, 'in-the-way'), { recursive: true });
  expect(() => writePrivateFile(file, 'private')).toThrow('rename');
  expect(readdirSync(dir)).toEqual(['secrets.json']);
});

it('removes the file and what a crash left of it', () => {
  const dir = aFolder();
  const file = join(dir, 'secrets.json');
  writePrivateFile(file, 'private');
  writeFileSync(`${file}.new`, 'half');
  removePrivateFile(file);
  expect(readdirSync(dir)).toEqual([]);
  removePrivateFile(file);
});
