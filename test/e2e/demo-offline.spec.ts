import { expect, test, type Page } from 'playwright/test';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { enterSetting, openSettings } from './screen.ts';

/** Somebody who only looks around sees offline work: no key, no network, nothing to enter. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  desk = await launchDesk({ dataDir: folder.dataDir });
  page = desk.page;
  await page.getByRole('button', { name: 'Try the demo' }).click();
});

test.afterAll(async () => {
  await desk.quit();
  folder.remove();
});

test('the demo says where its LLaMA is, and that nothing is charged', async () => {
  await openSettings(page, 'Offline work');
  await expect(page.getByText(/In the demo LLaMA is a part of the app/)).toBeVisible();
  await expect(page.getByText(/In the demo nothing is charged/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Test', exact: true }).first().click();
  await expect(page.getByText(/llama-demo answered in/)).toBeVisible();
});

test('a run goes to its target before the eyes of whoever began it, with rate, money and yield', async () => {
  test.setTimeout(180_000);
  await enterSetting(page, 'Insights to make', '30');
  await page.getByRole('button', { name: 'Generate 30 insights' }).click();
  await expect(page.getByText(/^[1-9]\d* of 30 insights .*\$0\.\d+ so far/)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/The last run reached its goal: 30 insights for \$0\.\d+/)).toBeVisible({
    timeout: 90_000,
  });
  expect(desk.complaints).toEqual([]);
});
