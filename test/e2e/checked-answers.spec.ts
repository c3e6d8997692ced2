import { expect, test, type Page } from 'playwright/test';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { verdict } from '../simulators/steps.ts';
import { launchOwnDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { addClient, clientWrites, draftIsReady, lastReply, openSettings, textOf } from './screen.ts';

/** Prepared answers that a scripted Claude looks at after they were shown. */
test.describe.configure({ mode: 'serial' });

const question = 'Quanto costa il KITAS investitore?';

const folder = temporaryDataDir();
let claude: AnthropicSimulator;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  claude = await startAnthropicSimulator();
  const env = { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'test-key' };
  desk = await launchOwnDesk({ dataDir: folder.dataDir, env });
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  folder.remove();
});

const newClient = (name: string) => addClient(page, { name, language: 'Italian' });

test('an answer is shown at once, is being checked, and is confirmed with a reason', async () => {
  await newClient('Giulia Ferri');
  claude.enqueueChecks(verdict('confirmed', 'It tells the price that is asked for.', 150));
  await clientWrites(page, question);
  const reply = await draftIsReady(page);
  await expect(reply).toContainText('1.150 €');
  await expect(reply.getByText(/^Prepared answer: ?Being checked · [\d.]+ m?s$/)).toBeVisible();
  const mark = reply.getByRole('button', { name: /^Prepared answer: ?Confirmed · [\d.]+ m?s$/ });
  await expect(mark).toHaveAttribute('title', 'It tells the price that is asked for.');
  await mark.focus();
  await page.keyboard.press('Enter');
  const found = page.getByRole('dialog', { name: /Confirmed/ });
  await expect(found).toContainText('It tells the price that is asked for.');
  await page.keyboard.press('Escape');
  await expect(mark).toBeFocused();
  expect(claude.requests).toHaveLength(0);
  expect(claude.checks).toHaveLength(1);
});

test('the details show what the check took, apart from the reply', async () => {
  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  await expect(details).toContainText('Check after it was shown');
  await expect(details).toContainText('Confirmed: It tells the price that is asked for.');
  await expect(details).toContainText('claude-haiku-5-5');
  await expect(details.getByText(/^\$0\.0000\d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a wrong answer is marked by keyboard, and the mark is taken back', async () => {
  const reply = lastReply(page);
  await reply.getByRole('button', { name: 'Wrong answer' }).focus();
  await page.keyboard.press('Enter');
  await expect(reply.getByText(/Marked wrong · /)).toBeVisible();
  await expect(page.getByText('Marked as a wrong answer.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(reply.getByText(/Confirmed · /)).toBeVisible();
  await reply.getByRole('button', { name: 'Send' }).click();
  await expect(lastReply(page).getByText(/^Sent \d\d:\d\d$/)).toBeVisible();
});

test('a doubt stands beside the draft, is told to a screen reader, and one click asks Claude', async () => {
  await newClient('Paolo Neri');
  claude.enqueueChecks(verdict('doubtful', 'The message asks for two people.'));
  await clientWrites(page, question);
  const reply = await draftIsReady(page);
  const doubt = reply.getByRole('region', { name: 'Claude doubts that this answers the message.' });
  await expect(doubt).toContainText('The message asks for two people.');
  await expect(page.getByText('Claude doubts the prepared answer')).toBeAttached();
  await expect(reply.getByRole('button', { name: 'Send' })).toBeEnabled();
  claude.enqueue({ kind: 'reply', text: 'For two people I will check and write to you.' });
  await doubt.getByRole('button', { name: 'Let Claude answer' }).click();
  await expect(lastReply(page)).toContainText('For two people I will check');
  expect(await textOf(await draftIsReady(page))).toBe('For two people I will check and write to you.');
  await page.getByRole('button', { name: /earlier version/ }).click();
  await expect(page.getByText('1.150 €').first()).toBeVisible();
});

test('a check that fails leaves everything as it was', async () => {
  await newClient('Marta Sole');
  claude.enqueueChecks({ kind: 'http', status: 529 });
  const before = claude.checks.length;
  await clientWrites(page, question);
  const reply = await draftIsReady(page);
  await expect(reply.getByText(/^Prepared answer · [\d.]+ m?s$/)).toBeVisible();
  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  await expect(details).toContainText('No verdict came; the reply is as it was.');
  await page.keyboard.press('Escape');
  expect(claude.checks).toHaveLength(before + 1);
});

test('in direct mode an answer that is not sure enough waits, and the screen says how far it is', async () => {
  await newClient('Luca Verdi');
  await page.getByText('Direct', { exact: true }).click();
  await clientWrites(page, question);
  const reply = await draftIsReady(page);
  await expect(reply.getByText(/Confirmed · /)).toBeVisible();
  await expect(page.getByText(/^Waits for you: not yet sure enough, \d of \d+ checks\.$/)).toBeVisible();
  await page.getByText('Draft', { exact: true }).click();
});

test('the settings show what each question has learnt, and switch the checks off', async () => {
  await openSettings(page, 'Knowledge');
  const table = page.getByRole('region', { name: 'What prepared answers have learnt' });
  // Sent, replaced by Claude's answer, unchecked, confirmed: three labels, one of them wrong.
  const cells = table.getByRole('row').nth(1).getByRole('cell');
  await expect(cells.nth(0)).toHaveText('4');
  await expect(cells.nth(1)).toHaveText('3');
  await expect(cells.nth(2)).toHaveText('1');
  await expect(cells.nth(5)).toHaveText('draft, 3 of 555');
  await page.getByRole('tab', { name: 'Replies' }).click();
  const checks = page.getByRole('switch', { name: 'Let Claude look at prepared answers' });
  await checks.press('Space');
  await expect(checks).not.toBeChecked();
  const percent = page.getByLabel('Wrong ones at most, in percent');
  await percent.fill('50');
  await percent.press('Enter');
  await expect(percent).toHaveValue('1');
  await percent.fill('2,5');
  await percent.press('Enter');
  await expect(percent).toHaveValue('2.5');
  await page.getByRole('button', { name: 'Conversations' }).click();
  const before = claude.checks.length;
  await newClient('Sara Blu');
  await clientWrites(page, question);
  await expect((await draftIsReady(page)).getByText(/^Prepared answer · /)).toBeVisible();
  expect(claude.checks).toHaveLength(before);
  expect(desk.complaints).toEqual([]);
});
