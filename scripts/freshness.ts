import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir, toolPath } from './project.ts';
import { runQuietly } from './process.ts';

const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const OUTPUTS = [
  'out/main/main.cjs',
  'out/main/embed-worker.cjs',
  'out/main/index-worker.cjs',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** Builds the app where a source is newer than what was built. @throws with the builder's output where it fails. */
export async function buildIfStale(): Promise<void> {
  if (isFresh(projectDir)) return;
  const result = await runQuietly(process.execPath, [
    toolPath('electron-vite', 'bin', 'electron-vite.js'),
    'build',
  ]);
  if (result.code !== 0) throw new Error(`The app could not be built:\n${result.output}`);
}

/** True where every output in `dir` exists and none is older than a source: files, and folders for what was deleted. */
export function isFresh(dir: string): boolean {
  const built = OUTPUTS.map((path) => modifiedAt(join(dir, path)));
  if (built.some((at) => at === undefined)) return false;
  const oldest = Math.min(...built.map(Number));
  return SOURCES.every((path) => newestIn(join(dir, path)) <= oldest);
}

function modifiedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** The newest change at or under `path`, in ms; 0 where there is nothing. */
function newestIn(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestIn(join(path, name))),
    stat.mtimeMs,
  );
}
