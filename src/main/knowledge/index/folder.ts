import { createHash, randomBytes, type Hash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The index folder: `index/` holds the index and its stamp; `index.build-…` is being written and `index.old-…` was just
 * replaced. Both are left behind only by a process or thread that was ended. All of this waits for the disk, so only what is
 * small is done outside a worker.
 */
const current = 'index';
const building = 'index.build-';
const replaced = 'index.old-';
const dataFile = 'index.pb';
const stampFile = 'stamp.json';

/** Changes whenever what is in `index.pb` is laid out differently; another number means rebuild. */
const format = 2;

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

type WholeStamp = z.infer<typeof stampSchema>;
/** What is written beside the index, so that a damaged or foreign one is never used. */
export type IndexStamp = Omit<WholeStamp, 'format' | 'bytes' | 'sha256'>;

const pieceBytes = 1024 * 1024;
/** Another process may put a new index in place while this one reads. */
const mostTries = 3;

/** Tidies up after what was ended: puts a half-swapped index back and removes leftovers. For the owner only. */
export function settleFolder(dir: string): void {
  mkdirSync(dir, { recursive: true });
  const names = readdirSync(dir);
  const last = names
    .filter((name) => name.startsWith(replaced))
    .sort()
    .at(-1);
  // Ended between the two renames of a swap: the replaced index is whole.
  if (!names.includes(current) && last) renameSync(join(dir, last), join(dir, current));
  const leftovers = names.filter((name) => name.startsWith(building) || name.startsWith(replaced));
  for (const name of leftovers) rmSync(join(dir, name), { recursive: true, force: true });
}

/** Bytes of the kept index as its stamp has them; 0 when there is none. */
export function keptBytes(dir: string): number {
  return readWholeStamp(dir)?.bytes ?? 0;
}

/** The stamp of the kept index, every byte of which is checked; null when it is missing or damaged. */
export function checkIndexFolder(dir: string): IndexStamp | null {
  return readIndexFolder(dir, (stamp, pieces) => {
    for (const _ of pieces);
    return stamp;
  });
}

/**
 * What `take` makes of the kept index, whose bytes it must read to their end; a piece is valid until the next one is
 * asked for. Null when the index is missing, damaged, or not the bytes its stamp was made for, whatever `take` made of them.
 */
export function readIndexFolder<T>(
  dir: string,
  take: (stamp: IndexStamp, pieces: Iterable<Uint8Array>) => T,
): T | null {
  for (let tries = 0; tries < mostTries; tries++) {
    const stamp = readWholeStamp(dir);
    if (!stamp) return null;
    const found = readWhole(join(dir, current, dataFile), stamp, take);
    if (found) return found.value;
    // Unless it was swapped meanwhile, it is damaged.
    if (readWholeStamp(dir)?.sha256 === stamp.sha256) return null;
  }
  return null;
}

/** An index being written beside the kept one. */
export interface IndexWriting {
  append(bytes: Uint8Array): void;
  /** Flushes it to the disk with its stamp and puts it in the kept one's place. */
  finish(stamp: IndexStamp): void;
  /** Removes it. Does nothing after `finish`. */
  drop(): void;
}

/** Begins an index beside the kept one. */
export function writeIndexFolder(dir: string): IndexWriting {
  const unique = `${Date.now().toString(36).padStart(9, '0')}-${randomBytes(4).toString('hex')}`;
  const beside = join(dir, building + unique);
  mkdirSync(beside, { recursive: true });
  const file = openSync(join(beside, dataFile), 'w');
  let isOpen = true;
  const hash = createHash('sha256');
  let bytes = 0;
  const close = () => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    append(part) {
      hash.update(part);
      bytes += part.length;
      for (let written = 0; written < part.length;) written += writeSync(file, part, written);
    },
    finish(stamp) {
      fsyncSync(file);
      close();
      const whole: WholeStamp = { format, ...stamp, bytes, sha256: hash.digest('hex') };
      writeFlushed(join(beside, stampFile), JSON.stringify(whole, null, 2));
      flushFolder(beside);
      swap(dir, beside, join(dir, replaced + unique));
    },
    drop() {
      close();
      rmSync(beside, { recursive: true, force: true });
    },
  };
}

function swap(dir: string, beside: string, away: string): void {
  try {
    // A folder cannot be renamed over another one that is not empty, so the kept one steps aside first.
    renameSync(join(dir, current), away);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  renameSync(beside, join(dir, current));
  flushFolder(dir);
  rmSync(away, { recursive: true, force: true });
}

function readWholeStamp(dir: string): WholeStamp | null {
  try {
    return stampSchema.parse(JSON.parse(readFileSync(join(dir, current, stampFile), 'utf8')));
  } catch {
    // Whatever is wrong with it, the answer is the same: it is built anew.
    return null;
  }
}

function readWhole<T>(
  path: string,
  stamp: WholeStamp,
  take: (stamp: IndexStamp, pieces: Iterable<Uint8Array>) => T,
): { value: T } | null {
  try {
    const file = openSync(path, 'r');
    try {
      if (fstatSync(file).size !== stamp.bytes) return null;
      const hash = createHash('sha256');
      const { format: _format, bytes: _bytes, sha256, ...rest } = stamp;
      const value = take(rest, piecesOf(file, hash));
      return hash.digest('hex') === sha256 ? { value } : null;
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function* piecesOf(file: number, hash: Hash): Generator<Uint8Array> {
  const room = Buffer.allocUnsafeSlow(pieceBytes);
  for (let read = readSync(file, room); read > 0; read = readSync(file, room)) {
    const piece = room.subarray(0, read);
    hash.update(piece);
    yield piece;
  }
}

function writeFlushed(path: string, content: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes renames last. Windows cannot open folders and does without. */
function flushFolder(dir: string): void {
  try {
    const file = openSync(dir, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch {
    // Not every system can; the index is derived and would be built again.
  }
}
