// `node scripts/wasm.ts`: compiles the search's inner loop, src/main/knowledge/index/scan.wat, into the module beside it.
// The result is checked in, so that nothing but this script and a test needs the compiler.
import { writeFileSync } from 'node:fs';
import { compileScan, scanModuleFile } from './wasm/compile.ts';

writeFileSync(scanModuleFile, await compileScan());
