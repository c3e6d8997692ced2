import { expect, test, type Page } from 'playwright/test';
import { insightPool } from '../simulators/insight-pool.ts';
import { startRunpodSimulator, type RunpodSimulator } from '../simulators/runpod.ts';
import {
  inDatabase,
  launchDesk,
  launchOwnDesk,
  numberIn,
  temporaryDataDir,
  type DeskApp,
} from './desk-app.ts';
import { enterSetting, openSettings } from './screen.ts';

/** An operator enters an endpoint, asks for a thousand insights, and loses power in the middle of it. */
test.describe.configure({ mode: 'serial' });

const TARGET = 1_000;
const folder = temporaryDataDir();
const options = { dataDir: folder.dataDir, env: { JIWA_LLAMA_KEY: 'rp-key' } };
let runpod: RunpodSimulator;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  runpod = await startRunpodSimulator({ answer: insightPool().answer });
  desk = await launchOwnDesk(options);
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  await runpod.close();
  folder.remove();
});

const enter = (label: string, value: string) => enterSetting(page, label, value);
const made = async (): Promise<number> => {
  const words = (await page.getByText(/^[\d,]+ of 1,000 insights/).textContent()) ?? '';
  return Number(words.split(' of ')[0]?.replace(',', ''));
};

test('what it will take stands there before it begins, and it needs an endpoint', async () => {
  await openSettings(page, 'Offline work');
  const start = page.getByRole('button', { name: 'Generate 1,000 insights' });
  await expect(start).toBeDisabled();
  await enter('Endpoint ID or address', runpod.url);
  await enter('Model', 'meta-llama/Llama-3.3-70B-Instruct');
  await enter('Requests at once, 1 to 64', '16');
  await expect(page.getByText(/^About .* on the GPU and \$1\.36, in \d+ requests/)).toBeVisible();
  await expect(start).toBeEnabled();
  await start.click();
  await expect(page.getByText(/^[\d,]+ of 1,000 insights/)).toBeVisible();
});

test('its jobs are on the page for offline work, live', async () => {
  await expect.poll(made, { timeout: 60_000 }).toBeGreaterThan(50);
  await page.getByRole('button', { name: 'Show its jobs' }).click();
  const states = page.getByRole('radiogroup', { name: 'State' });
  await states.getByText(/^Done/).click();
  const rows = page.getByRole('list', { name: 'Jobs' }).getByRole('button', { name: 'Generate knowledge' });
  const before = await rows.count();
  await expect.poll(() => rows.count(), { timeout: 60_000 }).toBeGreaterThan(before);
});

test('killed in the middle and opened again it goes on by itself to a thousand, each paid once, none twice', async () => {
  test.setTimeout(400_000);
  await openSettings(page, 'Offline work');
  await expect.poll(made, { timeout: 120_000 }).toBeGreaterThan(300);
  await desk.kill();
  desk = await launchDesk(options);
  page = desk.page;
  await openSettings(page, 'Offline work');
  await expect(page.getByText(/The last run reached its goal: 1,000 insights/)).toBeVisible({
    timeout: 300_000,
  });
  inDatabase(folder.dataDir, (db) => {
    const number = (sql: string) => numberIn(db, sql);
    expect(number("SELECT count(*) AS n FROM insights WHERE source = 'generated' AND status = 'live'")).toBe(
      TARGET,
    );
    expect(number("SELECT count(DISTINCT text) AS n FROM insights WHERE source = 'generated'")).toBe(TARGET);
    // What the server took is what we know of, but for what was being handed over at the moment of the kill.
    const known = number('SELECT count(*) AS n FROM job_requests WHERE remote_id IS NOT NULL');
    const lost = number("SELECT count(*) AS n FROM job_requests WHERE state = 'lost'");
    expect(runpod.submissions.length).toBeGreaterThanOrEqual(known);
    expect(runpod.submissions.length).toBeLessThanOrEqual(known + lost);
    const twice = `SELECT count(*) AS n FROM (SELECT 1 FROM job_requests WHERE state NOT IN ('lost', 'discarded', 'failed')
      GROUP BY job_id, step HAVING count(*) > 1)`;
    expect(number(twice)).toBe(0);
  });
});
