import { app, clipboard, dialog, nativeTheme, shell, type BrowserWindow } from 'electron';
import type { AppState, Desk as DeskName } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';
import type { Emit } from '../shared/ipc.ts';
import { deskFolderIn } from './data-dir.ts';
import type { Desk } from './desk.ts';
import type { AppVerbs } from './ipc/app.ts';
import type { Session } from './session.ts';
import { systemLanguage } from './shell/system-language.ts';
import { openLink } from './shell/window.ts';

interface Parts {
  readonly session: Session;
  readonly emit: Emit;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly window: () => BrowserWindow;
}

/** What the window's process can do for the screen. */
export function appVerbs({ session, emit, env, window }: Parts): AppVerbs {
  return {
    state: async () => stateOf(await session.desk(), session.chosen()),
    chooseDesk: async (name) => {
      if (await session.choose(name)) window().webContents.reload();
    },
    chooseDataDir: async () => {
      if (env['JIWA_DATA_DIR'])
        throw new DeskError('conflict', 'The data folder is set by JIWA_DATA_DIR; change it there.');
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory'],
      });
      const [chosen] = filePaths;
      if (chosen === undefined) return null;
      const dataDir = deskFolderIn(chosen);
      await session.moveTo(dataDir);
      window().webContents.reload();
      return { dataDir };
    },
    openDataDir: async () => {
      const problem = await shell.openPath((await session.desk()).dataDir);
      if (problem) throw new DeskError('not_found', `The data folder could not be opened: ${problem}`);
    },
    openLink,
    copy: async (text) => clipboard.writeText(text),
    changeSettings: async (patch) => {
      const desk = await session.desk();
      const settings = desk.settings.change(patch);
      nativeTheme.themeSource = settings.theme;
      desk.setLogLevel(settings.logLevel);
      // They are kept by now, whatever becomes of what follows from them.
      emit('settings:changed', settings);
      await desk.core.applySettings();
      return settings;
    },
    setKey: async (key) => (await session.desk()).secrets.set(key),
    clearKey: async () => (await session.desk()).secrets.clear(),
  };
}

function stateOf(desk: Desk, chosen: DeskName | null): AppState {
  const settings = desk.settings.read();
  nativeTheme.themeSource = settings.theme;
  return {
    version: app.getVersion(),
    desk: chosen,
    dataDir: desk.dataDir,
    settings,
    systemLanguage: systemLanguage(),
    key: desk.secrets.state(),
    platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
  };
}
