import { spawn } from 'node:child_process';
import { projectDir, projectEnv } from './project.ts';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  /** The process is killed after this time; it then counts as failed. */
  readonly timeoutMs?: number;
}

export interface RunResult {
  /** Exit code; 1 where a signal or a missing program ended it. */
  readonly code: number;
  /** stdout and stderr as they came. */
  readonly output: string;
}

/** Runs a program and keeps its output. Never rejects: a program that cannot start is a failed result. */
export function runQuietly(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectDir,
      env: projectEnv(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs, killSignal: 'SIGKILL' }),
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/**
 * Runs a program on this terminal and gives its exit code (1 where a signal ended it).
 * It gets a process group of its own, and signals go to the whole group: `xvfb-run` passes none on, and would leave the
 * app and the X server behind.
 */
export function runVisibly(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const grouped = command === 'xvfb-run';
    const child = spawn(command, args, {
      cwd: options.cwd ?? projectDir,
      env: projectEnv(options.env),
      stdio: 'inherit',
      detached: grouped,
    });
    const pass = (signal: NodeJS.Signals): void => {
      if (child.pid === undefined || child.exitCode !== null) return;
      if (grouped) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const stopPassing = (): void => {
      for (const signal of signals) process.off(signal, pass);
    };
    child.on('error', (error) => {
      stopPassing();
      reject(error);
    });
    child.on('close', (code) => {
      stopPassing();
      resolve(code ?? 1);
    });
  });
}
