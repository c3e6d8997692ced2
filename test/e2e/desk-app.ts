import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronForTests } from '../../scripts/electron/for-tests.ts';

export interface DeskApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** Quits like a user would, so that closing drains. */
  quit(): Promise<void>;
}

export interface LaunchOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A new empty data folder, and what removes it. */
export function temporaryDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-e2e-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Starts the built app in the real Electron on this data folder and waits for its window. */
export async function launchDesk({ dataDir, env = {} }: LaunchOptions): Promise<DeskApp> {
  const app = await _electron.launch(
    electronForTests([], { ANTHROPIC_API_KEY: '', ANTHROPIC_BASE_URL: '', JIWA_DATA_DIR: dataDir, ...env }),
  );
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page, dataDir, quit: () => app.close() };
}
