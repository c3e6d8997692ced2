import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Loads the fake bridge before the screen, as preload does with the real one. */
function fakeBridge(): Plugin {
  return {
    name: 'jiwa:fake-bridge',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/src/renderer/main.tsx')) return null;
      return `import ${JSON.stringify(at('./install-fake.ts'))};\n${code}`;
    },
  };
}

/** The screen on a fake main process, to look at and to check: `vite build|preview --config test/renderer/vite.config.ts`. */
export default defineConfig({
  root: at('../../src/renderer'),
  plugins: [fakeBridge(), react()],
  build: { target: 'chrome114', outDir: at('../../out/renderer-fake'), emptyOutDir: true },
});
