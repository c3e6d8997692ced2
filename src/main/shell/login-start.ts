import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { DeskError } from '../../shared/fault.ts';
import { desktopEntry } from './desktop-entry.ts';

/** The argument of a start that shows no window. */
const HIDDEN = '--hidden';

/** Whether the app was started by logging in, and is to stay beside the clock. */
export function startsHidden(): boolean {
  return process.argv.includes(HIDDEN) || app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Has the system start the app at login, or no longer. Throws DeskError `conflict` where it refuses. */
export function startAtLogin(isWanted: boolean): void {
  try {
    if (process.platform === 'linux') return writeEntry(isWanted);
    if (app.getLoginItemSettings({ args: [HIDDEN] }).openAtLogin === isWanted) return;
    app.setLoginItemSettings({ openAtLogin: isWanted, args: [HIDDEN] });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const what = `The system did not take over that the app starts at login (${code ?? 'no reason given'}).`;
    throw new DeskError('conflict', what, { cause: error });
  }
}

/** Linux desktops start what lies in this folder. */
function writeEntry(isWanted: boolean): void {
  const config = process.env['XDG_CONFIG_HOME'] || join(app.getPath('home'), '.config');
  const file = join(config, 'autostart', 'jiwa-desk.desktop');
  if (!isWanted) return rmSync(file, { force: true });
  // An AppImage runs from a folder that is another one each time.
  const program = process.env['APPIMAGE'] ?? process.execPath;
  const entry = desktopEntry([program, ...(app.isPackaged ? [] : [app.getAppPath()]), HIDDEN]);
  if (readOr(file) === entry) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, entry);
}

function readOr(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
