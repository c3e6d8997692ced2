import { fileURLToPath } from 'node:url';
import { EmbedWorker } from '../../../../../src/main/knowledge/embed/transformers/embed-worker.ts';

// A command with a worker: `exits` while the worker is stuck at a text, `idles` and has nothing more to do, or `closes` it.
const [, , dir = '', what] = process.argv;
const worker = new EmbedWorker({
  file: fileURLToPath(new URL('wayward-worker.ts', import.meta.url)),
  dir,
  patience: { loadMs: 60_000, firstMs: 60_000, answerMs: 60_000 },
  onBroken: () => undefined,
  onLost: () => undefined,
});
const asked = worker.embed('aku malu', true).catch(() => undefined);
if (what === 'exits') void worker.loaded.then(() => setTimeout(() => process.exit(0), 300));
else await asked;
if (what === 'closes') await worker.close();
