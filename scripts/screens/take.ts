// Started by scripts/screens.ts, which chooses the Electron and gives the display. Arguments: only these screens.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { languages, type Language } from '../../src/shared/language.ts';
import { electronForTests } from '../electron/for-tests.ts';
import { projectDir } from '../project.ts';
import { compactPng } from './compact-png.ts';
import { stages, wordsOf, type Screen } from './stages.ts';

const themes = ['light', 'dark'] as const;
const folder = join(projectDir, 'docs', 'screens');
const wanted = process.argv.slice(2);

await withApp(async (app, dataDir) => {
  const page = await app.firstWindow();
  await sizeTo(app, 1440, 900);
  mkdirSync(folder, { recursive: true });
  let taken = 0;
  for (const { prepare, screens } of stages) {
    await prepare(page, dataDir);
    for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name)))
      for (const language of languages)
        for (const theme of themes) {
          await show(page, screen, theme, language);
          const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
          writeFileSync(join(folder, `${screen.name}-${theme}-${language}.png`), compactPng(png));
          taken += 1;
        }
  }
  process.stdout.write(`${taken} pictures in docs/screens\n`);
});

async function show(
  page: Page,
  screen: Screen,
  theme: (typeof themes)[number],
  language: Language,
): Promise<void> {
  await page.evaluate((settings) => window.jiwa.request('settings:change', settings), { theme, language });
  await page.reload();
  await page.locator(`html[lang="${language}"]`).waitFor();
  await screen.open(page, wordsOf[language]);
  await page.mouse.move(0, 0);
  // What streams in, unfolds or loads its fonts has come to rest.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)));
  });
}

async function sizeTo(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.setMenuBarVisibility(false);
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
}

async function withApp(act: (app: ElectronApplication, dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-screens-'));
  const env = {
    ANTHROPIC_API_KEY: '',
    ANTHROPIC_BASE_URL: '',
    // The same pictures whether there is a network or not.
    HF_ENDPOINT: 'http://127.0.0.1:9',
    JIWA_DATA_DIR: dataDir,
  };
  try {
    const app = await _electron.launch(electronForTests([], env));
    try {
      await act(app, dataDir);
    } finally {
      await app.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}
