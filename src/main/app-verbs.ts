import { app, clipboard, dialog, shell, type BrowserWindow } from 'electron';
import type { AppState, Desk as DeskName } from '../shared/app.ts';
import { DeskError } from '../shared/fault.ts';
import type { Emit } from '../shared/events.ts';
import type { Settings } from '../shared/settings.ts';
import { deskFolderIn } from './data-dir.ts';
import type { Desk } from './desk.ts';
import type { AppVerbs } from './ipc/app.ts';
import type { Session } from './session.ts';
import { startAtLogin } from './shell/login-start.ts';
import { systemLanguage } from './shell/system-language.ts';
import { openLink } from './shell/window.ts';

interface Parts {
  readonly session: Session;
  readonly emit: Emit;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly window: () => BrowserWindow;
  /** Theme and menu follow the settings of the open desk. */
  readonly onSettings: (settings: Settings) => void;
}

/** What the window's process can do for the screen. */
export function appVerbs(parts: Parts): AppVerbs {
  const { session, emit, window, onSettings } = parts;
  return {
    state: async () => {
      const desk = await session.desk();
      onSettings(desk.settings.read());
      return stateOf(desk, session.chosen());
    },
    chooseDesk: async (name) => {
      if (await session.choose(name)) window().webContents.reload();
    },
    chooseDataDir: () => chooseDataDir(parts),
    openDataDir: async () => {
      const problem = await shell.openPath((await session.desk()).dataDir);
      if (problem) throw new DeskError('not_found', `The data folder could not be opened: ${problem}`);
    },
    openLink,
    copy: async (text) => clipboard.writeText(text),
    changeSettings: async (patch) => {
      const desk = await session.desk();
      const settings = desk.settings.change(patch);
      onSettings(settings);
      desk.setLogLevel(settings.logLevel);
      // They are kept by now, whatever becomes of what follows from them.
      emit('settings:changed', settings);
      await desk.core.applySettings();
      // The demo is no desk that anybody works at by night.
      if (desk.name === 'own' && patch.nights) startAtLogin(settings.nights.startsAtLogin);
      return settings;
    },
    setKey: async (name, key) => (await session.desk()).secrets.set(name, key),
    clearKey: async (name) => (await session.desk()).secrets.clear(name),
  };
}

/** Asks for a folder and opens the own desk in it. Null when none was chosen. */
async function chooseDataDir({ session, env, window }: Parts): Promise<{ dataDir: string } | null> {
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
}

function stateOf(desk: Desk, chosen: DeskName | null): AppState {
  return {
    version: app.getVersion(),
    desk: chosen,
    dataDir: desk.dataDir,
    settings: desk.settings.read(),
    systemLanguage: systemLanguage(),
    key: desk.secrets.state('claude'),
    embedderKey: desk.secrets.state('embedder'),
    llamaKey: desk.secrets.state('llama'),
    llamaVariables: desk.core.llama.variables(),
    platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
  };
}
