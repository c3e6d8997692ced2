import { setImmediate as nextTurn } from 'node:timers/promises';
import { jobWindows } from '../../shared/job.ts';
import { waits } from '../../shared/job-waits.ts';
import { MINUTE, SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { newId } from '../db/id.ts';
import { hasDeserted, nextLeaseEnd, recoverJobs } from '../db/job-control.ts';
import {
  claimNext,
  countAboutToAsk,
  earliest,
  nextDue,
  renewLeases,
  type Claim,
  type Claimable,
} from '../db/jobs.ts';
import type { Log } from '../log.ts';
import { TakingBack } from './abandoned.ts';
import { Asking } from './ask.ts';
import type { Border } from './border.ts';
import type { EndpointInUse } from './endpoint-in-use.ts';
import { open, type Gates, type Standing } from './gates.ts';
import type { JobKind } from './kind.ts';
import { closing, runJob } from './run-job.ts';

export interface WorkerOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly kinds: readonly JobKind[];
  /** The owner of the data folder knows that the owner before it is dead. */
  readonly role: 'owner' | 'guest';
  readonly gates: Gates;
  /** Null while none is set. */
  readonly endpoint: () => EndpointInUse | null;
  /** Looks at what kinds send that may carry a client's words. */
  readonly border?: Border;
  /** Runs of this process at one time. */
  readonly slots?: number;
  /** Called with the jobs whose rows changed, after they did. */
  readonly onChange?: (jobIds: readonly string[]) => void;
  readonly random?: () => number;
}

interface Run {
  readonly claim: Claim;
  readonly leaseMs: number;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

const SLOTS = 8;
/** Timers go by a clock that may stand still while the machine sleeps. */
const LONGEST_SLEEP_MS = 5 * MINUTE;
const SHORTEST_SLEEP_MS = 20;
/** Longer than a request that is being handed over gets. */
const LONGEST_STOP_MS = 6 * SECOND;

/**
 * Works through the queue: one per process. Idle it costs nothing; it sleeps until the next job is due, and wakes when
 * nudged. Any number of processes may work on one data folder.
 */
export class Worker {
  readonly #options: WorkerOptions;
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #leases: Readonly<Record<string, number>>;
  /** Kinds that need the endpoint. */
  readonly #askers: readonly string[];
  readonly #asking: Asking;
  readonly #takingBack: TakingBack;
  readonly #name: string;
  readonly #running = new Map<string, Run>();
  #claims = 0;
  #state: 'idle' | 'started' | 'stopping' = 'idle';
  #isNudged = false;
  /** Whose leases are void, until they have been taken back. */
  #deadHolder: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#kinds = new Map(options.kinds.map((kind) => [kind.name, kind]));
    this.#leases = Object.fromEntries(options.kinds.map(({ name, leaseMs }) => [name, leaseMs]));
    this.#askers = options.kinds.filter(({ isLocal }) => !isLocal).map(({ name }) => name);
    const { random = Math.random, gates } = options;
    const spend = (): Standing => (this.#state === 'stopping' ? closed(waits.closing) : gates.spend());
    this.#asking = new Asking({ ...options, random, spend });
    this.#takingBack = new TakingBack(options);
    this.#name = `${options.role}/${process.pid}/${newId()}`;
  }

  /** Takes back what a crash left running, then works until it is stopped. */
  start(): void {
    if (this.#state !== 'idle') return;
    this.#state = 'started';
    if (this.#options.role === 'owner') this.#deadHolder = 'owner/';
    this.nudge();
  }

  /** Something changed: a job was added, a gate opened, the machine woke up. Looks soon, after the caller has ended. */
  nudge(): void {
    if (this.#state !== 'started' || this.#isNudged) return;
    this.#isNudged = true;
    setImmediate(() => {
      this.#isNudged = false;
      if (this.#state === 'started') this.#look();
    });
  }

  /** The settings changed: an endpoint that was being spared is asked at once. */
  refresh(): void {
    this.#asking.pause.end();
    this.nudge();
  }

  /** Ends the runs of these jobs here, after they were cancelled. */
  drop(jobIds: readonly string[]): void {
    for (const { claim, abort } of this.#running.values()) {
      if (jobIds.includes(claim.id)) abort.abort(new Error('The job was cancelled.'));
    }
    this.nudge();
  }

  /** Works through everything that is due now, without a timer. Returns how many runs that were. */
  async runOnce(): Promise<number> {
    this.#rescue();
    let runs = 0;
    for (;;) {
      runs += this.#fill();
      if (this.#running.size === 0) break;
      await Promise.race([...this.#running.values()].map(({ ended }) => ended));
    }
    await this.#takingBack.run();
    return runs;
  }

  /** Claims nothing more and ends what runs; it goes on at the next start. */
  async stop(): Promise<void> {
    this.#state = 'stopping';
    clearTimeout(this.#timer);
    for (const { abort } of this.#running.values()) abort.abort(closing);
    await this.#settled(LONGEST_STOP_MS);
    if (this.#running.size > 0) this.#options.log.error({ jobs: this.#running.size }, 'jobs would not end');
    clearInterval(this.#heartbeat);
  }

  async #settled(ms: number): Promise<void> {
    if (this.#running.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
    });
    await Promise.race([Promise.all([...this.#running.values()].map(({ ended }) => ended)), enough]);
    clearTimeout(timer);
  }

  #look(): void {
    try {
      clearTimeout(this.#timer);
      const awake = this.#options.gates.awake();
      if (!awake.isOpen) return this.#sleep(awake.lookAgainMs);
      this.#rescue();
      this.#fill();
      if (this.#takingBack.nextAt !== null) void this.#takingBack.run().then(() => this.#plan());
      this.#plan();
    } catch (error) {
      // Another process holds the database for long, or the disk is full: neither ends the worker.
      this.#options.log.error({ error: (error as Error).name }, 'the queue could not be looked at');
      this.#sleep(MINUTE);
    }
  }

  /** Claims as much as there is room for. Returns how much it was. */
  #fill(): number {
    let claimed = 0;
    for (; this.#running.size < (this.#options.slots ?? SLOTS); claimed += 1) {
      const lease = `${this.#name}/${(this.#claims += 1)}`;
      const claim = claimNext(this.#options.db, this.#claimable().what, lease, this.#options.clock.now());
      if (claim === null) break;
      this.#begin(claim);
    }
    return claimed;
  }

  #begin(claim: Claim): void {
    const kind = this.#kinds.get(claim.kind);
    if (!kind) throw new Error(`A job of the kind ${claim.kind} was claimed, which nobody knows.`);
    const abort = new AbortController();
    const { db, clock, log, random = Math.random } = this.#options;
    const tell = () => this.#options.onChange?.([claim.id]);
    const parts = { db, clock, log, random, asking: this.#asking, onReport: tell };
    // A turn of its own for each: what several do first would keep everything else waiting for their sum.
    const run = nextTurn().then(() => runJob(parts, kind, claim, abort.signal));
    const ended = run.then(() => {
      this.#running.delete(claim.lease);
      if (this.#running.size === 0) this.#rest();
      tell();
      this.nudge();
    });
    tell();
    this.#running.set(claim.lease, { claim, leaseMs: kind.leaseMs, abort, ended });
    this.#heartbeat ??= setInterval(() => this.#beat(), Math.min(...Object.values(this.#leases)) / 3);
  }

  #rest(): void {
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
  }

  /** A sign of life for every run; one whose job is no longer ours is ended. */
  #beat(): void {
    try {
      const runs = [...this.#running.values()];
      const claims = runs.map(({ claim, leaseMs }) => ({ ...claim, leaseMs }));
      const held = new Set(
        renewLeases(this.#options.db, claims, this.#options.clock.now()).map(({ lease }) => lease),
      );
      for (const { claim, abort } of runs) {
        if (!held.has(claim.lease)) abort.abort(new Error('The job is no longer held by this run.'));
      }
    } catch (error) {
      this.#options.log.error({ error: (error as Error).name }, 'leases could not be renewed');
    }
  }

  /** Takes back what nobody gave a sign of life for. */
  #rescue(): void {
    const { db, clock, log } = this.#options;
    const running = [...this.#running.keys()];
    const deserted = { running, deadHolder: this.#deadHolder };
    const now = clock.now();
    const jobs = hasDeserted(db, deserted, now) ? recoverJobs(db, deserted, now) : [];
    this.#deadHolder = null;
    if (jobs.length === 0) return;
    log.warn({ jobs }, 'jobs were left running by a process that ended');
    this.#options.onChange?.(jobs);
  }

  /** What may be claimed now, and what stands in the way of the rest. */
  #claimable(): { readonly what: Claimable; readonly closed: readonly Standing[] } {
    const { gates } = this.#options;
    const begin = gates.begin();
    const windows = jobWindows.map((window) => ({ window, standing: gates.windows[window]() }));
    const ask =
      this.#askers.length > 0 ? this.#asking.standing(countAboutToAsk(this.#options.db, this.#askers)) : open;
    return {
      what: {
        leases: this.#leases,
        windows: begin.isOpen
          ? windows.filter(({ standing }) => standing.isOpen).map(({ window }) => window)
          : [],
        held: ask.isOpen ? [] : this.#askers,
      },
      closed: [begin, ask, ...windows.map(({ standing }) => standing)].filter(({ isOpen }) => !isOpen),
    };
  }

  /** Sleeps until something is due; for ever where nothing waits. */
  #plan(): void {
    if (this.#state !== 'started') return;
    clearTimeout(this.#timer);
    const { db, clock } = this.#options;
    const now = clock.now();
    const { what, closed } = this.#claimable();
    const hasRoom = this.#running.size < (this.#options.slots ?? SLOTS);
    const due = hasRoom ? nextDue(db, what) : null;
    const isHeld = closed.length > 0 && nextDue(db, { ...what, windows: jobWindows, held: [] }) !== null;
    const gates = closed.map((standing) => (standing.isOpen ? null : standing.lookAgainMs));
    const opens = isHeld ? earliest(gates) : null;
    const leaseEnd = nextLeaseEnd(db, [...this.#running.keys()]);
    const at = earliest([due, opens === null ? null : now + opens, leaseEnd, this.#takingBack.nextAt]);
    this.#sleep(at === null ? null : at - now);
  }

  #sleep(ms: number | null): void {
    clearTimeout(this.#timer);
    if (ms === null || this.#state !== 'started') return;
    const span = Math.min(LONGEST_SLEEP_MS, Math.max(SHORTEST_SLEEP_MS, ms));
    this.#timer = setTimeout(() => this.nudge(), span);
  }
}

function closed(because: string): Standing {
  return { isOpen: false, because, lookAgainMs: null };
}
