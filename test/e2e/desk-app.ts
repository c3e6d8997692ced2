import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { electronForTests } from '../../scripts/electron/for-tests.ts';
import type { Db } from '../../src/main/db/db.ts';
import { openDb } from '../../src/main/db/open.ts';

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

/** The same, gone past the first screen to a desk of one's own. */
export async function launchOwnDesk(options: LaunchOptions): Promise<DeskApp> {
  const desk = await launchDesk(options);
  await desk.page.getByRole('button', { name: 'Open my desk' }).click();
  return desk;
}

/** A desk of one's own that finds, when it is opened again, what was written into its database. */
export async function launchSeededDesk(options: LaunchOptions, seed: (db: Db) => void): Promise<DeskApp> {
  const desk = await launchOwnDesk(options);
  await desk.page.getByRole('navigation').waitFor();
  await desk.quit();
  inDatabase(options.dataDir, seed);
  return launchDesk(options);
}

/** Reads or changes the database of a data folder beside the app, as another process would. */
export function inDatabase<T>(dataDir: string, work: (db: Db) => T): T {
  const db = openDb({ file: join(dataDir, 'jiwa.db') });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

/** What a query that gives one number gives. */
export const numberIn = (db: Db, sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;

interface Simulator {
  readonly url: string;
}

/** An environment in which Claude and LLaMA are the simulators, and both have a key. */
export const answeredBy = (claude: Simulator, runpod: Simulator): Readonly<Record<string, string>> => ({
  ANTHROPIC_BASE_URL: claude.url,
  ANTHROPIC_API_KEY: 'sk-ant-any',
  JIWA_LLAMA_KIND: 'runpod',
  JIWA_LLAMA_URL: runpod.url,
  JIWA_LLAMA_KEY: 'rp-key',
});
