import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { tinyModel } from '../fixtures/tiny-model.ts';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { startHubSimulator, type HubSimulator } from '../simulators/hub.ts';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { addClient, clientWrites, draftIsReady, openSettings } from './screen.ts';

/** A model is offered, fetched, broken off, gone on with and used, in the order of one day. */
test.describe.configure({ mode: 'serial' });

const weights = 'onnx/model_quantized.onnx';
const folder = temporaryDataDir();
let hub: HubSimulator;
let claude: AnthropicSimulator;
let desk: DeskApp;
let page: Page;

async function start(hubUrl: string): Promise<void> {
  const env = { HF_ENDPOINT: hubUrl, ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'sk-ant-good' };
  desk = await launchDesk({ dataDir: folder.dataDir, env });
  page = desk.page;
}

test.beforeAll(async () => {
  hub = await startHubSimulator({ model: 'Xenova/multilingual-e5-small', files: tinyModel() });
  claude = await startAnthropicSimulator();
  hub.enqueue(weights, { kind: 'hold', after: 20_000 }, { kind: 'hold', after: 1_000 });
  await start(hub.url);
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  await hub.close().catch(() => undefined);
  folder.remove();
});

const progress = () => page.getByRole('progressbar', { name: 'A model on this computer' });
const indexStatus = () =>
  page.evaluate(async () => {
    const status = await window.jiwa.request('index:status', undefined);
    return status.ok ? { embedder: status.value.embedder, state: status.value.state } : null;
  });
const builtIn = { embedder: expect.stringMatching(/^builtin-/), state: 'ready' };
const local = {
  embedder: expect.stringMatching(/^transformers-Xenova\/multilingual-e5-small-/),
  state: 'ready',
};

test('the first screen recommends the model where the hub answers, and it comes in the background', async () => {
  const offer = page.getByRole('region', { name: 'A better sense of meaning' });
  await expect(offer).toContainText(/\d+ kB/);
  await offer.getByRole('button', { name: 'Download in the background' }).click();
  await expect(offer).toContainText('You can begin');
  await page.getByRole('button', { name: 'Open my desk' }).click();
  await expect(page.getByText('No client yet')).toBeVisible();
  await expect.poll(() => hub.held).toBe(1);
});

test('the settings show how far it is; broken off, what came is kept and the built-in one is chosen', async () => {
  await openSettings(page, 'Knowledge');
  await expect(progress()).toHaveAttribute('aria-valuenow', /^[1-9]\d$/);
  await expect(page.getByText(/^\d+ kB of \d+ kB$/)).toBeVisible();
  await expect(page.getByText('Until it is ready, the built-in one serves.')).toBeVisible();
  expect(await indexStatus()).toEqual(builtIn);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/^\d+ kB are here already\.$/)).toBeVisible();
  const state = await page.evaluate(() => window.jiwa.request('app:state', undefined));
  expect(state).toMatchObject({ ok: true, value: { settings: { embedder: { kind: 'builtin' } } } });
});

test('gone on with, only the rest is fetched; the window answers meanwhile', async () => {
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect.poll(() => hub.held).toBe(2);
  expect(hub.requests.some((request) => /^\/cdn\/.* bytes=20000-$/.test(request))).toBe(true);
  await expect(progress()).toBeVisible();
  await page.getByRole('tab', { name: 'Appearance' }).click();
  await expect(page.getByRole('heading', { name: 'Appearance', level: 2 })).toBeVisible();
  await page.getByRole('tab', { name: 'Knowledge' }).click();
  hub.release();
  await expect(page.getByText('The model is ready')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/^On this computer, \d+ kB\.$/)).toBeVisible();
  await expect.poll(indexStatus, { timeout: 60_000 }).toEqual(local);
});

test('started again with the hub gone, the model measures what a client writes', async () => {
  await desk.quit();
  await hub.close();
  await start(hub.url);
  await addClient(page, { name: 'Komang Lestari', language: 'Indonesian' });
  await expect.poll(indexStatus, { timeout: 60_000 }).toEqual(local);
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  // It is loaded some time after the start; until then words alone decide.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await clientWrites(page, 'Kak, aku malu nanya ini… kalau usahaku gagal, KITAS-ku gimana ya?');
    await draftIsReady(page);
    await page.getByRole('button', { name: 'Details' }).click();
    await expect(details.getByText(/^meaning \d\.\d\d$/).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  await page.keyboard.press('Escape');
});

test('a process of the model that is stuck holds up neither a reply nor quitting, and does not stay', async () => {
  const args = ['-P', String(desk.app.process().pid), '-f', 'embed-worker'];
  const [worker] = execFileSync('pgrep', args, { encoding: 'utf8' }).split('\n').map(Number);
  if (!worker) throw new Error('The model has no process.');
  process.kill(worker, 'SIGSTOP');
  await clientWrites(page, 'Maaf kak, aku sungkan tanya soal biaya itu lagi.');
  await draftIsReady(page);
  await desk.quit();
  expect(() => process.kill(worker, 0)).toThrow('ESRCH');
});

test('where the hub cannot be reached the screen says what to do, by keyboard too, and the built-in one serves', async () => {
  rmSync(join(folder.dataDir, 'models'), { recursive: true });
  rmSync(join(folder.dataDir, 'settings.json'));
  await start('http://127.0.0.1:9');
  await openSettings(page, 'Knowledge');
  await page.getByRole('radio', { name: 'Built in' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'A model on this computer' })).toBeChecked();
  await expect(page.getByText('The hub cannot be reached at the moment.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Download and use' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Check the network, then try again.')).toBeVisible({ timeout: 30_000 });
  await expect.poll(indexStatus, { timeout: 60_000 }).toEqual(builtIn);
});

test('a server takes its own key, which goes in and never comes back', async () => {
  await page.getByRole('radio', { name: 'Your own server' }).check();
  await page.getByRole('textbox', { name: 'Key of the server' }).fill('server-key-marker');
  await page.getByRole('button', { name: 'Keep key' }).click();
  await expect(page.getByRole('button', { name: 'Remove key' })).toBeVisible();
  const state = await page.evaluate(() => window.jiwa.request('app:state', undefined));
  expect(state).toMatchObject({ ok: true, value: { embedderKey: { isSet: true } } });
  expect(JSON.stringify(state)).not.toContain('marker');
  await page.getByRole('button', { name: 'Remove key' }).click();
  await expect(page.getByRole('button', { name: 'Remove key' })).toBeHidden();
});
