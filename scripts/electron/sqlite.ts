import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolPath } from '../project.ts';
import { runQuietly } from '../process.ts';
import { buildOnce } from './cache.ts';
import { readVersion } from './manifest.ts';

const NODE_GYP = 'node-gyp@13.1.0';
const header = fileURLToPath(new URL('node-api-8.h', import.meta.url));

/**
 * better-sqlite3 rebuilt from its own sources for Node-API 8, as the path of a .node file. Built once (about a minute
 * and a half on two cores) and kept in `cacheDir`, keyed by the versions of all that goes into it.
 */
export async function prepareSqliteBinding(cacheDir: string): Promise<string> {
  const source = toolPath('better-sqlite3');
  const headerHash = createHash('sha256')
    .update(await readFile(header))
    .digest('hex')
    .slice(0, 8);
  const key = `better-sqlite3-${readVersion(source)}-napi8-${headerHash}-${process.platform}-${process.arch}`;
  const dir = await buildOnce(join(cacheDir, key), (target) => rebuild(source, target));
  return join(dir, 'better_sqlite3.node');
}

async function rebuild(source: string, target: string): Promise<void> {
  process.stderr.write('Building SQLite for this Electron, once: it takes a minute or two …\n');
  const copy = join(target, 'source');
  await cp(source, copy, { recursive: true, filter: (path) => !path.startsWith(join(source, 'prebuilds')) });
  await writeFile(join(copy, 'binding.gyp'), forNodeApi8(await readFile(join(copy, 'binding.gyp'), 'utf8')));
  const args = [
    'exec',
    '--yes',
    `--package=${NODE_GYP}`,
    '--',
    'node-gyp',
    'rebuild',
    '--release',
    '--force_build=1',
  ];
  const result = await runQuietly('npm', [...args, ...nodeHeaders()], {
    cwd: copy,
    env: { CXXFLAGS: `-include "${header}"` },
  });
  const built = join(copy, 'build', 'Release', 'better_sqlite3.node');
  if (result.code !== 0 || !existsSync(built)) {
    throw new Error(`better-sqlite3 could not be rebuilt for Node-API 8:\n${result.output.slice(-4000)}`);
  }
  await copyFile(built, join(target, 'better_sqlite3.node'));
  await rm(copy, { recursive: true });
}

/** @throws where the build file no longer says which Node-API it is for: then this recipe needs a new look. */
export function forNodeApi8(bindingGyp: string): string {
  if (!bindingGyp.includes("'NAPI_VERSION=10'")) throw new Error('binding.gyp names no NAPI_VERSION=10');
  return bindingGyp.replaceAll("'NAPI_VERSION=10'", "'NAPI_VERSION=8'");
}

/** The headers beside the Node that runs npm, so that none need fetching; any version has those of Node-API 8. */
function nodeHeaders(): string[] {
  const node = process.env['npm_node_execpath'];
  const roots = [...(node === undefined ? [] : [dirname(dirname(node))]), '/usr', '/usr/local'];
  const root = roots.find((dir) => existsSync(join(dir, 'include', 'node', 'node_api.h')));
  return root === undefined ? [] : [`--nodedir=${root}`];
}
