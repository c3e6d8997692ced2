import { Worker } from 'node:worker_threads';
import type { IndexTask, ThreadReport } from './thread-messages.ts';

/** Beside the sources it is a source, beside the bundle a bundle of its own. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? 'index-worker.ts' : 'index-worker.cjs',
  import.meta.url,
);

type EmbedReport = Extract<ThreadReport, { kind: 'embed' }>;
type Result = Exclude<ThreadReport, EmbedReport>;

export interface IndexThread {
  /** What the thread came to. Rejects with what went wrong in it, and with what `onEmbed` rejected with. */
  readonly result: Promise<Result>;
  /** Ends it at once; resolves when nothing of it runs any more. `result` rejects then, unless it is there. */
  end(): Promise<void>;
}

/** Starts a thread for one task. `onEmbed` resolves when the texts have vectors, to the length of those. */
export function startIndexThread(
  task: IndexTask,
  onEmbed: (report: EmbedReport) => Promise<{ dimension: number }>,
): IndexThread {
  const worker = new Worker(entry, { workerData: task });
  const exited = new Promise<void>((resolve) => void worker.once('exit', () => resolve()));
  const result = new Promise<Result>((resolve, reject) => {
    worker.on('message', (report: ThreadReport) => {
      if (report.kind !== 'embed') resolve(report);
      else onEmbed(report).then((embedded) => worker.postMessage(embedded), reject);
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The thread of the index ended before its work.')));
  });
  const end = async () => {
    await worker.terminate();
    await exited;
  };
  return { result: before(end, result), end };
}

/** What `work` comes to, heard of only when `end` is done. */
async function before<T>(end: () => Promise<void>, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } finally {
    await end();
  }
}
