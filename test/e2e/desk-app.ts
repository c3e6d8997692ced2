import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronForTests } from '../../scripts/electron/for-tests.ts';

export interface DeskApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  /** What the page complained of: uncaught errors, and errors on its console. */
  readonly complaints: readonly string[];
  /** Quits like a user would, so that closing drains. */
  quit(): Promise<void>;
  /** Ends the app at once, as a power switch would: nothing drains. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  readonly dataDir: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A new empty data folder, and what removes it. */
export function temporaryDataDir(): { dataDir: string; remove: () => void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-e2e-'));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }) };
}

/** How the app is started on this data folder: without a key of the environment, in English wherever it runs. */
export function launchOf({ dataDir, env = {} }: LaunchOptions) {
  const own = {
    ANTHROPIC_API_KEY: '',
    ANTHROPIC_BASE_URL: '',
    // Where no hub answers: a test must not depend on what it finds out there.
    HF_ENDPOINT: 'http://127.0.0.1:9',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en',
  };
  return electronForTests([], { ...own, JIWA_DATA_DIR: dataDir, ...env });
}

/** Starts the built app in the real Electron on this data folder and waits for its window. */
export async function launchDesk(options: LaunchOptions): Promise<DeskApp> {
  const app = await _electron.launch(launchOf(options));
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForLoadState('domcontentloaded');
  const kill = async (): Promise<void> => {
    const child = app.process();
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  };
  return { app, page, dataDir: options.dataDir, complaints, quit: () => app.close(), kill };
}
