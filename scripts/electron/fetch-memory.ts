import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const DAY = 24 * 60 * 60 * 1000;
const failureSchema = z.object({ version: z.string(), failedAt: z.number(), reason: z.string() });

/** The reason of a failed fetch of this version, if it failed within a day before `now` (ms). */
export function recallFailure(file: string, version: string, now: number): string | undefined {
  try {
    const failure = failureSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const age = now - failure.failedAt;
    return failure.version === version && age >= 0 && age < DAY ? failure.reason : undefined;
  } catch {
    // No file, or one that says nothing: the fetch is tried.
    return undefined;
  }
}

export function rememberFailure(file: string, version: string, reason: string, now: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ version, failedAt: now, reason }));
}

export function forgetFailure(file: string): void {
  rmSync(file, { force: true });
}
