import { expect, test, type Page } from 'playwright/test';
import { ringBell } from '../../src/main/jobs/bell.ts';
import { seedWaiting } from '../fixtures/waiting.ts';
import { inDatabase, launchSeededDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';

/** An operator goes through what a night left to look at, by keyboard alone: two thousand insights and two answers. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  desk = await launchSeededDesk(folder, (db) => seedWaiting(db, { now: Date.now(), insights: 2_000 }));
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  folder.remove();
});

const waits = (count: string) => expect(page.getByText(`${count} waiting`, { exact: true })).toBeVisible();
const rows = () => page.getByRole('list', { name: 'What waits' }).getByRole('listitem');
const details = () => page.getByRole('complementary', { name: 'What is known of it' });
const current = () => page.locator('[data-item][aria-current="true"]');

test('the rail says how much waits, and the queue opens by keyboard', async () => {
  await expect(page.getByRole('button', { name: 'To review, 2002 waiting' })).toContainText('99+');
  await page.keyboard.press('Control+i');
  await waits('2002');
  await expect(rows()).toHaveCount(100);
  await expect(details().getByRole('heading', { level: 2 })).toContainText('“Mi fido di voi” after a delay');
  await expect(details()).toContainText('It was seen with one client only');
  await expect(details().getByRole('heading', { name: 'Nearest of those you have' })).toBeVisible();
});

test('j and k, or arrows, go through it', async () => {
  await page.keyboard.press('j');
  await expect(current()).toContainText('Ya sudah, terserah');
  await expect(current()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(current()).toContainText('Note for the assistant');
  await expect(details()).toContainText('always offer the lowest price');
  await page.keyboard.press('k');
  await page.keyboard.press('ArrowUp');
  await expect(current()).toContainText('Mi fido di voi');
});

test('a approves and goes on to the next; u takes it back', async () => {
  await page.keyboard.press('a');
  await waits('2001');
  await expect(current()).toContainText('Ya sudah, terserah');
  await page.keyboard.press('u');
  await waits('2002');
  await expect(rows().first()).toContainText('Mi fido di voi');
});

test('r asks why, a number answers, and Ctrl+Z takes it back', async () => {
  await page.keyboard.press('k');
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Why reject it?' })).toBeFocused();
  await page.keyboard.press('3');
  await waits('2001');
  await expect(page.getByText('1 rejected.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await waits('2002');
});

test('e lets one put it in other words, and approves that', async () => {
  await page.keyboard.press('k');
  await page.keyboard.press('e');
  const text = page.getByLabel('The signal and what it means');
  await expect(text).toBeFocused();
  await text.fill('“Mi fido di voi” after a delay reminds, kindly');
  await page.keyboard.press('Control+Enter');
  await waits('2001');
  const found = await page.evaluate(() =>
    window.jiwa.request('search:everything', { query: 'reminds kindly' }),
  );
  expect(found.ok && found.value.map(({ kind }) => kind)).toEqual(['insight']);
  await page.keyboard.press('u');
  await waits('2002');
});

test('x selects, and one decision is about all that is selected', async () => {
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(details().getByRole('heading', { name: '2 selected' })).toBeVisible();
  await page.keyboard.press('a');
  await waits('2000');
  await page.keyboard.press('u');
  await waits('2002');
});

test('everything of a reason is rejected at once, and taken back at once', async () => {
  await page.getByRole('combobox', { name: 'Reason' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: 'holds an instruction' })).toBeVisible();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Select all 500' })).toBeVisible();
  await current().focus();
  await page.keyboard.press('Control+a');
  await expect(details().getByRole('heading', { name: '500 selected' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'Why reject these 500?' })).toBeVisible();
  await page.keyboard.press('1');
  await waits('1502');
  await expect(page.getByText('500 rejected.')).toBeVisible();
  await page.keyboard.press('u');
  await waits('2002');
  await expect(rows().first()).toContainText('Note for the assistant');
});

test('what another process decides shows by itself', async () => {
  inDatabase(folder.dataDir, (db) =>
    db.exec("UPDATE insights SET status = 'live' WHERE status = 'review' AND slug LIKE 'waiting-1%'"),
  );
  ringBell(folder.dataDir, Date.now());
  await waits('891');
  expect(desk.complaints).toEqual([]);
});
