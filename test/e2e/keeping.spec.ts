import { spawn } from 'node:child_process';
import { expect, test, type Page } from 'playwright/test';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { launchDesk, launchOf, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { addClient, clientWrites, composer, draftIsReady, lastReply, openClient } from './screen.ts';

/** What must survive: the app is killed at once (kill -9), or a second one is started. */
test.describe.configure({ mode: 'serial' });

const unsent = 'Halo kak, tadi saya lupa bilang kalau';
const ownUnsent = 'Sebentar ya, saya cek dulu ke';
const edited = 'Tentu bisa, Kak Sari. Saya siapkan daftarnya malam ini.';

const folder = temporaryDataDir();
let claude: AnthropicSimulator;
let desk: DeskApp;
let page: Page;

async function start(): Promise<void> {
  const env = { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'sk-ant-any' };
  desk = await launchDesk({ dataDir: folder.dataDir, env });
  page = desk.page;
}

test.beforeAll(async () => {
  claude = await startAnthropicSimulator();
  await start();
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  folder.remove();
});

test('an edited draft and both texts of the composer survive a kill', async () => {
  await page.getByRole('button', { name: 'Open my desk' }).click();
  await addClient(page, { name: 'Sari Dewi', addressAs: 'Kak Sari', language: 'Indonesian' });
  await clientWrites(page, 'Kak, bisa bantu perpanjang izin tinggal saya?');
  await (await draftIsReady(page)).getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Edit the draft').fill(edited);
  await composer(page).fill(unsent);
  await page.getByText('I write', { exact: true }).click();
  await composer(page).fill(ownUnsent);
  await expect.poll(() => keptTexts()).toEqual({ client: unsent, desk: ownUnsent, draft: edited });
  await desk.kill();
  await start();
  await expect(await draftIsReady(page)).toContainText(edited);
  await expect(composer(page)).toHaveValue(unsent);
  await page.getByText('I write', { exact: true }).click();
  await expect(composer(page)).toHaveValue(ownUnsent);
});

test('an edit taken back is as if it had not been', async () => {
  await (await draftIsReady(page)).getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Edit the draft').fill('Something else entirely.');
  await expect.poll(async () => (await keptTexts()).draft).toBe('Something else entirely.');
  await page.keyboard.press('Escape');
  await expect(lastReply(page)).toContainText(edited);
  await expect.poll(async () => (await keptTexts()).draft).toBe(edited);
});

test('an edit goes on living when another client is opened in the middle of it', async () => {
  await (await draftIsReady(page)).getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Edit the draft').fill(`${edited} Salam hangat.`);
  await addClient(page, { name: 'Putu Arta', language: 'Indonesian' });
  await openClient(page, 'Sari Dewi');
  await expect(await draftIsReady(page)).toContainText('Salam hangat.');
});

test('killed in the middle of a reply, the message and what was shown are there afterwards', async () => {
  await page.getByText('The client writes', { exact: true }).click();
  claude.enqueue({ kind: 'stallAfter', text: 'Yang sudah tertulis ini tidak hilang.' });
  await clientWrites(page, 'Maaf, satu lagi: kapan paling lambat?');
  await expect(lastReply(page)).toContainText('tidak hilang');
  await desk.kill();
  await start();
  await openClient(page, 'Sari Dewi');
  await expect(page.getByRole('article', { name: /wrote$/ }).last()).toContainText('kapan paling lambat');
  await expect(await draftIsReady(page)).toContainText('Yang sudah tertulis ini tidak hilang.');
  await expect(lastReply(page).getByText('Interrupted')).toBeVisible();
});

test('a second start brings the first window forward and leaves', async () => {
  await desk.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const global = globalThis as { timesFocused?: number };
    global.timesFocused = 0;
    // A bare X server has no window manager that could give the focus: what is asked of it is counted.
    if (window)
      window.focus = () => {
        global.timesFocused = (global.timesFocused ?? 0) + 1;
      };
  });
  const { executablePath, args, cwd, env } = launchOf({ dataDir: folder.dataDir });
  const second = spawn(executablePath, args, { cwd, env, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect
    .poll(() => desk.app.evaluate(() => (globalThis as { timesFocused?: number }).timesFocused))
    .toBe(1);
  expect(desk.app.windows()).toHaveLength(1);
  await expect(lastReply(page)).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

/** What the core has kept of the first client: the composer's two texts and the newest reply. */
async function keptTexts() {
  return page.evaluate(async () => {
    const list = await window.jiwa.request('client:list', { query: 'Sari' });
    const clientId = list.ok ? list.value[0]?.id : undefined;
    if (clientId === undefined) throw new Error('There is no such client.');
    const read = await window.jiwa.request('conversation:read', { clientId, beforeId: null, limit: 20 });
    if (!read.ok) throw new Error(read.message);
    const draft = read.value.messages.findLast(({ author }) => author === 'desk')?.text;
    return { ...read.value.composer, draft };
  });
}
