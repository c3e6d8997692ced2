import type { z } from 'zod';
import type { Db } from '../db/db.ts';
import type { LlamaReply, LlamaRequest } from '../llama/endpoint.ts';
import type { Log } from '../log.ts';

/**
 * What a run ends with. `snooze` costs no attempt. `write` puts what the job made into the product's tables, in the same
 * transaction that ends the job: after a crash there is both or neither, and a cancelled job writes nothing.
 */
export type Outcome =
  | { readonly kind: 'done'; readonly result?: unknown; readonly write?: (db: Db) => void }
  | { readonly kind: 'snooze'; readonly ms: number; readonly because: string }
  | { readonly kind: 'fail'; readonly error: string; readonly isRetryable: boolean };

/** One claimed job, as its kind sees it. */
export interface RunningJob<P, G> {
  readonly id: string;
  readonly payload: P;
  /** 1 for the first. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** What was reported last, also before a restart; null at first. */
  readonly progress: G | null;
  /** Aborts when the job was cancelled, its lease was lost, or the app closes. */
  readonly signal: AbortSignal;
  report(this: void, progress: G): void;
}

/** What the worker lends to a run. */
export interface JobTools {
  /**
   * Asks LLaMA once per step, however often the job runs: the first request of a step stands, and its reply is given back
   * after a restart too. Throws a Snooze while the answer is not there, which the run lets through; so a run is short,
   * and begins from the top each time. One step at a time. Throws LlamaFault.
   */
  ask(this: void, step: string, request: LlamaRequest): Promise<LlamaReply>;
  /** The reply of this step was of no use: the next `ask` asks anew. It stays to be looked at. */
  discard(this: void, step: string): void;
  readonly log: Log;
}

/** One kind of offline work: what it takes and how it runs. Added to the list that the core is opened with. */
export interface JobKind<P = unknown, G = unknown> {
  /** Small letters, digits and underscores. Never changed: rows carry it. */
  readonly name: string;
  readonly payload: z.ZodType<P>;
  readonly progress: z.ZodType<G>;
  readonly maxAttempts: number;
  /** How long a job is held without a sign of life; the worker gives one three times within it. */
  readonly leaseMs: number;
  /** Asks no endpoint: it runs also where none is set and when the budget is spent. */
  readonly isLocal?: boolean;
  /** What it asks holds nothing of a client, only the house's own texts. Of every other kind each request is looked at before it leaves. */
  readonly carriesNoClientText?: true;
  /** What it throws counts as an attempt that may be tried again. */
  run(job: RunningJob<P, G>, tools: JobTools): Promise<Outcome>;
}

/** Thrown by `ask` while there is nothing to do but wait: the run ends, and begins again later. */
export class Snooze extends Error {
  readonly ms: number;
  readonly because: string;

  constructor(ms: number, because: string) {
    super(because);
    this.name = 'Snooze';
    this.ms = ms;
    this.because = because;
  }
}
