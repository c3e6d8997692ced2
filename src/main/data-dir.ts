import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { desks } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';

/** Which desk was open last, and where the user's own data is when it was moved. Kept beside the window's own files. */
export const locationSchema = z.object({
  desk: z.enum(desks).nullable().default(null),
  dataDir: z.string().min(1).nullable().default(null),
});
export type Location = z.infer<typeof locationSchema>;

/** Name of the location file, without `.json`. */
export const locationFileName = 'location';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of the window's own files (Chromium's profile, the location file). `JIWA_DATA_DIR` keeps
 * everything together below one folder.
 */
export function windowDir(env: Environment, platform: NodeJS.Platform): string {
  const own = env['JIWA_DATA_DIR'];
  if (own) return join(own, 'window');
  return join(applicationDataDir(env, platform), 'Jiwa Desk');
}

/** The folder of the user's own data: `JIWA_DATA_DIR`, or where the user moved it to, or the system's usual place. */
export function ownDataDir(env: Environment, platform: NodeJS.Platform, location: Location | null): string {
  return env['JIWA_DATA_DIR'] ?? location?.dataDir ?? join(windowDir(env, platform), 'desk');
}

/**
 * Where a desk goes in a folder that the user chose: the folder itself where it is empty or a desk already, else a
 * folder of its own in it. Files of the same names (`settings.json`) may be somebody else's.
 */
export function deskFolderIn(chosen: string): string {
  const names = existsSync(chosen) ? readdirSync(chosen) : [];
  return names.length === 0 || names.includes('jiwa.db') ? chosen : join(chosen, 'Jiwa Desk');
}

/** The demo's data lies apart, so that trying the product never mixes with working in it. */
export function demoDataDir(env: Environment, platform: NodeJS.Platform): string {
  return join(windowDir(env, platform), 'demo');
}

/** The location file as a process without Electron sees it; null when there is none that can be read. */
export function readLocation(env: Environment, platform: NodeJS.Platform): Location | null {
  try {
    const file = join(windowDir(env, platform), `${locationFileName}.json`);
    return locationSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** What the file system or SQLite says about a folder, in words (DeskError `file_unreadable`); other errors as they are. */
export function unusableFolder(error: unknown, dataDir: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof DeskError || typeof code !== 'string' || !/^(?:E[A-Z]|SQLITE_)/.test(code))
    return error;
  return new DeskError(
    'file_unreadable',
    `The data folder ${dataDir} cannot be used (${code}). Check that it is a folder you may write to and that the disk has room, or choose another one (in the Settings, or by JIWA_DATA_DIR).`,
    { cause: error },
  );
}

function applicationDataDir(env: Environment, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}
