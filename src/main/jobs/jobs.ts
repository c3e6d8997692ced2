import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { cancelJob, retryJob } from '../db/job-control.ts';
import type { Log } from '../log.ts';
import { hearBell, ringBell } from './bell.ts';
import type { EndpointInUse } from './endpoint-in-use.ts';
import type { Gates } from './gates.ts';
import type { JobKind } from './kind.ts';
import { enqueue, type JobSpec, type JobWish } from './queue.ts';
import { Worker } from './worker.ts';

export interface JobsOptions {
  readonly kinds: readonly JobKind[];
  readonly gates: Gates;
  /** Null while none is set. */
  readonly endpoint: () => EndpointInUse | null;
  readonly db: Db;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly role: 'owner' | 'guest';
}

/** The queue of one open data folder. */
export interface Jobs {
  /** Names of the kinds that can run here. */
  readonly kinds: readonly string[];
  /** Within the caller's transaction, where there is one; begun soon after it. See `enqueue` of the queue. */
  enqueue<P>(spec: JobSpec<P>, wish: JobWish<P>): { readonly id: string; readonly isNew: boolean };
  /** Ends a job and those that wait for it, here and at the endpoint. Throws as `cancelJob`. */
  cancel(jobId: string): void;
  /** Jobs were added to the table, or these cancelled in it, in a transaction of somebody else's. */
  changed(cancelled: readonly string[]): void;
  /** Throws as `retryJob`. */
  retry(jobId: string): void;
  /** Works through what is due until it is stopped. */
  start(): void;
  /** Works through what is due now. Returns how many runs that were. */
  runOnce(): Promise<number>;
  /** A gate opened, the machine woke up. */
  nudge(): void;
  /** The settings changed. */
  refresh(): void;
  /** What runs is ended so that it goes on at the next start. */
  stop(): Promise<void>;
}

/** Opens the queue; nothing runs until it is started. */
export function openJobs(options: JobsOptions): Jobs {
  const { db, dataDir, clock, log } = options;
  const worker = new Worker(options);
  let stopListening: (() => void) | undefined;
  let isStarted = false;
  const tell = (): void => {
    worker.nudge();
    // Whoever works on the folder is another process.
    if (!isStarted) ringBell(dataDir, clock.now());
  };
  return {
    kinds: options.kinds.map(({ name }) => name),
    enqueue: (spec, wish) => {
      const added = enqueue(db, spec, wish, clock.now());
      // A transaction is over before the next turn of the event loop.
      setImmediate(tell);
      return added;
    },
    cancel: (jobId) => {
      worker.drop(cancelJob(db, jobId, clock.now()));
      tell();
    },
    changed: (cancelled) => {
      worker.drop(cancelled);
      tell();
    },
    retry: (jobId) => {
      retryJob(db, jobId, clock.now());
      tell();
    },
    start: () => {
      isStarted = true;
      stopListening = hearBell(dataDir, () => worker.nudge(), log);
      worker.start();
    },
    runOnce: () => worker.runOnce(),
    nudge: () => worker.nudge(),
    refresh: () => worker.refresh(),
    stop: async () => {
      stopListening?.();
      await worker.stop();
    },
  };
}
