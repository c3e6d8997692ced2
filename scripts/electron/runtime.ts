import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir, toolPath } from '../project.ts';
import { chooseElectron, type ElectronSources, type Fetched, type Runtime } from './choice.ts';
import { fallbackVersion, prepareFallback } from './fallback.ts';
import { forgetFailure, recallFailure, rememberFailure } from './fetch-memory.ts';
import { readVersion } from './manifest.ts';
import { executableIn, fetchPinned, findPinned } from './pinned.ts';
import { prepareSqliteBinding } from './sqlite.ts';
import { ensureSystem, isRoot, lacksDisplay } from './system.ts';

export interface Electron extends Runtime {
  /** Flags that this machine asks of every start. */
  readonly flags: readonly string[];
  /** What a command must be prefixed with to have a display: empty, or `xvfb-run` and its arguments. */
  readonly display: readonly string[];
}

/**
 * The Electron that runs the app here, ready to start: fetched or built where needed, its system libraries present.
 * @throws with words for a person where that is not possible.
 */
export async function prepareElectron(options: { readonly retry?: boolean } = {}): Promise<Electron> {
  const retry = options.retry === true || process.env['JIWA_RETRY_ELECTRON'] === '1';
  const runtime = await chooseElectron(realSources(), { retry, say });
  await ensureSystem(runtime.executable, say);
  const virtual = lacksDisplay();
  return {
    ...runtime,
    flags: [...(isRoot() ? ['--no-sandbox'] : []), ...(virtual ? ['--disable-gpu'] : [])],
    display: virtual ? ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'] : [],
  };
}

/** The command line that runs `command` with a display. */
export function withDisplay(
  electron: Electron,
  command: readonly string[],
): { command: string; args: string[] } {
  const [first, ...rest] = [...electron.display, ...command];
  if (first === undefined) throw new Error('there is no command to run');
  return { command: first, args: rest };
}

function realSources(): ElectronSources {
  const packageDir = toolPath('electron');
  const pinnedVersion = readVersion(packageDir);
  const memory = join(cacheDir, 'electron-fetch.json');
  return {
    override: findOverride(),
    pinnedVersion,
    findPinned: () => findPinned(packageDir, pinnedVersion),
    fetchPinned: async (): Promise<Fetched> => {
      const fetched = await fetchPinned(packageDir, pinnedVersion);
      if (fetched.ok) forgetFailure(memory);
      return fetched;
    },
    recallFailure: () => recallFailure(memory, pinnedVersion, Date.now()),
    rememberFailure: (reason) => rememberFailure(memory, pinnedVersion, reason, Date.now()),
    fallback:
      process.platform === 'linux' && process.arch === 'x64'
        ? { version: fallbackVersion, prepare: prepareBoth }
        : undefined,
  };
}

async function prepareBoth(): Promise<{ executable: string; sqliteBinding: string }> {
  const [executable, sqliteBinding] = await Promise.all([
    prepareFallback(cacheDir),
    prepareSqliteBinding(cacheDir),
  ]);
  return { executable, sqliteBinding };
}

function findOverride(): string | undefined {
  const dir = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!dir) return undefined;
  const executable = executableIn(dir);
  if (!existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${executable} is missing`);
  return executable;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
