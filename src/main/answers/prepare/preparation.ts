import type { AnswerGoal } from '../../../shared/answer.ts';
import { DeskError } from '../../../shared/fault.ts';
import type { Language } from '../../../shared/language.ts';
import type {
  PreparationEstimate,
  PreparationRun,
  PreparationStanding,
} from '../../../shared/preparation.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { cancelJob, changePayload } from '../../db/job-control.ts';
import {
  countRenewing,
  insertPreparation,
  listPreparations,
  listPreparing,
  markCancelled,
  readPreparation,
} from '../../db/preparation-runs.ts';
import { askForAnswers } from './ask.ts';
import { estimatePreparation } from './estimate.ts';
import { listLacking, type Lack } from './lacking.ts';

export interface PreparationParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'answers' | 'llama'>;
  /** Jobs were added or cancelled: whoever works on the queue should look. */
  readonly onChange: (cancelled: readonly string[]) => void;
}

export interface PrepareWish {
  /** Absent = all. */
  readonly intent?: string | undefined;
  readonly language?: Language | undefined;
  /** Absent = as the settings say when the answers are there. */
  readonly goesTo?: AnswerGoal | undefined;
}

export interface PreparationStart {
  /** The run that they are counted as; null where nothing is lacking. */
  readonly runId: string | null;
  /** All jobs that work on what is lacking, those that were on their way too. */
  readonly jobs: readonly string[];
  /** Of them, those that this asked for. */
  readonly added: number;
  /** Answers that are lacking. */
  readonly missing: number;
}

/** Runs that an estimate looks back on. */
const lookedBackOn = 20;

/** Prepared answers, as they should be: finds what is lacking and asks for it. The work itself is done by jobs. */
export class Preparation {
  readonly #parts: PreparationParts;

  constructor(parts: PreparationParts) {
    this.#parts = parts;
  }

  /** What is lacking now. Throws DeskError `not_found` for an intent that is not there. */
  lacking(wish: Pick<PrepareWish, 'intent' | 'language'> = {}): Lack[] {
    const { db, clock, settings } = this.#parts;
    const { intent, language } = wish;
    return listLacking(db, { intent, language, variations: settings().answers.variations }, clock.now());
  }

  /** What asking for all that is lacking will take. */
  estimate(): PreparationEstimate {
    const { db, settings } = this.#parts;
    return estimatePreparation(this.lacking(), listPreparations(db, lookedBackOn), settings().llama);
  }

  /** Asks for exactly what is lacking; what is on its way already is not asked for again. */
  start(wish: PrepareWish = {}): PreparationStart {
    const { db, clock } = this.#parts;
    const now = clock.now();
    const started = db
      .transaction(() => {
        const lacking = this.lacking(wish);
        const asked = lacking.map((lack) => this.#ask(lack, wish, now));
        const jobs = asked.map(({ id }) => id);
        const missing = lacking.reduce((sum, one) => sum + one.missing, 0);
        return {
          runId: jobs.length === 0 ? null : insertPreparation(db, { wanted: missing, jobs }, now),
          jobs,
          added: asked.filter(({ isNew }) => isNew).length,
          missing,
        };
      })
      .immediate();
    this.#parts.onChange([]);
    return started;
  }

  #ask({ intentId, language }: Lack, { goesTo }: PrepareWish, now: number) {
    const { db } = this.#parts;
    const payload = { intentId, language, ...(goesTo ? { goesTo } : {}) };
    const job = askForAnswers(db, payload, now);
    // One that was to write less, of what had changed alone, takes the rest with it.
    if (!job.isNew) changePayload(db, job.id, payload);
    return job;
  }

  /** Ends a run, here and at the endpoint; what it wrote stays. Throws DeskError where it is over. */
  cancel(runId: string): PreparationRun {
    const { db, clock } = this.#parts;
    const now = clock.now();
    const { jobs, run } = db
      .transaction(() => {
        const alive = listPreparing(db, runId);
        if (alive.length === 0) {
          const { startedAt } = readPreparation(db, runId);
          const at = new Date(startedAt).toISOString();
          throw new DeskError('conflict', `The preparation of answers begun at ${at} is over already.`);
        }
        const cancelled = alive.flatMap((jobId) => cancelJob(db, jobId, now));
        markCancelled(db, runId, now);
        return { jobs: cancelled, run: readPreparation(db, runId) };
      })
      .immediate();
    this.#parts.onChange(jobs);
    return run;
  }

  standing(): PreparationStanding {
    const { db } = this.#parts;
    return { last: listPreparations(db, 1)[0] ?? null, renewing: countRenewing(db) };
  }
}
