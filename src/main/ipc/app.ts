import type { AppState, Desk, KeyName, KeyState } from '../../shared/app.ts';
import type { Settings, SettingsPatch } from '../../shared/settings.ts';
import type { Handle } from '../shell/ipc.ts';

/** What the window's process itself can do; main.ts supplies it. */
export interface AppVerbs {
  state(): Promise<AppState>;
  chooseDesk(desk: Desk): Promise<void>;
  chooseDataDir(): Promise<{ dataDir: string } | null>;
  openDataDir(): Promise<void>;
  openLink(url: string): Promise<void>;
  copy(text: string): Promise<void>;
  changeSettings(patch: SettingsPatch): Promise<Settings>;
  setKey(name: KeyName, key: string): Promise<KeyState>;
  clearKey(name: KeyName): Promise<KeyState>;
}

/** The app itself: which desk is open, settings, key, links, clipboard. */
export function registerApp(handle: Handle, app: AppVerbs): void {
  handle('app:state', () => app.state());
  handle('app:choose-desk', ({ desk }) => app.chooseDesk(desk));
  handle('app:choose-data-dir', () => app.chooseDataDir());
  handle('app:open-data-dir', () => app.openDataDir());
  handle('app:open-link', ({ url }) => app.openLink(url));
  handle('app:copy', ({ text }) => app.copy(text));
  handle('settings:change', (patch) => app.changeSettings(patch));
  handle('key:set', ({ of, key }) => app.setKey(of, key));
  handle('key:clear', ({ of }) => app.clearKey(of));
}
