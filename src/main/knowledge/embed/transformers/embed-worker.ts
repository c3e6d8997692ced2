import { Worker } from 'node:worker_threads';
import { DeskError } from '../../../../shared/fault.ts';
import type { WorkerAnswer, WorkerRequest, WorkerTask } from './worker-protocol.ts';

interface Waiting {
  readonly text: string;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: DeskError) => void;
}

export interface EmbedWorkerParts {
  /** The worker's code: a source, or a bundle. */
  readonly file: string | URL;
  /** The folder of the model. */
  readonly dir: string;
}

/**
 * A thread with a model in it. Texts are embedded one after the other, so that a text's vector is the same whatever else is asked; messages
 * go before lasting texts. Ends for good when the model cannot be loaded or the thread dies: everything rejects then.
 */
export class EmbedWorker {
  readonly #worker: Worker;
  readonly #urgent: Waiting[] = [];
  readonly #patient: Waiting[] = [];
  #current: Waiting | null = null;
  #sent = 0;
  #isLoaded = false;
  #end: DeskError | null = null;
  /** Resolves when the model is in memory, rejects with what kept it from being so. */
  readonly loaded: Promise<void>;
  #settleLoaded: { readonly resolve: () => void; readonly reject: (error: DeskError) => void } | null = null;

  constructor({ file, dir }: EmbedWorkerParts) {
    const workerData: WorkerTask = { dir };
    this.#worker = new Worker(file, { workerData });
    this.#worker.unref();
    this.loaded = new Promise((resolve, reject) => {
      this.#settleLoaded = { resolve, reject };
    });
    this.loaded.catch(() => undefined);
    this.#worker.on('message', (answer: WorkerAnswer) => this.#hear(answer));
    this.#worker.on('error', (error: Error) => this.#stop(error.message));
    this.#worker.on('exit', () => this.#stop('its thread ended'));
  }

  isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** The vector of a text. Rejects with DeskError `embedder_unreachable`. */
  embed(text: string, isUrgent: boolean): Promise<Float32Array> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      (isUrgent ? this.#urgent : this.#patient).push({ text, resolve, reject });
      // Who waits for a vector keeps the process; an idle thread must not keep a command from ending.
      this.#worker.ref();
      this.#next();
    });
  }

  /** Ends the thread; what waits rejects. */
  async close(): Promise<void> {
    this.#stop('it was closed');
    await this.#worker.terminate();
  }

  #next(): void {
    if (!this.#isLoaded || this.#current) return;
    this.#current = this.#urgent.shift() ?? this.#patient.shift() ?? null;
    if (!this.#current) {
      this.#worker.unref();
      return;
    }
    const request: WorkerRequest = { id: ++this.#sent, text: this.#current.text };
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- A thread, not a window.
    this.#worker.postMessage(request);
  }

  #hear(answer: WorkerAnswer): void {
    switch (answer.kind) {
      case 'loaded':
        this.#isLoaded = true;
        this.#settleLoaded?.resolve();
        break;
      case 'broken':
        this.#stop(answer.message);
        return;
      case 'vector':
        this.#current?.resolve(answer.vector);
        this.#current = null;
        break;
      case 'failed':
        this.#current?.reject(unusable(answer.message));
        this.#current = null;
        break;
    }
    this.#next();
  }

  #stop(why: string): void {
    if (this.#end) return;
    this.#end = unusable(why);
    this.#settleLoaded?.reject(this.#end);
    for (const waiting of [this.#current, ...this.#urgent.splice(0), ...this.#patient.splice(0)])
      waiting?.reject(this.#end);
    this.#current = null;
    this.#worker.unref();
  }
}

function unusable(why: string): DeskError {
  const message = `The model on this computer cannot be used (${why}). Fetch it anew in Settings, or choose another embedder.`;
  return new DeskError('embedder_unreachable', message);
}
