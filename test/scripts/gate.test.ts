import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  closingLine,
  countPlaywright,
  countStep,
  countVitest,
  sumCounts,
  withExitCode,
} from '../../scripts/gate/counts.ts';
import { isFresh } from '../../scripts/freshness.ts';
import { findMissingEntries, platformOf } from '../../scripts/lock/platforms.ts';

test('the closing line sums what all runners counted', () => {
  const vitest = countVitest({ numPassedTests: 12, numFailedTests: 1, numPendingTests: 3, success: false });
  const playwright = countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(closingLine(sumCounts([vitest, playwright, countStep(0), countStep(2)]))).toBe(
    '17 passed, 4 failed',
  );
});

test('a runner that left no report has failed', () => {
  expect(withExitCode(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});

test('a runner that ended badly is never green, and its failures are not counted twice', () => {
  expect(withExitCode({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(withExitCode({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  expect(withExitCode({ passed: 5, failed: 0 }, 0)).toEqual({ passed: 5, failed: 0 });
});

test('a build is fresh until a source changes, is deleted, or an output is gone', () => {
  const dir = mkdtempSync(join(tmpdir(), 'jiwa-fresh-'));
  const put = (path: string, at: number): void => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), '');
    utimesSync(join(dir, path), at, at);
  };
  const outputs = [
    'out/main/main.cjs',
    'out/main/embed-worker.cjs',
    'out/main/index-worker.cjs',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
  ];
  put('src/main/main.ts', 1000);
  for (const folder of ['src/main', 'src']) utimesSync(join(dir, folder), 1000, 1000);
  expect(isFresh(dir)).toBe(false);
  for (const output of outputs) put(output, 2000);
  expect(isFresh(dir)).toBe(true);
  put('src/main/main.ts', 3000);
  expect(isFresh(dir)).toBe(false);
  put('src/main/main.ts', 1000);
  utimesSync(join(dir, 'src/main'), 3000, 3000);
  expect(isFresh(dir)).toBe(false);
  utimesSync(join(dir, 'src/main'), 1000, 1000);
  rmSync(join(dir, 'out/preload/preload.cjs'));
  expect(isFresh(dir)).toBe(false);
  rmSync(dir, { recursive: true });
});

test('a lock gets entries for the platforms that it names but lacks, and only for those', () => {
  const missing = findMissingEntries({
    '': {},
    'node_modules/tool': {
      dev: true,
      optionalDependencies: {
        '@tool/linux-x64-musl': '1.2.3',
        '@tool/darwin-arm64': '1.2.3',
        '@tool/here': '1.2.3',
        plugin: '^2',
      },
    },
    'node_modules/tool/node_modules/@tool/here': {},
  });
  expect(missing).toEqual({
    'node_modules/@tool/linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@tool/darwin-arm64': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  });
});

test('the platform is read from the whole words of a name', () => {
  expect(platformOf('@tool/win32-ia32-msvc')).toEqual({ os: 'win32', cpu: 'ia32', libc: undefined });
  expect(platformOf('@tool/linux-arm-gnueabihf')).toEqual({ os: 'linux', cpu: 'arm', libc: 'glibc' });
  expect(platformOf('charm')).toEqual({ os: undefined, cpu: undefined, libc: undefined });
});
