import { expect, test } from 'playwright/test';
import { launchDesk, temporaryDataDir } from './desk-app.ts';
import { openSettings } from './screen.ts';

/** Nights work while nobody does: the window may be closed, where the operator wants it. */
test('closed, the app ends; with the setting on it stays, and comes back with a window when it is asked for', async () => {
  const folder = temporaryDataDir();
  const desk = await launchDesk({ dataDir: folder.dataDir });
  await desk.page.getByRole('button', { name: 'Open my desk' }).click();
  await openSettings(desk.page, 'Offline work');
  await desk.page
    .getByRole('switch', { name: /Keep working when the window is closed/ })
    .check({ force: true });
  await desk.page.close();
  const windows = () => desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(await windows()).toBe(0);
  const opened = desk.app.waitForEvent('window');
  await desk.app.evaluate(({ app }) => void app.emit('second-instance'));
  const page = await opened;
  await openSettings(page, 'Offline work');
  const stays = page.getByRole('switch', { name: /Keep working when the window is closed/ });
  await expect(stays).toBeChecked();
  await stays.uncheck({ force: true });
  const ended = new Promise((resolve) => desk.app.process().once('exit', resolve));
  await page.close();
  await ended;
  expect(desk.complaints).toEqual([]);
  folder.remove();
});
