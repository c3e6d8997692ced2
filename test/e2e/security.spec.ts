import { expect, test } from 'playwright/test';
import type { Bridge } from '../../src/shared/ipc.ts';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';

declare global {
  interface Window {
    readonly jiwa: Bridge;
  }
}

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
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
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

  test('every permission is denied (item 5)', async () => {
    const answers = await desk.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone'] as PermissionName[];
      const states = names.map(async (name) => (await navigator.permissions.query({ name })).state);
      return Promise.all(states);
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
    const broken = await desk.page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.body.append(script);
      const elsewhere = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      return { inlineRan: 'inlineRan' in globalThis, elsewhere };
    });
    expect(broken).toEqual({ inlineRan: false, elsewhere: 'refused' });
  });

  test('no web view, no navigation away, no new window (items 11, 12, 13, 14)', async () => {
    const before = desk.page.url();
    await desk.page.evaluate(() => {
      document.body.append(document.createElement('webview'));
      window.open('https://example.com/');
      window.location.href = 'https://example.com/';
    });
    await desk.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined))));
    expect(desk.page.url()).toBe(before);
    expect(desk.app.windows()).toHaveLength(1);
  });

  const openLink = (url: string) =>
    desk.page.evaluate((url) => window.jiwa.request('app:open-link', { url }), url);

  test('a link is opened outside only after a check (item 15)', async () => {
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://server/share',
      'not a link',
      'https://user@example.com/',
    ]) {
      expect(await openLink(url), url).toMatchObject({ ok: false, code: 'bad_input' });
    }
  });

  test('Electron is current where it can be had (item 16)', async () => {
    const inUse = await desk.app.evaluate(() => process.versions.electron ?? '');
    expect(Number.parseInt(inUse, 10)).toBeGreaterThanOrEqual(25);
  });

  test('the sender of every request is checked (item 17)', async () => {
    const answer = await desk.app.evaluate(async ({ BrowserWindow }) => {
      const preferences = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): { preload: string; additionalArguments?: string[] };
      };
      const { preload } = preferences.getLastWebPreferences();
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: {
          preload,
          sandbox: true,
          additionalArguments: ['--jiwa-requests=app:state', '--jiwa-events='],
        },
      });
      await stranger.loadURL('data:text/html,<p>stranger</p>');
      const result: unknown = await stranger.webContents.executeJavaScript(
        "window.jiwa.request('app:state', undefined)",
      );
      stranger.destroy();
      return result;
    });
    expect(answer).toMatchObject({ ok: false, code: 'untrusted_sender' });
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

  test('keys never reach the page: the state says only that one is set', async () => {
    const state = await desk.page.evaluate(() => window.jiwa.request('app:state', undefined));
    expect(JSON.stringify(state)).not.toMatch(/sk-|apiKey/);
    expect(state).toMatchObject({ ok: true, value: { key: { isSet: false } } });
  });
});
