import { DeskError } from '../../../../shared/fault.ts';
import { SECOND } from '../../../../shared/time.ts';
import { startWorkerProcess, type WorkerParts, type WorkerProcess } from './worker-process.ts';
import type { WorkerAnswer } from './worker-protocol.ts';

interface Waiting {
  readonly text: string;
  /** Workers that were lost over it. */
  losses: number;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: DeskError) => void;
}

/** How long a worker may be silent, in ms, before it counts as stuck. */
export interface WorkerPatience {
  readonly loadMs: number;
  /** The first text after loading, one word. */
  readonly firstMs: number;
  readonly answerMs: number;
}

/** A message takes 16 ms to 45 ms (decision 14) and the longest text has some thirty times its tokens, so that this is a wide margin. */
export const usualPatience: WorkerPatience = {
  loadMs: 120 * SECOND,
  firstMs: 15 * SECOND,
  answerMs: 30 * SECOND,
};

export interface EmbedWorkerParts extends WorkerParts {
  readonly patience: WorkerPatience;
  /** Told once when nothing more comes from it, unless it was closed. */
  readonly onBroken: (error: DeskError) => void;
  /** Told whenever a worker was given up and another one is started. */
  readonly onLost: (why: string) => void;
}

/** Workers that may be lost in a row over the same text, or in a row without an answer to any. */
const mostLosses = 1;

/**
 * A model in a process of its own. Texts are embedded one after the other, so that a text's vector is the same whatever else is asked;
 * messages go before lasting texts. A worker that is silent for too long or dies is killed, and another one is asked the same once more.
 * Ends for good when the model cannot be loaded: everything rejects then.
 */
export class EmbedWorker {
  readonly #parts: EmbedWorkerParts;
  readonly #urgent: Waiting[] = [];
  readonly #patient: Waiting[] = [];
  #process: WorkerProcess;
  #current: Waiting | null = null;
  #sent = 0;
  #fruitless = 0;
  #isLoaded = false;
  #end: DeskError | null = null;
  #silence: NodeJS.Timeout | undefined;
  #tellLoaded: () => void = () => undefined;
  /** Resolves when the model is in memory and has answered, or never will. */
  readonly loaded: Promise<void>;

  constructor(parts: EmbedWorkerParts) {
    this.#parts = parts;
    this.loaded = new Promise((resolve) => {
      this.#tellLoaded = resolve;
    });
    this.#process = this.#start();
  }

  isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** The vector of a text. Rejects with DeskError `embedder_unreachable`. */
  embed(text: string, isUrgent: boolean): Promise<Float32Array> {
    if (this.#end) return Promise.reject(this.#end);
    return new Promise((resolve, reject) => {
      (isUrgent ? this.#urgent : this.#patient).push({ text, losses: 0, resolve, reject });
      // Who waits for a vector keeps the process; an idle worker must not keep a command from ending.
      this.#process.keep(true);
      this.#next();
    });
  }

  /** Ends the worker; what waits rejects. */
  async close(): Promise<void> {
    this.#stop(unusable('it was closed'));
    await this.#process.kill();
  }

  #start(): WorkerProcess {
    const { loadMs } = this.#parts.patience;
    this.#expect(loadMs);
    const started = startWorkerProcess(this.#parts, {
      onAnswer: (answer) => this.#hear(answer),
      onDeath: (why) => this.#lose(why),
    });
    started.keep(this.#isAwaited());
    return started;
  }

  /** Something is to come within this time. */
  #expect(ms: number): void {
    clearTimeout(this.#silence);
    const why = `no answer within ${ms / SECOND} s`;
    this.#silence = setTimeout(() => this.#lose(why), ms).unref();
  }

  #isAwaited(): boolean {
    return this.#current !== null || this.#urgent.length + this.#patient.length > 0;
  }

  #next(): void {
    if (!this.#isLoaded || this.#current) return;
    this.#current = this.#urgent.shift() ?? this.#patient.shift() ?? null;
    if (this.#current) this.#ask(this.#current.text, this.#parts.patience.answerMs);
    else this.#process.keep(false);
  }

  #ask(text: string, ms: number): void {
    this.#expect(ms);
    this.#process.send({ id: ++this.#sent, text });
  }

  #hear(answer: WorkerAnswer): void {
    clearTimeout(this.#silence);
    // A model that cannot embed a word is of no use; one that can is ready for what was asked meanwhile.
    if (answer.kind === 'loaded') this.#ask('halo', this.#parts.patience.firstMs);
    else if (answer.kind === 'broken') this.#break(unusable(answer.message));
    else if (this.#isLoaded) this.#settle(answer);
    else if (answer.kind === 'failed') this.#break(unusable(answer.message));
    else this.#begin();
  }

  #begin(): void {
    this.#isLoaded = true;
    this.#tellLoaded();
    // What the worker before it was asked comes first.
    if (this.#current) this.#ask(this.#current.text, this.#parts.patience.answerMs);
    else this.#next();
  }

  #settle(answer: Extract<WorkerAnswer, { kind: 'vector' | 'failed' }>): void {
    // What came over is part of a larger piece of memory.
    if (answer.kind === 'vector') this.#current?.resolve(answer.vector.slice());
    else this.#current?.reject(unusable(answer.message));
    this.#current = null;
    this.#fruitless = 0;
    this.#next();
  }

  /** The worker is silent or gone: another one takes its place. What was the end of two is given up. */
  #lose(why: string): void {
    if (this.#end) return;
    const isAtText = this.#isLoaded && this.#current !== null;
    this.#isLoaded = false;
    void this.#process.kill();
    if (!isAtText && ++this.#fruitless > mostLosses) return this.#break(unusable(why));
    if (isAtText && this.#current && ++this.#current.losses > mostLosses) {
      this.#current.reject(stuck(why));
      this.#current = null;
    }
    this.#parts.onLost(why);
    this.#process = this.#start();
  }

  #break(error: DeskError): void {
    if (this.#end) return;
    this.#stop(error);
    void this.#process.kill();
    this.#parts.onBroken(error);
  }

  #stop(error: DeskError): void {
    this.#end ??= error;
    this.#isLoaded = false;
    clearTimeout(this.#silence);
    this.#tellLoaded();
    for (const waiting of [this.#current, ...this.#urgent.splice(0), ...this.#patient.splice(0)])
      waiting?.reject(this.#end);
    this.#current = null;
  }
}

function unusable(why: string): DeskError {
  const message = `The model on this computer cannot be used (${why}). Fetch it anew in Settings, or choose another embedder.`;
  return new DeskError('embedder_unreachable', message);
}

function stuck(why: string): DeskError {
  const message = `The model on this computer did not embed a text (${why}, twice). Try again, or choose another embedder in Settings.`;
  return new DeskError('embedder_unreachable', message);
}
