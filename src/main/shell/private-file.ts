import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const besideOf = (file: string) => `${file}.new`;

/**
 * Writes a small file that only its owner may read (mode 0600). It is whole at any time: written and flushed beside,
 * then renamed, so that a crash or a full disk leaves the old one. For one writer at a time. Throws what the disk says.
 */
export function writePrivateFile(file: string, content: string): void {
  const beside = besideOf(file);
  try {
    // One that a crash left may have another mode, which writing into it would keep.
    rmSync(beside, { force: true });
    const handle = openSync(beside, 'wx', 0o600);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Removes the file and what a crash left of writing it; a missing one is fine. Throws what the disk says. */
export function removePrivateFile(file: string): void {
  rmSync(file, { force: true });
  rmSync(besideOf(file), { force: true });
}
