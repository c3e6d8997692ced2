import { expect, type Locator, type Page } from 'playwright/test';

/** What a person does on the English screen, in the words they read. */

export async function addClient(
  page: Page,
  { name, addressAs, language }: { name: string; addressAs?: string; language: string },
): Promise<void> {
  await page.getByRole('button', { name: 'New', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'New client' });
  await dialog.getByLabel('Name').fill(name);
  if (addressAs !== undefined) await dialog.getByLabel('How we address them').fill(addressAs);
  await dialog.getByText(language, { exact: true }).click();
  await dialog.getByRole('button', { name: 'Add client' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
  await expect(composer(page)).toBeFocused();
}

/** Types what the client wrote into the composer, as if pasted, and hands it over by Enter. */
export async function clientWrites(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press('Enter');
  await expect(page.getByRole('article', { name: /wrote$/ }).last()).toContainText(text);
}

export const composer = (page: Page): Locator =>
  page.getByRole('textbox', { name: /^(Paste or type|Write to)/ });

export const lastReply = (page: Page): Locator => page.getByRole('article', { name: 'Reply' }).last();

/** The words of a reply, without its marks and buttons. */
export async function textOf(reply: Locator): Promise<string> {
  const paragraphs = await reply.getByRole('paragraph').allTextContents();
  return paragraphs.join('\n');
}

/** Waits until the last reply is a draft that can be sent. */
export async function draftIsReady(page: Page): Promise<Locator> {
  const reply = lastReply(page);
  await expect(reply.getByRole('button', { name: 'Send' })).toBeEnabled();
  return reply;
}

/** Opens a client from the list; the composer is ready then. */
export async function openClient(page: Page, name: string): Promise<void> {
  await page.getByRole('list', { name: 'Clients' }).getByRole('button', { name }).click();
  await expect(page.getByRole('heading', { name, level: 2 })).toBeVisible();
  await expect(composer(page)).toBeFocused();
}

/** One part of the settings. */
export async function openSettings(page: Page, part: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('tab', { name: part }).click();
}

/** Writes into a field of the part of the settings that is open, and hands it over by Enter. */
export async function enterSetting(page: Page, label: string, value: string): Promise<void> {
  const input = page.getByRole('tabpanel').getByRole('textbox', { name: label, exact: true });
  await input.fill(value);
  await input.press('Enter');
}
