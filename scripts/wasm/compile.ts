import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';
import { projectDir } from '../project.ts';

const dir = join(projectDir, 'src', 'main', 'knowledge', 'index');
const source = join(dir, 'scan.wat');
/** Where the compiled module is checked in. */
export const scanModuleFile = join(dir, 'scan-module.ts');

/** The text of `scanModuleFile` as it should be. Throws where the source is no WebAssembly. */
export async function compileScan(): Promise<string> {
  const compiler = await wabt();
  const module = compiler.parseWat('scan.wat', readFileSync(source, 'utf8'), { simd: true });
  const bytes = module.toBinary({}).buffer;
  module.destroy();
  const base64 = Buffer.from(bytes).toString('base64');
  const lines = base64.match(/.{1,100}/g) ?? [];
  return [
    '/** Compiled from scan.wat by `node scripts/wasm.ts`; a test compares the two. */',
    'export const scanModule =',
    `${lines.map((line) => `  '${line}'`).join(' +\n')};`,
    '',
  ].join('\n');
}
