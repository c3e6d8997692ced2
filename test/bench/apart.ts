import { spawn } from 'node:child_process';
import { projectDir, projectEnv } from '../../scripts/project.ts';
import type { Row } from './measure.ts';

/** Runs a command that prints rows as JSON. Its complaints go to this process's stderr. Rejects when it fails. */
export function runApart(how: {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(how.command, how.args, {
      cwd: projectDir,
      env: projectEnv(how.env),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Row[]);
      else reject(new Error(`The measure ended with code ${code ?? 'none'}.`));
    });
  });
}
