import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/main/clock.ts';
import { openCore, type Core } from '../../src/main/core.ts';
import { seedClients } from '../../src/main/seed.ts';
import type { ClientSeed } from '../../src/demo/client-seed.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { silentLog } from '../fixtures/desk.ts';

const root = join(import.meta.dirname, '..', '..');
const main = join(root, 'src', 'cli', 'main.ts');

/** A client of whom nothing is known yet. */
export const marioUnknown: ClientSeed = {
  name: 'Mario Rinaldi',
  addressAs: null,
  language: 'it',
  formality: 'informal',
  conversations: [],
  facts: [],
  jiwa: [],
};

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as the one JSON document it must be. */
  readonly json: () => unknown;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

export interface TestDesk {
  readonly dataDir: string;
  /** Runs one command as its own process and waits for its end. */
  readonly jiwa: (args: readonly string[], options?: RunOptions) => Promise<Ran>;
  /** Starts one command and leaves it running. */
  readonly start: (args: readonly string[], options?: RunOptions) => ChildProcess;
}

/** A data folder and the command line on it; removed when the test is over. `from`: a folder it is a copy of. */
export function openTestDesk(env: Readonly<Record<string, string>> = {}, from?: string): TestDesk {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-cli-'));
  if (from !== undefined) cpSync(from, dataDir, { recursive: true });
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 }));
  const start = (args: readonly string[], options: RunOptions = {}) =>
    spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env['PATH'] ?? '', HOME: dataDir, JIWA_DATA_DIR: dataDir, ...env, ...options.env },
      stdio: 'pipe',
    });
  return {
    dataDir,
    start,
    jiwa: (args, options = {}) => {
      const child = start(args, options);
      child.stdin?.end(options.input ?? '');
      return collect(child);
    },
  };
}

/** A folder with the starter pack, its index, and these clients: made once, copied for each test. */
export async function furnishFolder(seeds: readonly ClientSeed[] = []): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiwa-cli-furnished-'));
  const core = await openOwner(dataDir);
  seedClients(core, seeds);
  await core.knowledge.rebuild();
  await core.close();
  return dataDir;
}

/** The product on a data folder, as the app has it open. */
export function openOwner(dataDir: string): Promise<Core> {
  return openCore({
    dataDir,
    resourcesDir: join(root, 'resources'),
    settings: () => defaultSettings,
    claudeAccess: () => ({ baseUrl: '', apiKey: null }),
    clock: systemClock,
    log: silentLog,
    emit: () => undefined,
    role: 'owner',
  });
}

/** Everything a process said until it ended. */
export async function collect(child: ChildProcess): Promise<Ran> {
  const [stdout, stderr, [code]] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, stdout, stderr, json: () => JSON.parse(stdout) as unknown };
}

async function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  let text = '';
  for await (const piece of stream ?? []) text += String(piece);
  return text;
}
