import type { z } from 'zod';
import type { JobWindow } from '../../shared/job.ts';
import type { Db } from '../db/db.ts';
import { insertJob } from '../db/jobs.ts';

/** What must be known of a kind to ask for one of its jobs: nothing of how it runs. */
export interface JobSpec<P> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
  readonly maxAttempts: number;
}

export interface JobWish<P> {
  readonly payload: P;
  /** While one of this kind and key waits or runs, it stands for this one. */
  readonly key?: string;
  /** 0 to 9, the smaller first. */
  readonly priority?: number;
  readonly window?: JobWindow;
  readonly runAt?: number;
  /** Ids of jobs that must be done before it begins. One of them cancelled cancels it. */
  readonly after?: readonly string[];
  /** Whose words it carries: forgetting that client empties it. */
  readonly clientId?: string;
  /** The night that asks for it: undoing the night takes back what it wrote. */
  readonly nightId?: string;
}

/**
 * Asks for a job, in the transaction of the data that asks for it where there is one: both or neither. Who calls this in
 * a process with a worker tells it afterwards (`jobs.nudge`). Throws ZodError for a payload that is none of the kind.
 */
export function enqueue<P>(
  db: Db,
  spec: JobSpec<P>,
  wish: JobWish<P>,
  now: number,
): { readonly id: string; readonly isNew: boolean } {
  const { name: kind, maxAttempts } = spec;
  const { key = null, priority = 5, window = 'now', runAt = now, after = [] } = wish;
  const { clientId = null, nightId = null } = wish;
  const payload = spec.payload.parse(wish.payload);
  const job = { kind, maxAttempts, payload, key, priority, window, runAt, after, clientId, nightId };
  return insertJob(db, job, now);
}
