import { DeskError } from '../../../shared/fault.ts';
import type { KnowledgeRun, RunEstimate, RunGoal } from '../../../shared/knowledge-run.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { cancelJob } from '../../db/job-control.ts';
import { listAliveJobs } from '../../db/knowledge-batches.ts';
import { endRun, findRunning, insertRun, listRuns, readRun, removeMadeBy } from '../../db/knowledge-runs.ts';
import { estimateRun } from './estimate.ts';
import { planNext } from './next-batches.ts';
import type { Plan } from './plan.ts';

export interface GenerationParts {
  readonly db: Db;
  readonly clock: Clock;
  /** Throws DeskError where it cannot be used. */
  readonly planOf: () => Plan;
  readonly promptVersion: string;
  readonly settings: () => Pick<Settings, 'llama' | 'knowledge'>;
  /** Jobs were added or cancelled, insights went: whoever works on the queue, and the index, should look. */
  readonly onChange: (runId: string, cancelledJobs: readonly string[]) => void;
}

export interface RunWish {
  readonly target: number;
  readonly goesTo: RunGoal;
}

/** Insights in one request: more make the last ones worse, and an answer that is lost more expensive. */
const perBatch = 10;

/** Runs of the knowledge generator: begun, gone on with, ended, undone. The work itself is done by jobs. */
export class Generation {
  readonly #parts: GenerationParts;

  constructor(parts: GenerationParts) {
    this.#parts = parts;
  }

  /** Begins a run with its first batches. Throws DeskError `conflict` while another one goes on. */
  start({ target, goesTo }: RunWish): KnowledgeRun {
    const { db, clock, planOf, promptVersion, settings } = this.#parts;
    const plan = planOf();
    const lanes = settings().llama.concurrency;
    const now = clock.now();
    const run = db
      .transaction(() => {
        const wish = { target, goesTo, lanes, perBatch, planVersion: plan.version, promptVersion };
        const id = insertRun(db, wish, now);
        planNext(db, { id, target, lanes, perBatch }, plan, now);
        return readRun(db, id);
      })
      .immediate();
    this.#parts.onChange(run.id, []);
    return run;
  }

  /** Goes on with a run whose jobs have all failed, or that was told to go on otherwise. Throws DeskError. */
  resume(runId: string): KnowledgeRun {
    const { db, clock, planOf } = this.#parts;
    const plan = planOf();
    const run = db
      .transaction(() => {
        const before = readRun(db, runId);
        if (before.state !== 'running')
          throw new DeskError('conflict', `The run ${runId} is over. Start another one.`);
        planNext(db, before, plan, clock.now());
        return readRun(db, runId);
      })
      .immediate();
    this.#parts.onChange(run.id, []);
    return run;
  }

  /** Another run that wants as much and goes where this one went. Throws as `start` does. */
  again(runId: string): KnowledgeRun {
    const { target, goesTo } = readRun(this.#parts.db, runId);
    return this.start({ target, goesTo });
  }

  /** Ends a run, here and at the endpoint; what it made stays. Throws DeskError where it is over. */
  cancel(runId: string): KnowledgeRun {
    const { db } = this.#parts;
    const { jobs, run } = db
      .transaction(() => {
        if (readRun(db, runId).state !== 'running')
          throw new DeskError('conflict', `The run ${runId} is over already.`);
        return { jobs: this.#end(runId), run: readRun(db, runId) };
      })
      .immediate();
    this.#parts.onChange(runId, jobs);
    return run;
  }

  /** Removes exactly what a run made, all or nothing; one that goes on is ended. Its numbers and rejects stay. */
  undo(runId: string): { readonly removed: number; readonly run: KnowledgeRun } {
    const { db, clock } = this.#parts;
    const { jobs, ...undone } = db
      .transaction(() => {
        const { state } = readRun(db, runId);
        if (state === 'undone') throw new DeskError('conflict', `The run ${runId} was undone already.`);
        const ended = state === 'running' ? this.#end(runId) : [];
        const removed = removeMadeBy(db, runId, clock.now());
        return { jobs: ended, removed, run: readRun(db, runId) };
      })
      .immediate();
    this.#parts.onChange(runId, jobs);
    return undone;
  }

  /** The run that goes on; null where none does. */
  current(): KnowledgeRun | null {
    const id = findRunning(this.#parts.db);
    return id === null ? null : readRun(this.#parts.db, id);
  }

  /** All runs, newest first. */
  list(): KnowledgeRun[] {
    return listRuns(this.#parts.db);
  }

  estimate(target: number): RunEstimate {
    return estimateRun(target, perBatch, this.list(), this.#parts.settings().llama);
  }

  #end(runId: string): string[] {
    const { db, clock } = this.#parts;
    const now = clock.now();
    const jobs = listAliveJobs(db, runId).flatMap((jobId) => cancelJob(db, jobId, now));
    endRun(db, runId, 'cancelled', now);
    return jobs;
  }
}
