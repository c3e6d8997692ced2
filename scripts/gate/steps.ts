import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { runQuietly, runVisibly } from '../process.ts';
import { countStep, withExitCode, type Counts } from './counts.ts';

export interface Step {
  readonly title: string;
  /** Arguments for Node: a script and what it takes. */
  readonly args: readonly string[];
}

/** Runs a step and prints its title with the outcome; what it said is shown only where it failed. */
export async function runStep(step: Step): Promise<Counts> {
  const result = await runQuietly(process.execPath, step.args);
  process.stdout.write(`${result.code === 0 ? 'ok    ' : 'FAILED'} ${step.title}\n`);
  if (result.code !== 0) process.stdout.write(`${result.output}\n`);
  return countStep(result.code);
}

/** Runs a test runner on this terminal and counts from the JSON report that it writes to `report`. */
export async function runTests(
  step: Step & { readonly report: string; readonly env?: Record<string, string> },
  count: (report: unknown) => Counts,
): Promise<Counts> {
  process.stdout.write(`\n${step.title}\n`);
  // A report of an earlier run must not count for this one.
  rmSync(step.report, { force: true });
  const code = await runVisibly(process.execPath, step.args, { env: step.env ?? {} });
  return withExitCode(readReport(step.report, count), code);
}

function readReport(file: string, count: (report: unknown) => Counts): Counts | undefined {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const known = error instanceof SyntaxError || error instanceof z.ZodError || isMissingFile(error);
    if (!known) throw error;
    return undefined;
  }
}

function isMissingFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
