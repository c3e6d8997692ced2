import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { electronForTests } from '../../scripts/electron/for-tests.ts';
import { projectDir } from '../../scripts/project.ts';
import { SECOND } from '../../src/shared/time.ts';

export interface BenchWindow {
  readonly pid: number;
  /** Ms from the start of the process. */
  readonly usableAfterMs: number;
  /** Quits it like a user would. */
  close(): Promise<void>;
}

export interface WindowOptions {
  readonly dataDir: string;
  /** Folder of the built product; null = an empty window. */
  readonly app: string | null;
  /** A selector: what is there once the window can be used. */
  readonly waitFor: string;
}

const PATIENCE_MS = 60 * SECOND;

/** Starts Electron without any tool attached to it, and waits until its window says that it can be used. */
export async function openWindow({ dataDir, app, waitFor }: WindowOptions): Promise<BenchWindow> {
  const launch = electronForTests([], {
    ANTHROPIC_API_KEY: '',
    ANTHROPIC_BASE_URL: '',
    JIWA_DATA_DIR: dataDir,
    JIWA_BENCH_APP: app ?? '',
    JIWA_BENCH_WAIT_FOR: waitFor,
  });
  const args = launch.args.map((arg) => (arg === projectDir ? join(import.meta.dirname, 'window-app') : arg));
  const startedAt = performance.now();
  const child = spawn(launch.executablePath, args, {
    cwd: launch.cwd,
    env: launch.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
  const usable = new Promise<number>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes('usable')) resolve(performance.now() - startedAt);
    });
  });
  const usableAfterMs = await Promise.race([usable, exited.then(() => null)]);
  clearTimeout(kill);
  if (usableAfterMs === null || child.pid === undefined)
    throw new Error(`The window never became usable:\n${complaints.slice(-2_000)}`);
  return {
    pid: child.pid,
    usableAfterMs,
    async close() {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      await exited;
      clearTimeout(kill);
    },
  };
}
