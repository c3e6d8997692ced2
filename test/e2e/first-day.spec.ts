import { expect, test, type Page } from 'playwright/test';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { addClient, clientWrites, draftIsReady, lastReply, openClient, textOf } from './screen.ts';

/** The first day with the product, on one data folder, in the order a person meets it. */
test.describe.configure({ mode: 'serial' });

const shyQuestion = 'Kak, aku malu nanya ini… kalau usahaku gagal, KITAS-ku gimana ya?';
const commonQuestion = 'Kak, KITAS investor brp ya?';
const note = 'Hangat dulu, baru informasi.';

const folder = temporaryDataDir();
let desk: DeskApp;
let page: Page;
let replyText = '';

async function start(): Promise<void> {
  desk = await launchDesk({ dataDir: folder.dataDir });
  page = desk.page;
}

test.beforeAll(start);

test.afterAll(async () => {
  await desk.kill();
  folder.remove();
});

test('the first screen offers a desk of one’s own or the demo, and the demo says what it is', async () => {
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await page.getByRole('button', { name: 'Try the demo' }).click();
  await expect(page.getByText('no AI is called')).toBeVisible();
  for (const name of ['Mario Rinaldi', 'Wayan Ardana', 'Emily Carter']) {
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
});

test('a new client writes in Indonesian, and the reply arrives word by word as a draft', async () => {
  await addClient(page, { name: 'Komang Lestari', addressAs: 'Kak Komang', language: 'Indonesian' });
  await clientWrites(page, shyQuestion);
  const reply = lastReply(page);
  await expect(reply).toHaveAttribute('aria-busy', 'true');
  await expect(reply.getByRole('paragraph')).not.toHaveCount(0);
  const early = await textOf(reply);
  await expect(reply.getByRole('button', { name: 'Stop' })).toBeVisible();
  replyText = await textOf(await draftIsReady(page));
  expect(replyText.length).toBeGreaterThan(early.length);
  expect(replyText.startsWith(early.slice(0, 10))).toBe(true);
  expect(replyText).toContain('Kak Komang');
});

test('the pane beside it and the details show the insight with its scores', async () => {
  await expectInsight(page);
  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  await expect(details.getByText('“Aku malu” before a question')).toBeVisible();
  await expect(details.getByText(/^words \d\.\d\d$/).first()).toBeVisible();
  await expect(details.getByText(/^meaning \d\.\d\d$/).first()).toBeVisible();
  await expect(details.getByText('matched “aku malu nanya”')).toBeVisible();
  await expect(details.getByRole('heading', { name: 'Tokens' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
});

test('sent, it counts as said; a thumb takes a note', async () => {
  const reply = lastReply(page);
  await reply.getByRole('button', { name: 'Send' }).click();
  await expect(reply.getByText(/^Sent \d\d:\d\d/)).toBeVisible();
  await reply.getByRole('button', { name: 'Good reply' }).click();
  await page.getByLabel('What was good or bad about it?').fill(note);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(reply.getByRole('button', { name: 'Good reply' })).toHaveAttribute('aria-pressed', 'true');
});

test('after quitting and starting again everything is still there', async () => {
  const complaints = [...desk.complaints];
  await desk.quit();
  await start();
  expect(complaints).toEqual([]);
  await expect(page.getByText('no AI is called')).toBeVisible();
  await openClient(page, 'Komang Lestari');
  await expect(page.getByRole('article', { name: /wrote$/ })).toContainText(shyQuestion);
  const reply = lastReply(page);
  expect(await textOf(reply)).toBe(replyText);
  await expect(reply.getByText(/^Sent \d\d:\d\d/)).toBeVisible();
  await expectInsight(page);
  await expect(reply.getByRole('button', { name: 'Good reply' })).toHaveAttribute('aria-pressed', 'true');
  await reply.getByRole('button', { name: 'Good reply' }).click();
  await expect(page.getByLabel('What was good or bad about it?')).toHaveValue(note);
  await page.keyboard.press('Escape');
});

test('a common question gets the answer prepared in advance, with the bolt and how long it took', async () => {
  await clientWrites(page, commonQuestion);
  const reply = await draftIsReady(page);
  await expect(
    // Right after a start the first one also waits for the questions to be read.
    reply.getByText(/^Prepared answer: ?(Being checked|Confirmed) · \d+(\.\d)? m?s$/),
  ).toBeVisible();
  await expect(reply.getByText('22.000.000')).toBeVisible();
  await expect(reply.locator('.tabler-icon-bolt')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Why this reply' }).getByText(/Prepared answer to “.+”, match \d\.\d\d/),
  ).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

async function expectInsight(on: Page): Promise<void> {
  const why = on.getByRole('region', { name: 'Why this reply' });
  await expect(why.getByText('“Aku malu” before a question')).toBeVisible();
  await expect(why.getByText(/^[01]\.\d\d$/).first()).toBeVisible();
}
