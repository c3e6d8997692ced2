import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from '../process.ts';
import type { Fetched } from './choice.ts';

const SECOND = 1000;
const DEFAULT_SOURCE = 'https://github.com/';

/** Where an Electron distribution keeps its executable, as electron's own installer has it. */
export function executableIn(distDir: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return join(distDir, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distDir, platform === 'win32' ? 'electron.exe' : 'electron');
}

/** The executable of the electron package in `packageDir`, if its binary is there, whole and of the right version. */
export function findPinned(packageDir: string, version: string): string | undefined {
  const executable = executableIn(join(packageDir, 'dist'));
  // The installer writes path.txt last: without it an unpacking was interrupted.
  if (!existsSync(join(packageDir, 'path.txt')) || !existsSync(executable)) return undefined;
  const found = readFileSync(join(packageDir, 'dist', 'version'), 'utf8')
    .trim()
    .replace(/^v/, '');
  return found === version ? executable : undefined;
}

/** Runs electron's own installer. It gets half an hour where its source answers, and else only time to use a cached download. */
export async function fetchPinned(packageDir: string, version: string): Promise<Fetched> {
  const unreachable = await whyUnreachable();
  const timeoutMs = unreachable === undefined ? 1800 * SECOND : 20 * SECOND;
  const result = await runQuietly(process.execPath, [join(packageDir, 'install.js')], { timeoutMs });
  const executable = result.code === 0 ? findPinned(packageDir, version) : undefined;
  if (executable !== undefined) return { ok: true, executable };
  const said = result.output.split('\n').find((line) => line.trim() !== '');
  return { ok: false, reason: unreachable ?? said?.trim() ?? 'the installer said nothing' };
}

/** A proxy may reach what we cannot, so with one nothing is known in advance. */
async function whyUnreachable(): Promise<string | undefined> {
  if (process.env['HTTPS_PROXY'] ?? process.env['https_proxy']) return undefined;
  const source =
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? DEFAULT_SOURCE;
  try {
    await fetch(source, { method: 'HEAD', signal: AbortSignal.timeout(8 * SECOND) });
    return undefined;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    return `${URL.canParse(source) ? new URL(source).host : 'mirror'}: ${why || 'no connection'}`;
  }
}
