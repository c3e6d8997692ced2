import { accessSync, constants, existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lockDataFolder } from '../main/data-lock.ts';
import { DeskError } from '../shared/fault.ts';
import { fail, ok, warn, type Check } from './doctor-check.ts';

/** The first version that runs TypeScript sources as they are. */
const leastNode = [22, 18] as const;
const GIGABYTE = 1024 ** 3;
/** Backups, rotated logs and a rebuilt index lie beside the data for a while. */
const comfortable = 1 * GIGABYTE;
const least = 0.1 * GIGABYTE;

/** Node, the data folder, the disk, who owns the folder, the settings file. `problems`: of the settings file. */
export async function checkMachine(dataDir: string, problems: readonly string[]): Promise<Check[]> {
  const folder = checkFolder(dataDir);
  return [
    checkNode(process.versions.node),
    folder,
    ...(folder.state === 'fail' ? [] : [await checkDisk(dataDir), checkOwner(dataDir)]),
    ...checkSettings(problems),
  ];
}

function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isEnough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  if (isEnough) return ok('Node', version);
  return fail(
    'Node',
    `${version} is too old.`,
    'Run the command through npm, which uses the project’s own Node.',
  );
}

function checkFolder(dataDir: string): Check {
  const name = 'data folder';
  const other = 'Give yourself the right to write there, or set JIWA_DATA_DIR to another folder.';
  try {
    if (!existsSync(dataDir)) {
      accessSync(nearestFolder(dataDir), constants.W_OK);
      return ok(name, `${dataDir} does not exist yet; the first use makes it.`);
    }
    if (!statSync(dataDir).isDirectory())
      return fail(name, `${dataDir} is a file.`, 'Set JIWA_DATA_DIR to a folder.');
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return ok(name, dataDir);
  } catch (error) {
    return fail(name, `${dataDir} cannot be written (${(error as NodeJS.ErrnoException).code}).`, other);
  }
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

async function checkDisk(dataDir: string): Promise<Check> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  const free = bavail * bsize;
  const finding = `${(free / GIGABYTE).toFixed(1)} GB free`;
  if (free < least)
    return fail('disk', `${finding}.`, 'Make room on the disk: nothing more can be kept safely.');
  return free < comfortable
    ? warn('disk', `${finding}.`, 'Make room on the disk soon.')
    : ok('disk', finding);
}

function checkOwner(dataDir: string): Check {
  const name = 'owner';
  if (!existsSync(dataDir)) return ok(name, 'nobody');
  try {
    lockDataFolder(dataDir).release();
    return ok(name, 'nobody: the app is not running on this folder');
  } catch (error) {
    if (error instanceof DeskError && error.code === 'data_folder_in_use') return ok(name, error.message);
    return fail(
      name,
      'The lock of the data folder cannot be used.',
      'Check that the folder is on a local disk.',
    );
  }
}

function checkSettings(problems: readonly string[]): Check[] {
  if (problems.length === 0) return [ok('settings', 'all fields can be used')];
  const todo = 'Correct it in the Settings of the app; until then the default counts.';
  return problems.map((problem) => warn('settings', problem, todo));
}
