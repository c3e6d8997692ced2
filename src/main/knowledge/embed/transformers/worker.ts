import { parentPort, workerData } from 'node:worker_threads';
import { loadModel, type EmbedText } from './library.ts';
import type { WorkerAnswer, WorkerRequest, WorkerTask } from './worker-protocol.ts';

// A thread of its own: a vector takes tens of milliseconds, loading seconds, and the window must not wait for either.
const { dir } = workerData as WorkerTask;
const port = parentPort;
if (port) void serve(port, dir);

async function serve(port: NonNullable<typeof parentPort>, dir: string): Promise<void> {
  const answer = (message: WorkerAnswer, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  try {
    const embed = await loadModel(dir);
    port.on('message', (request: WorkerRequest) => void embedOne(embed, request, answer));
    answer({ kind: 'loaded' });
  } catch (error) {
    answer({ kind: 'broken', message: error instanceof Error ? error.message : String(error) });
  }
}

async function embedOne(
  embed: EmbedText,
  { id, text }: WorkerRequest,
  answer: (message: WorkerAnswer, transfer?: ArrayBuffer[]) => void,
): Promise<void> {
  try {
    const vector = await embed(text);
    answer({ kind: 'vector', id, vector }, [vector.buffer as ArrayBuffer]);
  } catch (error) {
    answer({ kind: 'failed', id, message: error instanceof Error ? error.name : 'unknown' });
  }
}
