import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '../main/core.ts';
import type { Cli } from './command.ts';
import { unusableFolder } from '../main/data-dir.ts';
import { dataDirOf, withDesk } from './desk.ts';

/**
 * Opens the database alone, for commands that read or write rows and nothing else: several times faster than the whole
 * product, and the same beside the running app. Throws CliError and DeskError.
 */
export async function withRows<T>(
  cli: Cli,
  action: (rows: Pick<Core, 'db' | 'clock'>) => T | Promise<T>,
): Promise<T> {
  const dataDir = dataDirOf(cli);
  const file = join(dataDir, 'jiwa.db');
  // A new folder gets its starter pack first, which is the owner's business.
  if (!existsSync(file)) return withDesk(cli, {}, async ({ core }) => action(core));
  const [{ openDb }, { backupPath }, { systemClock: clock }] = await Promise.all([
    import('../main/db/open.ts'),
    import('../main/backup/backup.ts'),
    import('../main/clock.ts'),
  ]);
  try {
    const db = openDb({ file, backupPath: (version) => backupPath(dataDir, version, clock.now()) });
    try {
      return await action({ db, clock });
    } finally {
      db.close();
    }
  } catch (error) {
    throw unusableFolder(error, dataDir);
  }
}
