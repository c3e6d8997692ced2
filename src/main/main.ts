import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { DeskError } from '../shared/fault.ts';
import { appVerbs } from './app-verbs.ts';
import { windowDir } from './data-dir.ts';
import { openDesk } from './desk.ts';
import { registerApp } from './ipc/app.ts';
import { registerChat } from './ipc/chat.ts';
import { registerClients } from './ipc/clients.ts';
import { registerMemory } from './ipc/memory.ts';
import { registerSearch } from './ipc/search.ts';
import type { Log } from './log.ts';
import { openLog } from './log-file.ts';
import { startSession, type Session } from './session.ts';
import { openBridge } from './shell/ipc.ts';
import { setMenu } from './shell/menu.ts';
import { appOrigin, declareProtocol, denyPermissions, serveRenderer } from './shell/protocol.ts';
import { openLocation } from './shell/settings.ts';
import { systemLanguage } from './shell/system-language.ts';
import { confineContents, createWindow } from './shell/window.ts';

const outDir = join(app.getAppPath(), 'out');
const resourcesDir = join(app.getAppPath(), 'resources');
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
  const place = { env: process.env, platform: process.platform, resourcesDir, emit: bridge.emit };
  const session = startSession((name, at) => openDesk(name, { ...place, location: at }), location);
  const openWindow = (): BrowserWindow => {
    const window = createWindow({
      url: devServer ?? `${appOrigin}/`,
      outDir,
      iconFile: join(resourcesDir, 'icon.png'),
    });
    bridge.trust(window.webContents);
    return window;
  };
  let window = openWindow();
  registerApp(
    bridge.handle,
    appVerbs({ session, emit: bridge.emit, env: process.env, window: () => window }),
  );
  registerClients(bridge.handle, session.core);
  registerChat(bridge.handle, session.core);
  registerMemory(bridge.handle, session.core);
  registerSearch(bridge.handle, session.core);
  setMenu(systemLanguage(), (show) => bridge.emit('screen:asked', { show }));
  app.on('second-instance', () => {
    if (!window.isDestroyed()) bringForward(window);
    else if (process.platform === 'darwin') window = openWindow();
  });
  app.on('activate', () => {
    if (window.isDestroyed()) window = openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  drainBeforeQuit(session, log, logFile.close);
  await session.desk();
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

// Quitting waits until running replies are kept and every file is closed.
function drainBeforeQuit(session: Session, log: Log, closeLog: () => Promise<void>): void {
  let isDrained = false;
  app.on('will-quit', (event) => {
    if (isDrained) return;
    event.preventDefault();
    void session
      .close()
      .catch((error: unknown) => log.error({ error: (error as Error).name }, 'closing did not end well'))
      .then(closeLog)
      .finally(() => {
        isDrained = true;
        app.quit();
      });
  });
}

// A data folder that cannot be opened is explained in words; nothing in it was touched.
function fail(error: unknown): void {
  const message = error instanceof DeskError ? error.message : `Jiwa Desk could not start: ${String(error)}`;
  dialog.showErrorBox('Jiwa Desk', message);
  app.exit(1);
}
