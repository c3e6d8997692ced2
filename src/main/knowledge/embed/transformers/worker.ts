import { loadModel, type EmbedText } from './library.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-protocol.ts';

// A process of its own: a vector takes tens of milliseconds, loading seconds, and the window must not wait for either.
// It is started with the folder of the model, and only by a process that it can answer.
const [, , dir] = process.argv;
if (process.send && dir !== undefined) {
  // Whoever it answered is gone. A regular exit would wait for V8's own threads, which may be stuck.
  // Listening before anything else also keeps the event loop from being empty while the model loads: in an empty one Node
  // waits for V8's threads, and these may wait for what only the loop would run (nodejs/node#54918).
  process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  void serve(dir);
}

async function serve(folder: string): Promise<void> {
  try {
    const embed = await loadModel(folder);
    process.on('message', (request: WorkerRequest) => void embedOne(embed, request));
    answer({ kind: 'loaded' });
  } catch (error) {
    answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
}

async function embedOne(embed: EmbedText, { id, text }: WorkerRequest): Promise<void> {
  try {
    answer({ kind: 'vector', id, vector: await embed(text) });
  } catch (error) {
    answer({ kind: 'failed', id, message: error instanceof Error ? error.name : 'unknown' });
  }
}

function answer(message: WorkerAnswer): void {
  process.send?.(message);
}
