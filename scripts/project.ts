import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The app folder: where package.json, out/ and resources/ are. */
export const projectDir = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** What scripts fetch, build or remember. `npm ci` empties it, git ignores it. */
export const cacheDir = join(projectDir, 'node_modules', '.cache', 'jiwa-desk');

/** The JavaScript entry of an installed tool, to be run by the Node that runs this script. */
export function toolPath(...parts: string[]): string {
  return join(projectDir, 'node_modules', ...parts);
}

/** An environment in which `node` is the project's Node, whoever started the script. */
export function projectEnv(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const bin = join(projectDir, 'node_modules', '.bin');
  const path = process.env['PATH'] ?? '';
  const first = path.split(delimiter)[0] === bin ? path : bin + delimiter + path;
  return { ...process.env, PATH: first, ...extra };
}
