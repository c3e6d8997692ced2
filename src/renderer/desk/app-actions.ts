import type { Settings, SettingsPatch } from '../../shared/settings.ts';
import { ask } from './ask.ts';
import type { AppArea, Overlay, Screen } from './app-store.ts';
import type { SettingsPart } from '../settings/settings-store.ts';
import type { Desk } from './desk.ts';

export const showScreen = (desk: Desk, screen: Screen) => desk.app.setState({ screen, overlay: null });

/** One part of the settings. */
export function showSettings(desk: Desk, part: SettingsPart): void {
  desk.settings.setState({ part });
  showScreen(desk, 'settings');
}

export const openOverlay = (desk: Desk, overlay: Overlay) => desk.app.setState({ overlay });

export const closeOverlay = (desk: Desk) => desk.app.setState({ overlay: null });

export const fold = (desk: Desk, patch: Partial<Pick<AppArea, 'isClientsFolded' | 'isMemoryFolded'>>) =>
  desk.app.setState(patch);

/** Puts settings that changed, here or elsewhere, on the screen. */
export function applySettings(desk: Desk, settings: Settings): void {
  const { state } = desk.app.getState();
  if (state !== null) desk.app.setState({ state: { ...state, settings } });
}

/** Changes settings; true when they were kept. */
export async function changeSettings(desk: Desk, patch: SettingsPatch): Promise<boolean> {
  const settings = await ask(desk, 'settings:change', patch);
  if (settings !== null) applySettings(desk, settings);
  return settings !== null;
}

export async function copyText(desk: Desk, text: string): Promise<void> {
  if ((await ask(desk, 'app:copy', { text })) !== null) desk.tell({ kind: 'done', what: 'copied' });
}

export const openLink = (desk: Desk, url: string) => void ask(desk, 'app:open-link', { url });

/** Tells a screen reader that a reply is there, or that there is a doubt about it, once. */
export function announce(desk: Desk, kind: NonNullable<AppArea['announcement']>['kind']): void {
  const { announcement } = desk.app.getState();
  desk.app.setState({ announcement: { kind, number: (announcement?.number ?? 0) + 1 } });
}
