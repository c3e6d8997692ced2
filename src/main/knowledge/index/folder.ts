import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The index folder: `index/` holds the index and its stamp; `index.build-…` is being written and `index.old-…` was just
 * replaced. Both are left behind only by a process that was killed.
 */
const current = 'index';
const building = 'index.build-';
const replaced = 'index.old-';
const dataFile = 'index.pb';
const stampFile = 'stamp.json';

/** Changes whenever what is in `index.pb` is laid out differently; another number means rebuild. */
const format = 1;

const stampSchema = z.strictObject({
  format: z.literal(format),
  embedder: z.string().min(1),
  dimension: z.number().int().positive(),
  generation: z.number().int().nonnegative(),
  readAt: z.number().int(),
  insights: z.number().int().nonnegative(),
  vectors: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().length(64),
});

/** What is written beside the index, so that a damaged or foreign one is never used. */
export type IndexStamp = Omit<z.infer<typeof stampSchema>, 'format' | 'bytes' | 'sha256'>;

/** Tidies up after a killed process: puts a half-swapped index back and removes leftovers. For the owner only. */
export async function settleFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const names = await readdir(dir);
  const old = names.filter((name) => name.startsWith(replaced));
  const last = old.at(-1);
  // Killed between the two renames of a swap: the replaced index is whole.
  if (!names.includes(current) && last) await rename(join(dir, last), join(dir, current));
  const leftovers = names.filter((name) => name.startsWith(building) || name.startsWith(replaced));
  for (const name of leftovers) await rm(join(dir, name), { recursive: true, force: true });
}

/** The kept bytes and their stamp; null when missing, damaged, or not the bytes the stamp was made for. */
export async function readIndexFolder(dir: string): Promise<{ stamp: IndexStamp; bytes: Buffer } | null> {
  try {
    const {
      format: _format,
      bytes: size,
      sha256,
      ...stamp
    } = stampSchema.parse(JSON.parse(await readFile(join(dir, current, stampFile), 'utf8')));
    const bytes = await readFile(join(dir, current, dataFile));
    return bytes.length === size && checksum(bytes) === sha256 ? { stamp, bytes } : null;
  } catch {
    // Whatever is wrong with it, the answer is the same: it is built anew.
    return null;
  }
}

/** Writes an index beside the kept one, flushes it to the disk, and swaps it in. */
export async function writeIndexFolder(dir: string, stamp: IndexStamp, bytes: Buffer): Promise<void> {
  const unique = `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`;
  const beside = join(dir, building + unique);
  const away = join(dir, replaced + unique);
  try {
    await mkdir(beside, { recursive: true });
    await writeFlushed(join(beside, dataFile), bytes);
    const whole = { format, ...stamp, bytes: bytes.length, sha256: checksum(bytes) };
    await writeFlushed(join(beside, stampFile), JSON.stringify(whole, null, 2));
    await flushFolder(beside);
    // A folder cannot be renamed over another one that is not empty, so the kept one steps aside first.
    await rename(join(dir, current), away).catch(ignoreMissing);
    await rename(beside, join(dir, current));
    await flushFolder(dir);
  } finally {
    await rm(beside, { recursive: true, force: true });
    await rm(away, { recursive: true, force: true });
  }
}

function checksum(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeFlushed(file: string, content: Buffer | string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes renames last. Windows cannot open folders and does without. */
async function flushFolder(dir: string): Promise<void> {
  const handle = await open(dir, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
