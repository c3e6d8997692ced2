import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

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

/** CommonJS with all dependencies in it: what both Electron 45 and the development fallback (Node 18) can load. */
function commonJs(entries: Record<string, string>) {
  const names = Object.keys(entries);
  return {
    target: 'node18',
    externalizeDeps: false,
    rolldownOptions: {
      input: Object.fromEntries(names.map((name) => [name, join(root, entries[name] ?? '')])),
      // Native: its binary is found from its place in node_modules.
      external: ['electron', 'better-sqlite3'],
      output: {
        format: 'cjs' as const,
        entryFileNames: '[name].cjs',
        // Beside the entries, so that what is found from a file's own place is found from all of them.
        chunkFileNames: 'part-[hash].cjs',
        // One entry is one file. The preload script may load no other.
        codeSplitting: names.length > 1,
      },
    },
  };
}

/** The process that embeds is a file of its own, with the library's build for the web and the one WebAssembly file it needs beside it. */
function embedWorker(): Plugin {
  const runtimeFile = 'ort-wasm-simd-threaded.wasm';
  const wasm = join(root, 'node_modules', 'onnxruntime-web', 'dist', runtimeFile);
  return {
    name: 'jiwa:embed-worker',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: runtimeFile, source: readFileSync(wasm) });
    },
    async writeBundle({ dir }) {
      const { target, rolldownOptions } = commonJs({
        'embed-worker': 'src/main/knowledge/embed/transformers/worker.ts',
      });
      await build({
        configFile: false,
        logLevel: 'warn',
        // The runtime that the library would choose by itself is not asked: ours is there before it.
        resolve: { alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' } },
        ssr: { noExternal: true },
        build: {
          target,
          ssr: true,
          emptyOutDir: false,
          minify: true,
          outDir: dir ?? 'out/main',
          rolldownOptions,
        },
      });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [vectraSchema(), embedWorker()],
    build: commonJs({
      main: 'src/main/main.ts',
      'index-worker': 'src/main/knowledge/index/index-worker.ts',
    }),
  },
  preload: { build: commonJs({ preload: 'src/preload/preload.ts' }) },
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
