import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The sha512 of a file in the notation of package locks: `sha512-<base64>`. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** Throws where the file is not, byte for byte, the expected one. */
export async function assertIntegrity(file: string, expected: string): Promise<void> {
  const actual = await integrityOf(file);
  if (actual !== expected) throw new Error(`${file} is damaged or not the expected file (${actual})`);
}
