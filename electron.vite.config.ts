import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));
const bundleDir = join(root, 'scripts', 'bundle');

/** Vectra's binary codec reads its schema from a file beside its code, which is now the bundle. */
function vectraSchema(): Plugin {
  const schema = join(root, 'node_modules', 'vectra', 'lib', 'codecs', 'schemas', 'index.proto');
  return {
    name: 'jiwa:vectra-schema',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'schemas/index.proto', source: readFileSync(schema, 'utf8') });
    },
  };
}

/** One CommonJS file with all dependencies in it: what both Electron 45 and the development fallback (Node 18) can load. */
function commonJs(name: string, entry: string) {
  return {
    target: 'node18',
    externalizeDeps: false,
    rolldownOptions: {
      input: { [name]: join(root, entry) },
      // Native: its binary is found from its place in node_modules.
      external: ['electron', 'better-sqlite3'],
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs', codeSplitting: false },
    },
  };
}

export default defineConfig({
  main: {
    plugins: [vectraSchema()],
    resolve: {
      alias: [
        { find: /^vectra$/, replacement: join(bundleDir, 'vectra.js') },
        {
          find: /^(wink-nlp|wink-eng-lite-web-model|wink-bm25-text-search|gpt-tokenizer)$/,
          replacement: join(bundleDir, 'left-out.js'),
        },
      ],
    },
    build: commonJs('main', 'src/main/main.ts'),
  },
  preload: { build: commonJs('preload', 'src/preload/preload.ts') },
  renderer: {
    root: join(root, 'src', 'renderer'),
    plugins: [react()],
    build: {
      target: 'chrome114',
      minify: true,
      rolldownOptions: { input: join(root, 'src', 'renderer', 'index.html') },
    },
  },
});
