import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from 'playwright/test';
import { startLlamaServer, type LlamaServer } from '../simulators/llama-server.ts';
import { startRunpodSimulator, type RunpodSimulator } from '../simulators/runpod.ts';
import { launchDesk, launchOwnDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { openSettings } from './screen.ts';

/** An operator connects an endpoint for LLaMA, in the order of one morning. */
test.describe.configure({ mode: 'serial' });

const key = 'runpod-key-marker';
const folder = temporaryDataDir();
let runpod: RunpodSimulator;
let server: LlamaServer;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  runpod = await startRunpodSimulator({ key, workers: { idle: 0, ready: 0 } });
  server = await startLlamaServer({ flavour: 'llama-server' });
  desk = await launchOwnDesk({ dataDir: folder.dataDir });
  page = desk.page;
  await openSettings(page, 'Offline work');
});

test.afterAll(async () => {
  await desk.kill();
  await runpod.close();
  await server.close();
  folder.remove();
});

const press = () => page.getByRole('button', { name: 'Test', exact: true }).click();
const enter = async (label: string, value: string) => {
  await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByLabel(label, { exact: true }).press('Enter');
};

test('without an endpoint the test says what to do', async () => {
  await press();
  await expect(page.getByText('No endpoint is set yet. Enter one above.')).toBeVisible();
});

test('a wrong key is said in words, with the details for whoever wants them', async () => {
  await enter('Endpoint ID or address', runpod.url);
  await page.getByRole('textbox', { name: 'Key of the endpoint' }).fill('wrong');
  await page.getByRole('button', { name: 'Keep key' }).click();
  await press();
  await expect(page.getByText('The endpoint does not accept the key.')).toBeVisible();
  await page.getByText('In detail').click();
  await expect(page.getByText('HTTP 401')).toBeVisible();
});

test('an endpoint that sleeps is woken only by the button for it; one that is awake tells its model', async () => {
  await page.getByRole('textbox', { name: 'Key of the endpoint' }).fill(key);
  await page.getByRole('button', { name: 'Replace key' }).click();
  await press();
  await expect(page.getByText('No worker is awake')).toBeVisible();
  expect(runpod.submissions).toEqual([]);
  await page.getByRole('button', { name: 'Wake it and ask' }).click();
  await expect(page.getByText(/Llama-3\.3-70B-Instruct answered in/)).toBeVisible();
  expect(runpod.submissions).toHaveLength(1);
  runpod.setWorkers({ idle: 1, ready: 1 });
  await press();
  await expect(page.getByText(/Llama-3\.3-70B-Instruct answered in .* 0 waiting, 0 running/)).toBeVisible();
});

test('the key went in and never comes back', async () => {
  const state = await page.evaluate(() => window.jiwa.request('app:state', undefined));
  expect(state).toMatchObject({ ok: true, value: { llamaKey: { isSet: true } } });
  expect(JSON.stringify(state)).not.toContain('marker');
  const files = readdirSync(folder.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  expect(files.some((file) => file.includes('marker'))).toBe(false);
});

test('another server is connected by its address alone', async () => {
  await page.getByRole('radio', { name: 'Another server' }).check();
  await enter('Server address', server.url.replace('/v1', ''));
  await press();
  await expect(page.getByText(/llama-3\.3-70b\.gguf answered in/)).toBeVisible();
  await enter('Requests at once, 1 to 64', '8');
  const state = await page.evaluate(() => window.jiwa.request('app:state', undefined));
  expect(state).toMatchObject({
    ok: true,
    value: { settings: { llama: { kind: 'openai', concurrency: 8 } } },
  });
});

test('what the environment decides is said, and goes first', async () => {
  await desk.quit();
  const env = { JIWA_LLAMA_KIND: 'runpod', JIWA_LLAMA_URL: runpod.url, JIWA_LLAMA_KEY: key };
  desk = await launchDesk({ dataDir: folder.dataDir, env });
  page = desk.page;
  await openSettings(page, 'Offline work');
  await expect(page.getByText('JIWA_LLAMA_KIND, JIWA_LLAMA_URL')).toBeVisible();
  await expect(page.getByText('Taken from the JIWA_LLAMA_KEY variable.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Key of the endpoint' })).toBeHidden();
  // A key kept here would be another endpoint's: it is not sent to this one.
  await page.evaluate(() => window.jiwa.request('key:set', { of: 'llama', key: 'of-another-endpoint' }));
  await press();
  await expect(page.getByText(/Llama-3\.3-70B-Instruct answered in/)).toBeVisible();
  expect(desk.complaints).toEqual([]);
});
