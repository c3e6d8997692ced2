import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { cancelJob, hastenJob, retryJob, wakeJobs } from '../db/job-control.ts';
import { listLiveJobsOf, releaseDependents } from '../db/client-jobs.ts';
import type { Log } from '../log.ts';
import { SECOND } from '../../shared/time.ts';
import { hearBell, ringBell } from './bell.ts';
import { waitsForMoney } from './budget.ts';
import type { Border } from './border.ts';
import type { EndpointInUse } from './endpoint-in-use.ts';
import type { Gates } from './gates.ts';
import type { JobKind } from './kind.ts';
import { enqueue, type JobSpec, type JobWish } from './queue.ts';
import { throttle } from './throttle.ts';
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
  /** See the worker. */
  readonly border?: Border;
  /** Called with the jobs whose rows changed, after they did; `all` where another process changed some. */
  readonly tell?: (changed: readonly string[] | 'all') => void;
}

/** The queue of one open data folder. */
export interface Jobs {
  /** Names of the kinds that can run here. */
  readonly kinds: readonly string[];
  /** Within the caller's transaction, where there is one; begun soon after it. See `enqueue` of the queue. */
  enqueue<P>(spec: JobSpec<P>, wish: JobWish<P>): { readonly id: string; readonly isNew: boolean };
  /** Ends a job and those that wait for it, here and at the endpoint. Throws as `cancelJob`. */
  cancel(jobId: string): void;
  /** Ends all jobs that carry this client's words; what waits for them, a night say, goes on without them. */
  giveUp(clientId: string): void;
  /** Jobs were added to the table, or these cancelled in it, in a transaction of somebody else's. */
  changed(cancelled: readonly string[]): void;
  /** Throws as `retryJob`. */
  retry(jobId: string): void;
  /** Lets a waiting job begin at once. Throws as `hastenJob`. */
  runNow(jobId: string): void;
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

/** Another process hears of what happens here this often at most. */
const RING_MS = SECOND / 2;

/** Opens the queue; nothing runs until it is started. */
export function openJobs(options: JobsOptions): Jobs {
  const { db, dataDir, clock, log, tell } = options;
  let stopListening: (() => void) | undefined;
  let isStarted = false;
  const ring = throttle(() => ringBell(dataDir, clock.now()), RING_MS);
  const told = (jobIds: readonly string[]): void => {
    tell?.(jobIds);
    // Whoever works on the folder, and shows it, is another process.
    if (!isStarted) ring.ask();
  };
  const worker = new Worker({ ...options, onChange: told });
  const act = (jobIds: readonly string[]): void => {
    told(jobIds);
    if (!isStarted) ringBell(dataDir, clock.now());
    worker.nudge();
  };
  return {
    kinds: options.kinds.map(({ name }) => name),
    ...changesOf({ db, clock, worker, act }),
    start: () => {
      isStarted = true;
      stopListening = hearBell(
        dataDir,
        () => {
          worker.nudge();
          tell?.('all');
        },
        log,
      );
      worker.start();
    },
    runOnce: () => worker.runOnce(),
    nudge: () => {
      worker.nudge();
      tell?.([]);
    },
    refresh: () => {
      // What was put off until the budget begins anew is looked at under the one that is set now.
      tell?.(wakeJobs(db, waitsForMoney, clock.now()));
      worker.refresh();
    },
    stop: async () => {
      stopListening?.();
      await worker.stop();
      ring.end();
    },
  };
}

interface ChangeParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly worker: Worker;
  /** Tells everybody whose business it is that these jobs changed. */
  readonly act: (jobIds: readonly string[]) => void;
}

/** What people and the product do to the queue. */
function changesOf({
  db,
  clock,
  worker,
  act,
}: ChangeParts): Pick<Jobs, 'enqueue' | 'cancel' | 'giveUp' | 'changed' | 'retry' | 'runNow'> {
  const cancel = (jobId: string): void => {
    const cancelled = cancelJob(db, jobId, clock.now());
    worker.drop(cancelled);
    act(cancelled);
  };
  return {
    enqueue: (spec, wish) => {
      const added = enqueue(db, spec, wish, clock.now());
      // A transaction is over before the next turn of the event loop.
      setImmediate(() => act([added.id]));
      return added;
    },
    cancel,
    giveUp: (clientId) => {
      const alive = listLiveJobsOf(db, clientId);
      releaseDependents(db, alive);
      for (const jobId of alive) cancel(jobId);
    },
    changed: (cancelled) => {
      worker.drop(cancelled);
      act(cancelled);
    },
    retry: (jobId) => {
      retryJob(db, jobId, clock.now());
      act([jobId]);
    },
    runNow: (jobId) => {
      hastenJob(db, jobId, clock.now());
      act([jobId]);
    },
  };
}
