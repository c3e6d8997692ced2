import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ version: z.string() });

/** The version in a package's package.json. @throws where the package is not installed. */
export function readVersion(packageDir: string): string {
  return manifestSchema.parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'))).version;
}
