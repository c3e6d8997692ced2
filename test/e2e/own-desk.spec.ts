import { expect, test, type Page } from 'playwright/test';
import { startAnthropicSimulator, type AnthropicSimulator } from '../simulators/anthropic.ts';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import {
  addClient,
  clientWrites,
  composer,
  draftIsReady,
  lastReply,
  openSettings,
  textOf,
} from './screen.ts';

/** A desk of one's own against a Claude that does as it is told, in the order of a working day. */
test.describe.configure({ mode: 'serial' });

const goodKey = 'sk-ant-good';
const question = 'Hi, is my landlord allowed to keep the deposit if the roof leaks?';
const slowReply = 'Let us look at the lease together, line by line, before anybody pays. '.repeat(30);

const folder = temporaryDataDir();
let claude: AnthropicSimulator;
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  claude = await startAnthropicSimulator({ key: goodKey });
  desk = await launchDesk({ dataDir: folder.dataDir, env: { ANTHROPIC_BASE_URL: claude.url } });
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  await claude.close();
  folder.remove();
});

test('the first run takes a language and a key, and says at once whether Claude accepts it', async () => {
  await page.getByText('Italiano', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Benvenuto' })).toBeVisible();
  await page.getByText('English', { exact: true }).click();
  await keepKey('Keep and test', 'sk-ant-wrong');
  await expect(page.getByText('Claude does not accept the key.')).toBeVisible();
  await keepKey('Keep and test', goodKey);
  await expect(page.getByText(/^Haiku 5\.5 answered in /)).toBeVisible();
  await page.getByRole('button', { name: 'Open my desk' }).click();
  await expect(page.getByText('No client yet')).toBeVisible();
});

test('the key can be tested again in the settings, a good one and a bad one', async () => {
  await openSettings(page, 'Claude');
  await keepKey('Replace key', 'sk-ant-other');
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByText('Claude does not accept the key.')).toBeVisible();
  await keepKey('Replace key', goodKey);
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByText(/^Haiku 5\.5 answered in /)).toBeVisible();
  await page.getByRole('button', { name: 'Conversations' }).click();
});

test('a reply that cannot be written says why and what was kept, and Retry writes it', async () => {
  await addClient(page, { name: 'Nora Quill', language: 'English' });
  // A refused request is asked once more without the catalogue of insights.
  claude.enqueue({ kind: 'http', status: 400, message: 'Simulated' });
  claude.enqueue({ kind: 'http', status: 400, message: 'Simulated' });
  await clientWrites(page, question);
  await expect(lastReply(page)).toContainText('The message is kept.');
  claude.enqueue({ kind: 'reply', text: 'The lease decides: **let us read it** first.' });
  await page.getByRole('button', { name: 'Retry' }).click();
  const reply = await draftIsReady(page);
  expect(await textOf(reply)).toBe('The lease decides: let us read it first.');
  await expect(page.getByRole('article', { name: /wrote$/ })).toHaveCount(1);
});

test('the strong model can be asked for; the version before is folded above', async () => {
  claude.enqueue({ kind: 'reply', text: 'The strong model has thought about the roof.' });
  await lastReply(page).getByRole('button', { name: 'Write again' }).click();
  await page.getByRole('menuitem', { name: 'Again, with the strong model' }).click();
  await expect(lastReply(page)).toContainText('The strong model has thought about the roof.');
  expect(claude.requests.at(-1)?.messages?.model).toBe('claude-sonnet-5-5');
  await expect(page.getByRole('region', { name: 'Why this reply' })).toContainText(
    'Sonnet 5.5 · you asked for it',
  );
  await page.getByRole('button', { name: /earlier version/ }).click();
  await expect(page.getByText('The lease decides:')).toBeVisible();
});

test('a draft is edited before it is sent, and what Claude had said stays readable', async () => {
  const reply = await draftIsReady(page);
  await reply.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Edit the draft').fill('Dear Nora, the roof is the landlord’s to mend.');
  await page.keyboard.press('Control+Enter');
  await expect(lastReply(page).getByText(/^Sent \d\d:\d\d · edited$/)).toBeVisible();
  await expect(lastReply(page)).toContainText('the roof is the landlord’s to mend');
  await page.getByRole('button', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: 'Behind this reply' });
  await expect(details).toContainText('The strong model has thought about the roof.');
  await page.keyboard.press('Escape');
});

test('a reply is copied out in one click', async () => {
  await lastReply(page).getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await desk.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe('Dear Nora, the roof is the landlord’s to mend.');
});

test('stopped in the middle, what had come stays as a draft', async () => {
  claude.enqueue({ kind: 'reply', text: slowReply, delayMs: 30 });
  await clientWrites(page, 'And the deposit?');
  await expect(lastReply(page)).toContainText('line by line');
  await lastReply(page).getByRole('button', { name: 'Stop' }).click();
  const reply = await draftIsReady(page);
  await expect(reply.getByText('Stopped by you')).toBeVisible();
  const text = await textOf(reply);
  expect(slowReply.startsWith(text.trimEnd())).toBe(true);
  expect(text.length).toBeLessThan(slowReply.length / 2);
  await expect.poll(() => claude.requests.at(-1)?.state).toBe('left');
});

test('in direct mode a complete reply is sent by itself', async () => {
  await page.getByText('Direct', { exact: true }).click();
  claude.enqueue({ kind: 'reply', text: 'It goes out at once.' });
  await clientWrites(page, 'Thanks, and when?');
  await expect(lastReply(page)).toContainText('It goes out at once.');
  await expect(lastReply(page).getByText(/^Sent \d\d:\d\d$/)).toBeVisible();
  await page.getByText('Draft', { exact: true }).click();
});

test('in direct mode an answer with example figures waits, and the screen says why', async () => {
  await page.getByText('Direct', { exact: true }).click();
  await clientWrites(page, 'Quanto costa il KITAS investitore?');
  const reply = await draftIsReady(page);
  await expect(reply).toContainText('1.150 €');
  await expect(page.getByText('Holds example figures of the starter pack.')).toBeVisible();
  await reply.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Draft', { exact: true }).click();
});

test('the consultant writes alone, and no Claude is asked', async () => {
  const asked = claude.requests.length;
  await page.getByText('I write', { exact: true }).click();
  await composer(page).fill('I called the landlord for you.');
  await composer(page).press('Enter');
  await expect(lastReply(page).getByText(/^Written by you · \d\d:\d\d$/)).toBeVisible();
  await expect(lastReply(page)).toContainText('I called the landlord for you.');
  expect(claude.requests.length).toBe(asked);
  await page.getByText('The client writes', { exact: true }).click();
});

test('the channel is a property of the conversation', async () => {
  await page.getByRole('button', { name: 'Where the client wrote: WhatsApp' }).click();
  await page.getByRole('menuitem', { name: 'E-mail' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Where the client wrote: E-mail' })).toBeVisible();
});

test('a conversation is concluded, taken back, concluded again; the next message opens another', async () => {
  await page.getByRole('button', { name: 'Conclude' }).click();
  await expect(page.getByText(/^Concluded (now|\d\d:\d\d)$/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/^Concluded (now|\d\d:\d\d)$/)).toBeHidden();
  await page.getByRole('button', { name: 'Conclude' }).click();
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Conclude' })).toBeHidden();
  await clientWrites(page, 'Me again, about the roof.');
  await expect(page.getByText(/^Conversation 2 · /)).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

async function keepKey(button: string, key: string): Promise<void> {
  await page.getByPlaceholder('sk-ant-…').fill(key);
  await page.getByRole('button', { name: button }).click();
}
