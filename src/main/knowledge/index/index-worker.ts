/** A thread that loads or builds one index and ends: reading, hashing, packing and writing hold up nothing else there. */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { FlatIndex } from './flat-index.ts';
import type { Embedded, IndexTask, ThreadReport } from './thread-messages.ts';

// A rejection ends the thread, and whoever started it hears of it.
void run(workerData as IndexTask);

/** Each task loads only what it needs: a start waits for the loading one. */
async function run(task: IndexTask): Promise<void> {
  if (task.kind === 'load') {
    const { loadIndex } = await import('./load.ts');
    report({ kind: 'loaded', index: loadIndex(task.dir) });
  } else {
    const { buildInRounds } = await import('./build-rounds.ts');
    const built = await buildInRounds(task, ask);
    report({ kind: 'built', ...built });
  }
}

async function ask(question: Extract<ThreadReport, { kind: 'embed' }>): Promise<Embedded> {
  report(question);
  const [answer] = (await once(port(), 'message')) as [Embedded];
  return answer;
}

function report(message: ThreadReport): void {
  port().postMessage(message, 'index' in message && message.index ? arraysOf(message.index) : []);
}

/** What is given away instead of copied. */
function arraysOf({ vectors, ids }: FlatIndex): ArrayBuffer[] {
  const { exact, coarse, scales, errors } = vectors;
  return [exact, coarse, scales, errors, ids.text, ids.ends].map(({ buffer }) => buffer as ArrayBuffer);
}

function port() {
  if (parentPort) return parentPort;
  throw new Error('index-worker.ts is started as a thread.');
}
