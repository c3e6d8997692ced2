import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { HubListing } from './hub.ts';

/** A model that is here, whole. */
export interface ReadyModel {
  readonly model: string;
  readonly dir: string;
  /** Of its contents: other weights, other fingerprint. */
  readonly fingerprint: string;
  readonly total: number;
  /** Numbers per vector; 0 where its configuration does not say. */
  readonly dimension: number;
}

/** Written last: a folder with it is whole. */
export const stampName = 'model.json';

const stampSchema = z.object({
  model: z.string(),
  revision: z.string(),
  files: z
    .array(z.object({ path: z.string(), size: z.number(), check: z.object({ hex: z.string() }) }))
    .min(1),
});
const configSchema = z.object({ hidden_size: z.number().int().positive() });

/** The folder of a model, and the one beside it where it is being fetched. */
export function foldersOf(
  modelsDir: string,
  model: string,
): { readonly whole: string; readonly partial: string } {
  const whole = join(modelsDir, model.replaceAll('/', '--'));
  return { whole, partial: `${whole}.partial` };
}

/** The stamp's text for files of this listing. */
export function stampOf(model: string, { revision, files }: HubListing): string {
  return `${JSON.stringify({ model, revision, files }, null, 2)}\n`;
}

/** The model in a folder; null unless all its files are there with their sizes. Never throws. */
export function readModel(dir: string): ReadyModel | null {
  try {
    const stamp = stampSchema.parse(readJson(join(dir, stampName)));
    const isWhole = stamp.files.every(({ path, size }) => statSync(join(dir, path)).size === size);
    if (!isWhole) return null;
    const config = configSchema.safeParse(readJson(join(dir, 'config.json')));
    return {
      model: stamp.model,
      dir,
      fingerprint: createHash('sha256')
        .update(stamp.files.map(({ path, check }) => `${path} ${check.hex}\n`).join(''))
        .digest('hex')
        .slice(0, 8),
      total: stamp.files.reduce((sum, { size }) => sum + size, 0),
      dimension: config.success ? config.data.hidden_size : 0,
    };
  } catch {
    return null;
  }
}

/** Bytes that lie in a folder of a fetch that did not end. */
export async function bytesIn(dir: string): Promise<number> {
  if (!existsSync(dir)) return 0;
  let bytes = 0;
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    bytes += entry.isDirectory() ? await bytesIn(path) : (await stat(path)).size;
  }
  return bytes;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
