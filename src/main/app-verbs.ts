import { app, clipboard, dialog, nativeTheme, shell, type BrowserWindow } from 'electron';
import type { AppState, KeyState } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';
import type { Emit } from '../shared/ipc.ts';
import { defaultSettings } from '../shared/settings.ts';
import type { Desk } from './desk.ts';
import type { AppVerbs } from './ipc/app.ts';
import type { Session } from './session.ts';
import type { LocationStore } from './shell/settings.ts';
import { systemLanguage } from './shell/system-language.ts';
import { openLink } from './shell/window.ts';

interface Parts {
  readonly session: Session;
  readonly location: LocationStore;
  readonly emit: Emit;
  readonly window: () => BrowserWindow;
}

/** What the window's process can do for the screen. */
export function appVerbs({ session, location, emit, window }: Parts): AppVerbs {
  const opened = async (): Promise<Desk> => {
    const desk = await session.desk();
    if (!desk) throw new DeskError('conflict', 'No desk is open yet: choose one first.');
    return desk;
  };
  return {
    state: async () => stateOf(await session.desk()),
    chooseDesk: async (name) => {
      await session.choose(name);
      window().webContents.reload();
    },
    chooseDataDir: async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'createDirectory'],
      });
      const [dataDir] = filePaths;
      if (dataDir === undefined) return null;
      location.change({ dataDir });
      await session.choose('own');
      window().webContents.reload();
      return { dataDir };
    },
    openDataDir: async () => {
      const problem = await shell.openPath((await opened()).dataDir);
      if (problem) throw new DeskError('not_found', `The data folder could not be opened: ${problem}`);
    },
    openLink,
    copy: (text) => clipboard.writeText(text),
    changeSettings: async (patch) => {
      const desk = await opened();
      const settings = desk.settings.change(patch);
      nativeTheme.themeSource = settings.theme;
      desk.setLogLevel(settings.logLevel);
      await desk.core.applySettings();
      emit('settings:changed', settings);
      return settings;
    },
    setKey: async (key) => (await opened()).secrets.set(key),
    clearKey: async () => (await opened()).secrets.clear(),
  };
}

const noKey: KeyState = { isSet: false, keptIn: null, hasKeyring: false };

function stateOf(desk: Desk | null): AppState {
  const settings = desk?.settings.read() ?? defaultSettings;
  nativeTheme.themeSource = settings.theme;
  return {
    version: app.getVersion(),
    desk: desk?.name ?? null,
    dataDir: desk?.dataDir ?? '',
    settings,
    systemLanguage: systemLanguage(),
    key: desk?.secrets.state() ?? noKey,
    platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
  };
}
