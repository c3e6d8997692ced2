import { expect, test, type Page } from 'playwright/test';
import type { MessagesRequest } from '../../src/demo/messages-request.ts';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { launchOwnDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import {
  addClient,
  clientWrites,
  draftIsReady,
  lastReply,
  openClient,
  openSettings,
  textOf,
} from './screen.ts';

/** The catalogue of insights in the prompt, what replies say of it, and the setting that leaves it out. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let claude: AnthropicSimulator;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  claude = await startAnthropicSimulator({ minimumCacheTokens: 1_024 });
  const env = { ANTHROPIC_BASE_URL: claude.url, ANTHROPIC_API_KEY: 'sk-ant-any' };
  desk = await launchOwnDesk({ dataDir: folder.dataDir, env });
  page = desk.page;
  await addClient(page, { name: 'Tessa Brook', language: 'English' });
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  folder.remove();
});

const catalogueOf = ({ system }: MessagesRequest): string =>
  typeof system === 'string' ? '' : (system?.[1]?.text ?? '');

/** The id of the first line of the catalogue that holds the words. */
const idOf = (request: MessagesRequest, words: string): string =>
  new RegExp(`^(\\S+) .*${words}`, 'm').exec(catalogueOf(request))?.[1] ?? '';

const why = () => page.getByRole('region', { name: 'Why this reply' });

test('a reply names an insight that search missed: the screen says so, and never shows the line', async () => {
  claude.enqueue((request) => ({
    kind: 'reply',
    text: `Take your time, Tessa.\n\n<<used: ${idOf(request, 'Takut ditipu')}>>`,
    chunkSizes: [3],
    delayMs: 4,
  }));
  await clientWrites(page, 'Aku malu nanya ini, kak');
  const reply = await draftIsReady(page);
  expect(await textOf(reply)).toBe('Take your time, Tessa.');
  await expect(reply.getByText('1 insight')).toBeVisible();
  await expect(why().getByText('Takut ditipu')).toBeVisible();
  await expect(why().getByText('Claude found it in the catalogue; search had not.')).toBeVisible();
  await expect(page.getByText('<<')).toHaveCount(0);
});

test('what search found in vain is folded below, and opens by keyboard', async () => {
  const fold = why().getByRole('button', { name: /found by search, not used/ });
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.focus();
  await page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expect(why().getByText('“Aku malu” before a question')).toBeVisible();
});

test('details say how each was found, and what the catalogue took', async () => {
  await why().getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  await expect(details.getByText('from the catalogue', { exact: true })).toBeVisible();
  await expect(details.getByText('used', { exact: true })).toBeVisible();
  await expect(details.getByText('not used', { exact: true }).first()).toBeVisible();
  const rows = details
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Catalogue of insights' }) });
  await expect(rows.getByText('Insights listed')).toBeVisible();
  await expect(rows.getByText(/\(100%\)/)).toBeVisible();
  await expect(rows.getByText(/\$0\.00/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
});

test('the next message reads it from the cache', async () => {
  claude.enqueue({ kind: 'reply', text: 'Gladly.\n<<used: none>>' });
  await clientWrites(page, 'I told my sister about it yesterday.');
  await draftIsReady(page);
  expect(await textOf(lastReply(page))).toBe('Gladly.');
  await why().getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  const cached = details
    .getByText('Read from cache', { exact: true })
    .locator('xpath=following-sibling::dd[1]');
  await expect(cached).toContainText('(100%)');
  await page.keyboard.press('Escape');
});

test('the setting says what is sent today, and leaves it out at once', async () => {
  await openSettings(page, 'Knowledge');
  await expect(page.getByText('Haiku 5.5: gets it')).toBeVisible();
  await expect(page.getByText(/^Today: \d+ insights, about [\d,]+ tokens\./)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Automatic' })).toBeChecked();
  await page.getByRole('radio', { name: 'Never' }).check();
  await expect(page.getByText('Haiku 5.5: does not get it')).toBeVisible();
  await page.getByRole('button', { name: 'Conversations' }).click();
  await openClient(page, 'Tessa Brook');
  claude.enqueue({ kind: 'reply', text: 'Sure.\n<<used: none>>' });
  await clientWrites(page, 'And my brother had another story again.');
  await draftIsReady(page);
  expect(claude.requests.at(-1)?.messages?.system).toHaveLength(1);
  expect(desk.complaints).toEqual([]);
});
