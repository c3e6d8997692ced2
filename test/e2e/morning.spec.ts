import { expect, test, type Page } from 'playwright/test';
import { readInsight } from '../../src/main/db/insights.ts';
import { seedNights } from '../fixtures/seeded-nights.ts';
import { seedWaiting } from '../fixtures/waiting.ts';
import { inDatabase, launchDesk, launchSeededDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';

/** The morning after a night: its report, what can be done from there, and the night undone. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let desk: DeskApp;
let page: Page;
let insightId = '';

test.beforeAll(async () => {
  desk = await launchSeededDesk(folder, (db) => {
    ({ insightId } = seedNights(db, Date.now()));
    seedWaiting(db, { now: Date.now(), insights: 3 });
  });
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  folder.remove();
});

async function reopen(): Promise<void> {
  await desk.quit();
  desk = await launchDesk(folder);
  page = desk.page;
}

const title = () => page.getByRole('heading', { level: 1 });
const group = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name }) });
const openNights = async () => {
  await page.getByRole('navigation').getByRole('button', { name: 'Offline work' }).click();
  await page.getByRole('radiogroup', { name: 'Pages of offline work' }).getByText('Nights').click();
};

test('on opening the app after a night its report is there, with what it rests on', async () => {
  await expect(title()).toContainText('ere is what I learnt.');
  await expect(page.getByText(/^Night between \d+ .*begun at 03:02, over at 03:41/)).toBeVisible();
  await expect(group('New insights')).toContainText('“Nanti dulu ya” after a price');
  await expect(group('New insights')).toContainText('nanti dulu ya, aku pikir-pikir lagi');
  await expect(group('Phrases that I did not find yesterday')).toContainText('mikir-mikir dulu');
  await expect(group('How it went')).toContainText('74%');
  await expect(group('What did not work')).toContainText('The answer broke off in the middle.');
  await expect(page.getByText('€0.31')).toBeVisible();
});

test('an item is opened, or taken back by itself', async () => {
  await group('New insights')
    .getByRole('button', { name: /^Open: / })
    .click();
  await expect(page.getByRole('dialog', { name: 'Insight' })).toContainText('Offer the smaller package');
  await page.keyboard.press('Escape');
  await group('New insights')
    .getByRole('button', { name: /^Take back: / })
    .click();
  await expect(page.getByText('1 rejected.')).toBeVisible();
  await expect.poll(statusOfInsight).toBe('rejected');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(statusOfInsight).toBe('live');
});

test('what waits leads to the queue', async () => {
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await expect(page.getByRole('list', { name: 'What waits' }).getByRole('listitem')).toHaveCount(5);
});

test('it opens by itself once only; the list of nights has it from then on', async () => {
  await reopen();
  await expect(page.getByRole('heading', { name: 'No client yet' })).toBeVisible();
  await openNights();
  await expect(page.getByRole('list', { name: 'Nights' }).getByRole('button')).toHaveCount(2);
  await page.getByRole('list', { name: 'Nights' }).getByRole('button').first().click();
  await expect(title()).toContainText('ere is what I learnt.');
});

test('the night is undone in one click, and says what that did', async () => {
  await page.getByRole('button', { name: 'Undo this night' }).click();
  await expect(title()).toHaveText('This night was undone.');
  await expect(page.getByRole('heading', { name: /^Undone: / })).toBeVisible();
  await expect.poll(statusOfInsight).toBe('gone');
  await page.getByRole('button', { name: 'All nights' }).click();
  await expect(page.getByRole('list', { name: 'Nights' }).getByRole('button').first()).toContainText(
    'Undone',
  );
  expect(desk.complaints).toEqual([]);
});

/** Read from the file, as another process would. */
const statusOfInsight = (): string =>
  inDatabase(folder.dataDir, (db) => readInsight(db, insightId)?.status ?? 'gone');
