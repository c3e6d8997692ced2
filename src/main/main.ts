import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import { DeskError } from '../shared/fault.ts';
import type { Settings } from '../shared/settings.ts';
import { appVerbs } from './app-verbs.ts';
import { windowDir, type Location } from './data-dir.ts';
import { openDesk } from './desk.ts';
import { registerAnswers } from './ipc/answers.ts';
import { registerApp } from './ipc/app.ts';
import { registerChat } from './ipc/chat.ts';
import { registerClients } from './ipc/clients.ts';
import { registerEndpoint } from './ipc/endpoint.ts';
import { registerKnowledge } from './ipc/knowledge.ts';
import { registerNights } from './ipc/nights.ts';
import { registerReview } from './ipc/review.ts';
import { registerJobs } from './ipc/jobs.ts';
import { registerMemory } from './ipc/memory.ts';
import { registerModel } from './ipc/model.ts';
import { registerSearch } from './ipc/search.ts';
import type { Log } from './log.ts';
import { openLog } from './log-file.ts';
import { startSession, type Session } from './session.ts';
import { endNow } from './shell/end.ts';
import { openBridge, type Bridge } from './shell/ipc.ts';
import { startsHidden } from './shell/login-start.ts';
import { watchNights, withNightWatch } from './shell/night-signs.ts';
import { setMenu } from './shell/menu.ts';
import { appOrigin, declareProtocol, denyPermissions, serveRenderer } from './shell/protocol.ts';
import { openLocation, type LocationStore } from './shell/settings.ts';
import { watchPower } from './shell/power.ts';
import { systemLanguage } from './shell/system-language.ts';
import { openTray, withTray, type DeskTray } from './shell/tray.ts';
import { confineContents, createWindow, reloadAfterCrash } from './shell/window.ts';
import { withWorkSigns } from './shell/work-signs.ts';

const outDir = join(app.getAppPath(), 'out');
const resourcesDir = join(app.getAppPath(), 'resources');
const iconFile = join(resourcesDir, 'icon.png');
const embedWorker = join(outDir, 'main', 'embed-worker.cjs');
// The renderer's development server: set by `npm run dev`, never in a packaged product.
const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const origin = devServer ? new URL(devServer).origin : appOrigin;

declareProtocol();
app.setPath('userData', windowDir(process.env, process.platform));
confineContents(origin);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(fail);
else app.quit();

async function start(): Promise<void> {
  const logFile = await openLog({ dir: join(app.getPath('userData'), 'logs'), level: 'info' });
  const { log } = logFile;
  denyPermissions();
  serveRenderer(join(outDir, 'renderer'));
  const bridge = openBridge(origin, log);
  const location = openLocation(app.getPath('userData'), log);
  let language = systemLanguage();
  let staysInTray = false;
  let keepsAwake = false;
  let tray: DeskTray | null = null;
  const nightWatch = watchNights({
    language: () => language,
    keepsAwake: () => keepsAwake,
    onClick: () => showNights(bridge, window),
  });
  const place = {
    env: process.env,
    platform: process.platform,
    resourcesDir,
    embedWorker,
    machine: watchPower(() => nudgeJobs(session)),
    emit: withTray(
      withWorkSigns({
        emit: withNightWatch(bridge.emit, nightWatch),
        window: () => BrowserWindow.getAllWindows()[0] ?? null,
        language: () => language,
        onClick: () => showJobs(bridge),
      }),
      () => tray,
    ),
  };
  const session = startSession((name, at) => openDesk(name, { ...place, location: at }), location);
  const window = keepWindow(bridge, log, () => staysInTray && tray?.isThere === true);
  const onSettings = (settings: Settings): void => {
    nativeTheme.themeSource = settings.theme;
    language = settings.language === 'system' ? systemLanguage() : settings.language;
    setMenu(language, (show) => bridge.emit('screen:asked', { show }));
    ({ staysInTray } = settings.offline);
    ({ keepsAwake } = settings.nights);
    nightWatch.refresh();
    tray?.refresh();
  };
  const { env } = process;
  const verbs = appVerbs({ session, emit: bridge.emit, env, window: window.current, onSettings });
  tray = openTray({
    iconFile,
    log,
    language: () => language,
    open: window.show,
    setPaused: (isPaused) => void verbs.changeSettings({ offline: { isPaused } }),
    quit: () => app.quit(),
  });
  registerApp(bridge.handle, verbs);
  registerVerbs(bridge, session);
  drainBeforeQuit(session, log, logFile.close);
  await session.desk().catch((error: unknown) => offerAnotherDesk(error, location));
}

/** What the screen may ask of the open desk. */
function registerVerbs({ handle }: Bridge, { core }: Session): void {
  registerClients(handle, core);
  registerChat(handle, core);
  registerEndpoint(handle, core);
  registerKnowledge(handle, core);
  registerReview(handle, core);
  registerNights(handle, core);
  registerJobs(handle, core);
  registerMemory(handle, core);
  registerModel(handle, core);
  registerSearch(handle, core);
  registerAnswers(handle, core);
}

interface KeptWindow {
  /** The last one; it may be closed. */
  current(this: void): BrowserWindow;
  /** Brings it forward, or opens it again. */
  show(this: void): void;
}

/** Opens the one window, and again when it is asked for after it was closed. `staysOpen`: whether the app goes on without it. */
function keepWindow(bridge: Bridge, log: Log, staysOpen: () => boolean): KeptWindow {
  const open = (isHidden: boolean): BrowserWindow => {
    const window = createWindow({ url: devServer ?? `${appOrigin}/`, outDir, iconFile, isHidden });
    bridge.trust(window.webContents);
    reloadAfterCrash(window.webContents, log);
    return window;
  };
  const isStaying = () => process.platform === 'darwin' || staysOpen();
  let window = open(startsHidden());
  let isQuitting = false;
  const show = (): void => {
    if (!window.isDestroyed()) bringForward(window);
    else if (!isQuitting) window = open(false);
  };
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('second-instance', show);
  app.on('activate', () => {
    if (window.isDestroyed()) show();
  });
  app.on('window-all-closed', () => {
    if (!isStaying()) app.quit();
  });
  return { current: () => window, show };
}

// The computer slept or lost its plug while a desk was being opened: that one looks by itself.
function nudgeJobs(session: Session): void {
  if (!session.isOpen()) return;
  session.core().jobs.nudge();
  session.core().nights.soon();
}

function showJobs(bridge: Bridge): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window) bringForward(window);
  bridge.emit('screen:asked', { show: 'jobs' });
}

// A window that opens only now shows an unread report by itself.
function showNights(bridge: Bridge, window: { show(): void }): void {
  window.show();
  bridge.emit('screen:asked', { show: 'nights' });
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

// Quitting waits until running replies are kept and every file is closed.
function drainBeforeQuit(session: Session, log: Log, closeLog: () => Promise<void>): void {
  app.on('will-quit', (event) => {
    event.preventDefault();
    void session
      .close()
      .catch((error: unknown) => log.error({ error: (error as Error).name }, 'closing did not end well'))
      .then(closeLog)
      .finally(endNow);
  });
}

// A data folder that cannot be opened is explained in words, with a way on; nothing in it was touched.
async function offerAnotherDesk(error: unknown, location: LocationStore): Promise<void> {
  const isMoved = location.read().dataDir !== null;
  const ways: readonly { readonly words: string; readonly change?: Partial<Location> }[] = [
    { words: 'Quit' },
    { words: 'Try again', change: {} },
    { words: 'Open the demo', change: { desk: 'demo' } },
    ...(isMoved
      ? [{ words: 'Use the standard folder', change: { desk: 'own', dataDir: null } as const }]
      : []),
  ];
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Jiwa Desk',
    message: wordsFor(error),
    buttons: ways.map(({ words }) => words),
    defaultId: 1,
    cancelId: 0,
  });
  const change = ways[response]?.change;
  if (change) {
    location.change(change);
    app.relaunch();
  }
  app.exit(1);
}

function fail(error: unknown): void {
  dialog.showErrorBox('Jiwa Desk', wordsFor(error));
  app.exit(1);
}

function wordsFor(error: unknown): string {
  return error instanceof DeskError ? error.message : `Jiwa Desk could not start: ${String(error)}`;
}
