import { expect, test } from 'vitest';
import { describeNeeds, packagesFor, parseMissingLibraries } from '../../scripts/electron/libraries.ts';

const BOOKWORM = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n';
const NOBLE = 'VERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n';

test('only libraries that were not found are missing, each once', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibnss3.so => not found',
    '\tlibgtk-3.so.0 => not found',
  ].join('\n');
  expect(parseMissingLibraries(output)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

test('a complete binary and a static one miss nothing', () => {
  expect(parseMissingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([]);
  expect(parseMissingLibraries('\tnot a dynamic executable\n')).toEqual([]);
});

test('a display alone brings no libraries, and libraries alone no display', () => {
  expect(packagesFor({ libraries: [], display: true }, BOOKWORM)).toEqual(['xvfb', 'xauth']);
  expect(packagesFor({ libraries: ['libnss3.so'], display: false }, BOOKWORM)).not.toContain('xvfb');
});

test('newer systems get the names that their packages have there', () => {
  const needs = { libraries: ['libgtk-3.so.0'], display: false };
  expect(packagesFor(needs, BOOKWORM)).toContain('libgtk-3-0');
  expect(packagesFor(needs, NOBLE)).toContain('libgtk-3-0t64');
  expect(packagesFor(needs, NOBLE)).toContain('libnss3');
});

test('the words name what is missing and the whole command', () => {
  const words = describeNeeds({ libraries: ['libnss3.so'], display: true }, ['libnss3', 'xvfb']);
  expect(words).toContain('libnss3.so');
  expect(words).toContain('no display');
  expect(words).toContain('sudo apt-get update && sudo apt-get install -y libnss3 xvfb');
});
