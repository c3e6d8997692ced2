import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, shell, type WebContents } from 'electron';
import { DeskError } from '../../shared/fault.ts';
import { eventNames } from '../../shared/events.ts';
import { requests } from '../../shared/ipc.ts';
import type { Log } from '../log.ts';

/** A page that dies at once when loaded must not be loaded for ever. */
const RELOAD_PAUSE_MS = 10_000;

/** Background before the first paint, as in the theme: no white flash. */
const paper = { light: '#FAF6EE', dark: '#10181A' };

export interface WindowOptions {
  /** Address of the page. */
  readonly url: string;
  /** Folder of the bundled main and preload. */
  readonly outDir: string;
  readonly iconFile: string;
  /** It is not shown until somebody asks for it. */
  readonly isHidden: boolean;
}

/** The product's one window: sandboxed, isolated, unable to leave its own page. Shown when it has painted. */
export function createWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 480,
    minHeight: 480,
    show: false,
    // Its entries have shortcuts and buttons; Alt shows it where it is part of the window.
    autoHideMenuBar: true,
    title: 'Jiwa Desk',
    icon: options.iconFile,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: join(options.outDir, 'preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      additionalArguments: [
        `--jiwa-requests=${Object.keys(requests).join(',')}`,
        `--jiwa-events=${eventNames.join(',')}`,
      ],
    },
  });
  if (!options.isHidden) window.once('ready-to-show', () => window.show());
  void window.loadURL(options.url);
  return window;
}

/** A page that died is loaded again; what it showed is kept by the main process. Not twice within `RELOAD_PAUSE_MS`. */
export function reloadAfterCrash(contents: WebContents, log: Log): void {
  let reloadedAt = -Infinity;
  contents.on('render-process-gone', (_event, { reason }) => {
    log.error({ reason }, 'the page of the window is gone');
    const now = performance.now();
    if (reason === 'clean-exit' || now - reloadedAt < RELOAD_PAUSE_MS) return;
    reloadedAt = now;
    contents.reload();
  });
}

/** No window of ours navigates away, opens another, or embeds a page. Covers windows made later too. */
export function confineContents(origin: string): void {
  const stay = (event: Electron.Event, url: string) => {
    if (!url.startsWith(`${origin}/`)) event.preventDefault();
  };
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', stay);
    contents.on('will-redirect', stay);
  });
}

/** Opens a link in the system's browser, if it is plain https, http or mailto. Throws DeskError `bad_input` else. */
export async function openLink(address: string): Promise<void> {
  const url = parseUrl(address);
  const isSafe = url !== null && ['https:', 'http:', 'mailto:'].includes(url.protocol) && !url.username;
  if (!isSafe) throw new DeskError('bad_input', 'Only plain web and mail links are opened.');
  await shell.openExternal(url.href);
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
