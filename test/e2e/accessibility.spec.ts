import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from 'playwright/test';
import { stages, wordsOf } from '../../scripts/screens/stages.ts';
import { launchDesk, temporaryDataDir, type DeskApp } from './desk-app.ts';

/** axe on every screen that `npm run screens` takes, light and dark, in the language with the longest words. */
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

for (const { prepare, screens } of stages)
  for (const [place, { name, open }] of screens.entries())
    test(`axe finds nothing on the screen ${name}`, async () => {
      if (place === 0) await prepare(page, folder.dataDir);
      await wear('light');
      await page.reload();
      await page.locator('html[lang="it"]').waitFor();
      await open(page, wordsOf.it);
      expect(await violations(), 'light').toEqual([]);
      await wear('dark');
      await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
      expect(await violations(), 'dark').toEqual([]);
    });

const wear = (theme: 'light' | 'dark') =>
  page.evaluate((settings) => window.jiwa.request('settings:change', settings), {
    theme,
    language: 'it',
  } as const);

/** What fades in has another contrast until it has come. */
const atRest = (): Promise<unknown> =>
  page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );

async function violations(): Promise<string[]> {
  await atRest();
  // Legacy mode: Electron opens no second page for axe to finish in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.map(({ id, impact, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`);
    return `${impact ?? 'minor'} ${id}: ${places.join(' | ').replaceAll(/\s+/g, ' ')}`;
  });
}
