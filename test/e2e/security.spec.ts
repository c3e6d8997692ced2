import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { fallbackVersion } from '../../scripts/electron/fallback.ts';
import manifest from '../../package.json' with { type: 'json' };
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';

const badInput = { ok: false, code: 'bad_input' };
const untrusted = { ok: false, code: 'untrusted_sender', message: 'This page may not ask for that.' };
const refusedLinks = [
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://server/share',
  'not a link',
  'https://user@example.com/',
];

/** Electron's security checklist (electronjs.org/docs/latest/tutorial/security), item by item, on the running app. */
test.describe('the security checklist of Electron', () => {
  const folder = temporaryDataDir();
  let desk: DeskApp;

  test.beforeAll(async () => {
    desk = await launchDesk({ dataDir: folder.dataDir });
  });

  test.afterAll(async () => {
    await desk.quit();
    folder.remove();
  });

  test('only its own content is loaded, over its own protocol (items 1, 18)', async () => {
    expect(new URL(desk.page.url()).protocol).toBe('app:');
    const requested: string[] = [];
    desk.page.on('request', (request) => requested.push(request.url()));
    await desk.page.reload();
    await desk.page.waitForLoadState('load');
    expect(requested.length).toBeGreaterThan(2);
    expect(requested.filter((url) => !/^(app|data|blob):/.test(url))).toEqual([]);
  });

  test('Node is off, contexts are isolated, the sandbox is on, web security is untouched (items 2, 3, 4, 6, 8, 9, 10)', async () => {
    const preferences = await desk.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // The checklist is about what is in force, and Electron tells that by this call only.
      return (
        contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
    });
    expect(preferences['nodeIntegrationInWorker'] ?? false).toBe(false);
    expect(preferences['nodeIntegrationInSubFrames'] ?? false).toBe(false);
    expect(preferences['allowRunningInsecureContent'] ?? false).toBe(false);
    expect(preferences['experimentalFeatures'] ?? false).toBe(false);
    expect(preferences['enableBlinkFeatures'] ?? '').toBe('');
    expect(preferences['webviewTag'] ?? false).toBe(false);
    const reach = await desk.page.evaluate(() => ({
      require: typeof (globalThis as { require?: unknown }).require,
      process: typeof (globalThis as { process?: unknown }).process,
      bridge: Object.keys(window.jiwa).sort(),
    }));
    expect(reach).toEqual({ require: 'undefined', process: 'undefined', bridge: ['on', 'request'] });
  });

  test('every permission is denied, asked for or looked up (item 5)', async () => {
    const answers = await desk.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
      const states = names.map(async (name) => (await navigator.permissions.query({ name })).state);
      const place = new Promise<string>((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : 'not known'),
        ),
      );
      return Promise.all([...states, place]);
    });
    expect(new Set(answers)).toEqual(new Set(['denied']));
  });

  test('the content security policy is strict, and enforced (item 7)', async () => {
    const policy = await desk.page.evaluate(async () =>
      (await fetch('/')).headers.get('Content-Security-Policy'),
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    const elsewhere = await startElsewhere();
    const broken = await desk.page.evaluate(async (url) => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.body.append(script);
      const picture = new Image();
      const drawn = new Promise((resolve) => {
        picture.addEventListener('load', () => resolve('drawn'));
        picture.addEventListener('error', () => resolve('refused'));
      });
      picture.src = `${url}picture.png`;
      const fetched = fetch(url, { mode: 'no-cors' }).then(
        () => 'fetched',
        () => 'refused',
      );
      return { inlineRan: 'inlineRan' in globalThis, drawn: await drawn, fetched: await fetched };
    }, elsewhere.url);
    expect(broken).toEqual({ inlineRan: false, drawn: 'refused', fetched: 'refused' });
    expect(elsewhere.visits()).toBe(0);
    await elsewhere.close();
  });

  test('no web view, no navigation away, no new window (items 11, 12, 13, 14)', async () => {
    const elsewhere = await startElsewhere();
    const before = desk.page.url();
    // Waited for before anything is asked of the page: a listener that comes late would wait for ever.
    await desk.app.evaluate(({ BrowserWindow }) => {
      const global = globalThis as { refused?: Promise<boolean> };
      global.refused = new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        // Ours is asked first: by now it has refused, or not.
        contents?.once('will-navigate', (event) => resolve(event.defaultPrevented));
      });
    });
    const found = await desk.page.evaluate((url) => {
      const view = document.createElement('webview');
      document.body.append(view);
      const opened = window.open(url);
      window.location.href = url;
      return { isView: 'loadURL' in view, isOpened: opened !== null };
    }, elsewhere.url);
    expect(found).toEqual({ isView: false, isOpened: false });
    const refused = await desk.app.evaluate(() => (globalThis as { refused?: Promise<boolean> }).refused);
    expect(refused).toBe(true);
    expect(desk.page.url()).toBe(before);
    expect(desk.app.windows()).toHaveLength(1);
    expect(elsewhere.visits()).toBe(0);
    await elsewhere.close();
  });

  test('a link is opened outside only after a check (item 15)', async () => {
    await desk.app.evaluate(({ shell }) => {
      const global = globalThis as { opened?: string[] };
      const opened: string[] = (global.opened = []);
      shell.openExternal = async (url) => void opened.push(url);
    });
    for (const url of refusedLinks) expect(await openLink(desk.page, url), url).toMatchObject(badInput);
    expect(await openLink(desk.page, 'https://example.com/visa')).toMatchObject({ ok: true });
    const opened = await desk.app.evaluate(() => (globalThis as { opened?: string[] }).opened);
    expect(opened).toEqual(['https://example.com/visa']);
  });

  test('Electron is the pinned one, or the one for development where that cannot be had (item 16)', async () => {
    const inUse = await desk.app.evaluate(() => process.versions.electron);
    expect([manifest.devDependencies.electron, fallbackVersion]).toContain(inUse);
  });

  test('the sender of every request is checked (item 17)', async () => {
    const answers = await desk.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const stranger = new BrowserWindow({
          show: false,
          webPreferences: {
            preload,
            sandbox: true,
            additionalArguments: ['--jiwa-requests=app:state', '--jiwa-events='],
          },
        });
        const found: unknown[] = [];
        for (const url of ['data:text/html,<p>stranger</p>', 'app://desk/']) {
          await stranger.loadURL(url);
          const ask = "window.jiwa.request('app:state', undefined)";
          found.push(await stranger.webContents.executeJavaScript(ask));
        }
        stranger.destroy();
        return found;
      },
      join(import.meta.dirname, '..', '..', 'out', 'preload', 'preload.cjs'),
    );
    expect(answers).toEqual([untrusted, untrusted]);
  });

  test('input that does not fit the contract is refused in words, and unknown names never leave the page', async () => {
    const bad = await desk.page.evaluate(() => window.jiwa.request('client:list', { query: 7 } as never));
    expect(bad).toMatchObject({ ok: false, code: 'bad_input' });
    const unknown = await desk.page.evaluate(() =>
      window.jiwa.request('fs:read' as never, {} as never).then(
        () => 'answered',
        (error: Error) => error.message,
      ),
    );
    expect(unknown).toContain('No such request');
  });

  test('a key goes in and never comes back: not to the page, not to a file in the clear', async () => {
    const key = 'sk-ant-marker-of-the-security-test';
    await desk.page.evaluate((value) => window.jiwa.request('key:set', { of: 'claude', key: value }), key);
    const state = await desk.page.evaluate(() => window.jiwa.request('app:state', undefined));
    expect(state).toMatchObject({ ok: true, value: { key: { isSet: true } } });
    expect(JSON.stringify(state)).not.toContain(key);
    const files = readdirSync(folder.dataDir, { recursive: true, withFileTypes: true });
    const holding = files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => readFileSync(path).includes(key));
    expect(files.length).toBeGreaterThan(5);
    expect(holding).toEqual([]);
  });
});

const openLink = (page: Page, url: string) =>
  page.evaluate((link) => window.jiwa.request('app:open-link', { url: link }), url);

/** A page elsewhere that counts who comes. */
async function startElsewhere() {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits += 1;
    response.end('elsewhere');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    visits: () => visits,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
