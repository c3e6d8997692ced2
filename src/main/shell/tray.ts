import { Menu, nativeImage, Tray, type NativeImage } from 'electron';
import type { Emit, Events } from '../../shared/events.ts';
import type { JobsOverview } from '../../shared/job.ts';
import type { Language } from '../../shared/language.ts';
import type { Log } from '../log.ts';
import { trayPixels, type TrayLook } from './tray-icon.ts';
import { trayMenu } from './tray-menu.ts';

interface TrayParts {
  readonly iconFile: string;
  readonly language: () => Language;
  readonly log: Log;
  open(this: void): void;
  setPaused(this: void, isPaused: boolean): void;
  quit(this: void): void;
}

/** The icon beside the clock, with what offline work does and what a person can do about it without the window. */
export interface DeskTray {
  /** Whether there is one: some systems have no place for it. */
  readonly isThere: boolean;
  /** Says how things stand now; null while no desk is open. */
  show(overview: JobsOverview | null): void;
  /** The language changed. */
  refresh(): void;
}

/** Logical pixels; macOS has a low bar. */
const side = process.platform === 'darwin' ? 18 : 24;

/** Puts the icon there. Where the system has no place for it, nothing is shown and nothing breaks. */
export function openTray(parts: TrayParts): DeskTray {
  const icons = iconsFrom(parts.iconFile);
  const tray = place(icons('idle'), parts.log);
  let shown: JobsOverview | null = null;
  let drawn = '';
  const draw = (): void => {
    if (tray === null || tray.isDestroyed()) return;
    const menu = trayMenu(shown, parts.language());
    const whole = JSON.stringify(menu);
    // A menu that is set anew closes the one that somebody has open.
    if (whole === drawn) return;
    drawn = whole;
    tray.setImage(icons(menu.look));
    tray.setToolTip(`Jiwa Desk: ${menu.says[0] ?? ''}`);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        ...menu.says.map((label) => ({ label, enabled: false })),
        { type: 'separator' },
        { label: menu.pause.label, click: () => parts.setPaused(!menu.pause.isPaused) },
        { label: menu.open, click: parts.open },
        { type: 'separator' },
        { label: menu.quit, click: parts.quit },
      ]),
    );
  };
  // On macOS a click opens the menu.
  if (process.platform !== 'darwin') tray?.on('click', parts.open);
  draw();
  return {
    isThere: tray !== null,
    show: (overview) => {
      shown = overview;
      draw();
    },
    refresh: draw,
  };
}

/** Passes on what is told to the window, and shows in the tray how offline work stands. */
export function withTray(emit: Emit, tray: () => DeskTray | null): Emit {
  return (name, value) => {
    emit(name, value);
    if (name === 'job:overview') tray()?.show(value as Events['job:overview']);
  };
}

function place(icon: NativeImage, log: Log): Tray | null {
  try {
    return new Tray(icon);
  } catch (error) {
    log.warn({ error: (error as Error).name }, 'the system has no place for an icon in the tray');
    return null;
  }
}

/** Each look of the product's icon, drawn when it is first needed. */
function iconsFrom(iconFile: string): (look: TrayLook) => NativeImage {
  const made = new Map<TrayLook, NativeImage>();
  const whole = nativeImage.createFromPath(iconFile);
  const isTemplate = process.platform === 'darwin';
  const draw = (look: TrayLook): NativeImage => {
    const icon = nativeImage.createEmpty();
    for (const scaleFactor of [1, 2]) {
      const size = side * scaleFactor;
      const small = whole.resize({ width: size, height: size, quality: 'best' });
      const pixels = trayPixels(small.toBitmap(), size, look, isTemplate);
      icon.addRepresentation({ scaleFactor, width: size, height: size, buffer: pixels });
    }
    icon.setTemplateImage(isTemplate);
    return icon;
  };
  return (look) => {
    const icon = made.get(look) ?? draw(look);
    made.set(look, icon);
    return icon;
  };
}
