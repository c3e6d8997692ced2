import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a program that works on a data folder in a process of its own, killed after `afterMs` where that is given. Returns
 * what ended it: a signal, or nothing.
 */
export async function workApart(
  program: readonly string[],
  afterMs?: number,
): Promise<NodeJS.Signals | null> {
  const started = spawn(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] });
  const timer = afterMs === undefined ? undefined : setTimeout(() => started.kill('SIGKILL'), afterMs);
  const [code, signal] = (await once(started, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  if (signal === null && code !== 0) throw new Error(`The worker ended with ${code}.`);
  return signal;
}
