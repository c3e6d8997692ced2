import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runQuietly } from '../process.ts';
import { describeNeeds, packagesFor, parseMissingLibraries, type Needs } from './libraries.ts';

/** True where Linux offers no X11 or Wayland display to open a window on. */
export function lacksDisplay(): boolean {
  return process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Sees to it that `executable` can open a window. What is missing is installed where this process is root on Debian.
 * @throws elsewhere, saying what is missing and the command that brings it.
 */
export async function ensureSystem(executable: string, say: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux') return;
  const needs = await findNeeds(executable);
  if (isMet(needs)) return;
  const packages = packagesFor(needs, readText('/etc/os-release'));
  if (!isRoot() || !existsSync('/etc/debian_version')) throw new Error(describeNeeds(needs, packages));
  say(`Installing what Electron needs here: ${packages.join(' ')}`);
  const output = await install(packages);
  const left = await findNeeds(executable);
  if (!isMet(left))
    throw new Error(`${output}\n${describeNeeds(left, packagesFor(left, readText('/etc/os-release')))}`);
}

async function findNeeds(executable: string): Promise<Needs> {
  const ldd = await runQuietly('ldd', [executable]);
  return { libraries: parseMissingLibraries(ldd.output), display: lacksDisplay() && !isOnPath('xvfb-run') };
}

function isMet(needs: Needs): boolean {
  return needs.libraries.length === 0 && !needs.display;
}

/** A failed update is no reason to stop: a list fetched earlier may do. */
async function install(packages: readonly string[]): Promise<string> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runQuietly('apt-get', ['update'], { env });
  const done = await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
  });
  return `${update.output}\n${done.output}`;
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((dir) => {
    try {
      accessSync(join(dir, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
