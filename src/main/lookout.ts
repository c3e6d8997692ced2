import type { Log } from './log.ts';

interface LookoutParts {
  /** What it throws is logged, and the next look finds the same: another process may write for long. */
  readonly look: () => void;
  readonly everyMs: number;
  /** What belongs together comes within this time, and is looked at together; within one turn unless given. */
  readonly soonMs?: number;
  /** What the log says of a look that failed. */
  readonly failed: string;
  readonly log: Log;
}

/** Looks again and again at what nobody tells. Keeps no process from ending. */
export class Lookout {
  readonly #parts: LookoutParts;
  /** Takes the look back that is to come soon. */
  #unask: (() => void) | undefined;
  #regular: NodeJS.Timeout | undefined;

  constructor(parts: LookoutParts) {
    this.#parts = parts;
  }

  now(): void {
    const { look, failed, log } = this.#parts;
    try {
      look();
    } catch (error) {
      log.warn({ error: (error as Error).name }, failed);
    }
  }

  /** From now on, first after `everyMs`. */
  start(): void {
    this.#regular ??= setInterval(() => this.now(), this.#parts.everyMs).unref();
  }

  /** Something was told that makes it worth a look. Costs nothing now, and does nothing while it is stopped. */
  soon(): void {
    if (this.#regular === undefined) return;
    this.#unask ??= later(this.#parts.soonMs, () => {
      this.#unask = undefined;
      this.now();
    });
  }

  stop(): void {
    clearInterval(this.#regular);
    this.#unask?.();
    this.#regular = undefined;
    this.#unask = undefined;
  }
}

function later(ms: number | undefined, run: () => void): () => void {
  if (ms === undefined) {
    const turn = setImmediate(run);
    return () => clearImmediate(turn);
  }
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
}
