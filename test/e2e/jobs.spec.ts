import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from 'playwright/test';
import { seedJobs } from '../fixtures/many-jobs.ts';
import { inDatabase, launchDesk, launchOwnDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { openSettings } from './screen.ts';

/** An operator looks after offline work: ten thousand jobs that an earlier night left. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  desk = await launchOwnDesk({ dataDir: folder.dataDir });
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  folder.remove();
});

const openJobs = () => page.getByRole('navigation').getByRole('button', { name: 'Offline work' }).click();
const list = () => page.getByRole('list', { name: 'Jobs' });
const showState = (name: RegExp) => page.getByRole('radiogroup', { name: 'State' }).getByText(name).click();
const details = () => page.getByRole('complementary').getByRole('article');

test('without any job the page says what to do, and leads there', async () => {
  await openJobs();
  await expect(page.getByRole('heading', { name: 'No work yet' })).toBeVisible();
  await expect(page.getByText('No endpoint is set')).toBeVisible();
  await page.getByRole('button', { name: 'Set up offline work' }).click();
  await expect(page.getByRole('heading', { name: 'Where LLaMA runs' })).toBeVisible();
});

test('ten thousand jobs are listed page by page, with how many there are of each state', async () => {
  await desk.quit();
  inDatabase(folder.dataDir, (db) => seedJobs(db, { now: Date.now(), done: 9_900, costUsd: 0.0002 }));
  desk = await launchDesk({ dataDir: folder.dataDir });
  page = desk.page;
  await openJobs();
  await showState(/^Done/);
  await expect(page.getByText('Done 9,900')).toBeVisible();
  await expect(list().getByRole('button')).toHaveCount(100);
  await page.getByRole('button', { name: 'Show older ones' }).click();
  await expect(list().getByRole('button')).toHaveCount(200);
});

test('a job tells what happened to it: each attempt with its error, what it asked, what it took', async () => {
  await showState(/^Failed/);
  await list().getByRole('button').first().click();
  await expect(details().getByRole('heading', { name: 'Generate knowledge' })).toBeVisible();
  await expect(details().getByText('Attempt 1 failed')).toBeVisible();
  await expect(details().getByText('The worker ran out of memory.').first()).toBeVisible();
  await expect(details().getByText('Number at the endpoint: remote-1-u1')).toBeVisible();
  await expect(details().getByText('412 read, 903 written')).toBeVisible();
  await expect(details().getByText('7.4 s')).toBeVisible();
});

test('by keyboard alone a failed job is tried again, and cancelled', async () => {
  const before = await list().getByRole('button').count();
  await list().getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(list().getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
  await details().getByRole('button', { name: 'Try again' }).focus();
  await page.keyboard.press('Enter');
  await expect(details().getByText('Queued', { exact: true })).toBeVisible();
  await expect(list().getByRole('button')).toHaveCount(before - 1);
  await expect(details().getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(details().getByRole('button', { name: 'Run now' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(details().getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Cancelled 1')).toBeVisible();
});

test('what another process does to the queue shows by itself', async () => {
  const env = { ...process.env, JIWA_DATA_DIR: folder.dataDir };
  const jiwa = (...args: string[]) =>
    execFileSync('node_modules/.bin/node', ['src/cli/main.ts', 'jobs', ...args, '--json'], {
      env,
    }).toString();
  const [failed] = JSON.parse(jiwa('list', '--state', 'failed')) as { id: string }[];
  await expect(page.getByText(/^Failed 17$/)).toBeVisible();
  jiwa('retry', failed?.id ?? '');
  await expect(page.getByText(/^Failed 16$/)).toBeVisible();
});

test('pause and resume are one button, and stay after a restart', async () => {
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused. Nothing new begins')).toBeVisible();
  await desk.quit();
  desk = await launchDesk({ dataDir: folder.dataDir });
  page = desk.page;
  await openJobs();
  await expect(page.getByText('Paused. Nothing new begins')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Paused. Nothing new begins')).toBeHidden();
});

test('a budget in rupiah is warned of at four fifths, then stops new work and says so', async () => {
  await openSettings(page, 'Offline work');
  await page.getByRole('combobox', { name: 'Currency' }).click();
  await page.getByRole('option', { name: 'IDR' }).click();
  const enter = async (label: string, value: string) => {
    await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel(label, { exact: true }).press('Enter');
  };
  // 9,900 answers of 0.0002 dollars, at 10,000 rupiah: 19,800.
  await enter('IDR for one US dollar', '10000');
  await enter('Most per day, IDR', '24000');
  await expect(page.getByText('Four fifths of the budget for offline work are spent.')).toBeVisible();
  await openJobs();
  await expect(page.getByText(/19,8\d\d of .*24,000/)).toBeVisible();
  await expect(page.getByText('Four fifths of a budget are spent.')).toBeVisible();
  await openSettings(page, 'Offline work');
  await enter('Most per day, IDR', '19000');
  await openJobs();
  await expect(page.getByText('The budget of the day is spent. New work waits until tomorrow')).toBeVisible();
  expect(desk.complaints).toEqual([]);
});
