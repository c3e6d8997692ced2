import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildOnce } from '../../scripts/electron/cache.ts';
import { recallFailure, rememberFailure, forgetFailure } from '../../scripts/electron/fetch-memory.ts';
import { assertIntegrity, integrityOf } from '../../scripts/electron/integrity.ts';
import { findPinned, executableIn } from '../../scripts/electron/pinned.ts';
import { forNodeApi8 } from '../../scripts/electron/sqlite.ts';

const HOUR = 60 * 60 * 1000;
const buildWhole = (partial: string): Promise<void> => writeFile(join(partial, 'file'), 'whole');
const buildHalf = async (partial: string): Promise<void> => {
  await writeFile(join(partial, 'half'), 'x');
  throw new Error('cut off');
};

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'jiwa-cache-'));
});
afterEach(() => rm(dir, { recursive: true }));

test('a build that fails leaves neither the folder nor its half', async () => {
  const target = join(dir, 'runtime');
  await expect(buildOnce(target, buildHalf)).rejects.toThrow('cut off');
  expect(await readdir(dir)).toEqual([]);
});

test('a folder is built once, and is not there before it is whole', async () => {
  const target = join(dir, 'runtime');
  let builds = 0;
  const build = async (partial: string): Promise<void> => {
    builds += 1;
    expect(existsSync(target)).toBe(false);
    await writeFile(join(partial, 'file'), 'whole');
  };
  await buildOnce(target, build);
  await buildOnce(target, build);
  expect(builds).toBe(1);
  expect(await readFile(join(target, 'file'), 'utf8')).toBe('whole');
});

test('of two builds at once one stays and both succeed', async () => {
  const target = join(dir, 'runtime');
  expect(await Promise.all([buildOnce(target, buildWhole), buildOnce(target, buildWhole)])).toEqual([
    target,
    target,
  ]);
  expect(await readdir(dir)).toEqual(['runtime']);
});

test('a file that lost its end does not have the integrity of the whole', async () => {
  const file = join(dir, 'download');
  await writeFile(file, 'the whole file');
  const integrity = await integrityOf(file);
  await expect(assertIntegrity(file, integrity)).resolves.toBeUndefined();
  await writeFile(file, 'the whole fil');
  await expect(assertIntegrity(file, integrity)).rejects.toThrow('damaged');
});

test('the integrity is written as package locks write it', async () => {
  await writeFile(join(dir, 'empty'), '');
  expect(await integrityOf(join(dir, 'empty'))).toBe(
    'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==',
  );
});

test('a failed fetch is remembered for a day, for its version only, until forgotten', () => {
  const file = join(dir, 'deep', 'fetch.json');
  rememberFailure(file, '45.0.0', 'no route', 1000 * HOUR);
  expect(recallFailure(file, '45.0.0', 1023 * HOUR)).toBe('no route');
  expect(recallFailure(file, '45.0.0', 1025 * HOUR)).toBeUndefined();
  expect(recallFailure(file, '45.0.0', 999 * HOUR)).toBeUndefined();
  expect(recallFailure(file, '45.1.0', 1001 * HOUR)).toBeUndefined();
  forgetFailure(file);
  expect(recallFailure(file, '45.0.0', 1001 * HOUR)).toBeUndefined();
});

test('a damaged memory of a failure counts as none', async () => {
  await writeFile(join(dir, 'fetch.json'), '{"version":');
  expect(recallFailure(join(dir, 'fetch.json'), '45.0.0', 0)).toBeUndefined();
});

test('an interrupted or another Electron is not taken for the pinned one', () => {
  const executable = executableIn(join(dir, 'dist'));
  mkdirSync(join(executable, '..'), { recursive: true });
  writeFileSync(executable, '');
  writeFileSync(join(dir, 'dist', 'version'), 'v45.0.0');
  expect(findPinned(dir, '45.0.0')).toBeUndefined();
  writeFileSync(join(dir, 'path.txt'), 'electron');
  expect(findPinned(dir, '45.0.0')).toBe(executable);
  expect(findPinned(dir, '45.1.0')).toBeUndefined();
});

test('the native build is set to Node-API 8, and refuses a build file that it does not know', () => {
  expect(forNodeApi8("'defines': ['NAPI_VERSION=10', 'X']")).toBe("'defines': ['NAPI_VERSION=8', 'X']");
  expect(() => forNodeApi8("'defines': []")).toThrow('NAPI_VERSION');
});
