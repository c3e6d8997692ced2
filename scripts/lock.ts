// Completes package-lock.json: `node scripts/lock.ts`, after a dependency changed.
// A registry mirror may lack the packages of other platforms (darwin, win32…); npm then leaves them out of the lock, and
// `npm ci` refuses a lock that lacks what it names. Their versions stand in the lock already, so an entry can be written.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { findMissingEntries, lockedSchema } from './lock/platforms.ts';
import { projectDir } from './project.ts';

const file = join(projectDir, 'package-lock.json');
const lock = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
const packages = z.record(z.string(), z.unknown()).parse(lock['packages']);
const missing = findMissingEntries(z.record(z.string(), lockedSchema).parse(packages));

// npm's own order, so that it has nothing to move when it writes the file next.
const all = Object.entries({ ...packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(all) }, null, 2)}\n`);
process.stdout.write(`${Object.keys(missing).length} entries added to package-lock.json\n`);
