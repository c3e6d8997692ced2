import { expect, test, type Page } from 'playwright/test';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';
import { composer, draftIsReady, lastReply } from './screen.ts';

/** The main job without a mouse: nothing here clicks. */
test.describe.configure({ mode: 'serial' });

const folder = temporaryDataDir();
let desk: DeskApp;
let page: Page;

test.beforeAll(async () => {
  desk = await launchDesk({ dataDir: folder.dataDir });
  page = desk.page;
});

test.afterAll(async () => {
  await desk.kill();
  folder.remove();
});

test('into the demo with Tab and Enter', async () => {
  await expect(page.getByRole('heading', { name: 'Welcome' })).toBeVisible();
  await tabTo('Try the demo');
  await page.keyboard.press('Enter');
  await expect(page.getByText('no AI is called')).toBeVisible();
});

test('a new client with Ctrl and N; the focus waits in the composer', async () => {
  await expect(page.getByRole('heading', { name: 'Mario Rinaldi', level: 2 })).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Komang Lestari');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Kak Komang');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Indonesian' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Komang Lestari', level: 2 })).toBeVisible();
  await expect(composer(page)).toBeFocused();
});

test('message, reply, edit, send, thumb and note, all by keys', async () => {
  await page.keyboard.type('Kak, aku malu nanya ini… boleh bayar dua kali?');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('Maaf ya.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: /wrote$/ })).toContainText('Maaf ya.');
  await draftIsReady(page);
  await tabTo('Edit', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Edit the draft' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Halo Kak Komang! ');
  await page.keyboard.press('Control+Enter');
  await expect(lastReply(page).getByText(/^Sent \d\d:\d\d · edited$/)).toBeVisible();
  await expect(lastReply(page)).toContainText('Halo Kak Komang!');
  await tabTo('Good reply');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What was good or bad about it?' })).toBeFocused();
  await page.keyboard.type('Hangat.');
  await tabTo('Save');
  await page.keyboard.press('Enter');
  await expect(lastReply(page).getByRole('button', { name: 'Good reply' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('arrows move through the clients, Enter opens one', async () => {
  await tabTo(/^Komang Lestari/, 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^Mario Rinaldi/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Mario Rinaldi', level: 2 })).toBeVisible();
  await expect(composer(page)).toBeFocused();
});

test('Escape closes what is open and gives the focus back', async () => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Search everywhere' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(composer(page)).toBeFocused();
  await tabTo('Details');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Behind this reply' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Details' })).toBeFocused();
  await page.keyboard.press('Control+Comma');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  expect(desk.complaints).toEqual([]);
});

/** Presses the key until the button with this name has the focus; fails when it comes round without. */
async function tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const aim = page.getByRole('button', { name, exact: true }).and(page.locator(':focus'));
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if ((await aim.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`80 times ${key} did not reach ${String(name)}`);
}
