import { expect, test, type Locator, type Page } from 'playwright/test';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { addClient, clientWrites, draftIsReady, openClient, openSettings } from './screen.ts';

/** What is remembered of a client, how everything is found again, and how it is forgotten. */
test.describe.configure({ mode: 'serial' });

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
  await page.getByRole('button', { name: 'Open my desk' }).click();
  await addClient(page, { name: 'Tessa Brook', language: 'English' });
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  folder.remove();
});

test('a fact is added, changed in place, locked, removed and taken back', async () => {
  const facts = page.getByRole('region', { name: 'Facts' });
  await facts.getByRole('button', { name: 'Add' }).click();
  await facts.getByLabel('What about').fill('Passport expiry');
  await facts.getByLabel('What is known').fill('3 March 2027');
  await page.keyboard.press('Enter');
  await facts.getByRole('button', { name: '3 March 2027' }).click();
  await page.getByLabel('Edit: Passport expiry').fill('3 May 2027');
  await page.keyboard.press('Enter');
  await expect(facts.getByRole('button', { name: '3 May 2027' })).toBeVisible();
  await row(facts, 'Passport expiry').hover();
  await facts.getByRole('button', { name: 'Lock: only you change it' }).click();
  await expect(facts.getByRole('button', { name: '3 May 2027 Locked' })).toBeVisible();
  await facts.getByRole('button', { name: 'Remove' }).click();
  await expect(facts.getByText('3 May 2027')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(facts.getByRole('button', { name: '3 May 2027' })).toBeVisible();
});

test('a jiwa field is filled, changed, locked, and its history is kept', async () => {
  const jiwa = page.getByRole('region', { name: 'Jiwa' });
  await jiwa.getByRole('button', { name: 'Add: Worries' }).click();
  await page.getByLabel('Edit: Worries').fill('Paperwork in a language she cannot read');
  await page.keyboard.press('Enter');
  await jiwa.getByRole('button', { name: 'Paperwork in a language' }).click();
  await page.getByLabel('Edit: Worries').fill('Being cheated by an agent again');
  await page.keyboard.press('Enter');
  await expect(jiwa.getByRole('button', { name: 'Being cheated' })).toBeVisible();
  await row(jiwa, 'Worries').hover();
  await row(jiwa, 'Worries').getByRole('button', { name: 'Lock: only you change it' }).click();
  await expect(jiwa.getByRole('button', { name: 'Being cheated by an agent again Locked' })).toBeVisible();
  await row(jiwa, 'Worries').getByRole('button', { name: 'History: Worries' }).click();
  await expect(page.getByText('Paperwork in a language she cannot read')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('what is remembered reaches Claude, the locked field too', async () => {
  claude.enqueue({ kind: 'reply', text: 'We read every page aloud together.' });
  await clientWrites(page, 'Could you look over the villa agreement with me?');
  await draftIsReady(page);
  const prompt = JSON.stringify(claude.requests.at(-1)?.body);
  expect(prompt).toContain('3 May 2027');
  expect(prompt).toContain('Being cheated by an agent again');
});

test('Ctrl and K finds clients, messages, facts and insights; Enter goes there', async () => {
  await addClient(page, { name: 'Ugo Ferri', language: 'Italian' });
  await find('tessa', 'Clients', 'Tessa Brook');
  await expect(page.getByRole('heading', { name: 'Tessa Brook', level: 2 })).toBeVisible();
  await openClient(page, 'Ugo Ferri');
  await find('villa agreement', 'Messages', 'Tessa Brook');
  await expect(page.getByRole('article', { name: 'Tessa Brook wrote' })).toBeFocused();
  await openClient(page, 'Ugo Ferri');
  await find('3 May 2027', 'Client facts', 'Tessa Brook');
  await expect(page.getByRole('heading', { name: 'Tessa Brook', level: 2 })).toBeVisible();
  await find('aku malu', 'Insights', '“Aku malu” before a question');
  await expect(page.getByRole('dialog', { name: 'Insight' })).toContainText('“Aku malu” before a question');
  await expect(page.getByRole('dialog', { name: 'Insight' })).toContainText('Reassure in one sentence');
  await expect(page.getByRole('dialog', { name: 'Insight' })).toContainText('aku malu');
  await page.keyboard.press('Escape');
});

test('a client is forgotten only when the name is typed, and then nothing is found any more', async () => {
  await page.getByRole('button', { name: 'Client menu' }).click();
  await page.getByRole('menuitem', { name: 'Forget client' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget client' });
  const forget = dialog.getByRole('button', { name: 'Forget for good' });
  await expect(forget).toBeDisabled();
  await dialog.getByLabel('To go on, type the name: Tessa Brook').fill('Tessa Brook');
  await forget.click();
  await expect(page.getByText('Forgotten. Nothing of this client is left.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ugo Ferri', level: 2 })).toBeVisible();
  await page.keyboard.press('Control+k');
  for (const word of ['Tessa', 'villa agreement', '3 May 2027', 'cheated']) {
    await searchBox().fill(word);
    await expect(page.getByText(`Nothing found for “${word}”.`)).toBeVisible();
  }
  await page.keyboard.press('Escape');
});

test('language and theme change at once, and stay after a restart', async () => {
  await openSettings(page, 'Appearance');
  await page.getByText('Bahasa Indonesia', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Pengaturan', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'id');
  await page.getByText('Italiano', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Impostazioni', level: 1 })).toBeVisible();
  await page.getByText('Scuro', { exact: true }).click();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(16, 24, 26)');
  const complaints = [...desk.complaints];
  await desk.quit();
  await start();
  await expect(page.getByRole('searchbox', { name: 'Cerca un cliente' })).toBeVisible();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(16, 24, 26)');
  expect(complaints).toEqual([]);
});

/** The row of a remembered value, by its label. */
const row = (section: Locator, label: string): Locator =>
  section
    .locator('div')
    .filter({ has: page.getByRole('term').getByText(label, { exact: true }) })
    .last();

/** Searches everything, checks that the hit stands in its group, and goes there. */
async function find(query: string, group: string, hit: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog').filter({ has: searchBox() });
  await searchBox().fill(query);
  const found = dialog.getByRole('group', { name: group }).getByRole('button', { name: hit });
  await expect(found.first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

const searchBox = (): Locator => page.getByRole('textbox', { name: 'Search clients, messages' });
