import { DeskError } from '../../shared/fault.ts';
import { waits } from '../../shared/job-waits.ts';
import type { Db } from './db.ts';
import { abandonRequests, loseRequests } from './job-requests.ts';
import { addError, isBegun, LONGEST_LEASE_MS, refuseAfterCancelled, unleased } from './jobs.ts';
import { statement } from './statement.ts';

export interface Deserted {
  /** Claims that this process is running. */
  readonly running: readonly string[];
  /** Begins every lease whose holder is known to be dead, whatever its end; null where nobody is. */
  readonly deadHolder: string | null;
}

/** No lease ends so late: the clock has been put back since. Twice the longest, because two processes read the time at two moments. */
const IMPOSSIBLE_MS = 2 * LONGEST_LEASE_MS;

const deserted = `state = 'running' AND leased_by NOT IN (SELECT value FROM json_each(@running))
  AND (lease_until <= @now OR lease_until > @now + @impossible
    OR substr(leased_by, 1, length(@deadHolder)) = @deadHolder)`;

const desertedNow = ({ running, deadHolder }: Deserted, now: number) => ({
  running: JSON.stringify(running),
  deadHolder,
  now,
  impossible: IMPOSSIBLE_MS,
});

/** Whether there is anything for `recoverJobs`. */
export function hasDeserted(db: Db, of: Deserted, now: number): boolean {
  const look = statement<[object]>(db, `SELECT 1 FROM jobs WHERE ${deserted} LIMIT 1`);
  return look.get(desertedNow(of, now)) !== undefined;
}

/**
 * Takes back jobs whose holder gave no sign of life: they are due at once, or have failed where that was their last
 * attempt. What they were handing over counts as lost. Returns their ids.
 */
export function recoverJobs(db: Db, of: Deserted, now: number): string[] {
  const take = statement<[object], { id: string }>(
    db,
    `UPDATE jobs SET ${unleased}, ${addError}, state = iif(attempt < max_attempts, 'waiting', 'failed'),
         finished_at = iif(attempt < max_attempts, NULL, @now), run_at = @now
       WHERE ${deserted} RETURNING id`,
  );
  return db
    .transaction(() => {
      const ids = take.all({ ...desertedNow(of, now), error: waits.ended }).map(({ id }) => id);
      loseRequests(db, ids, now);
      statement<[string]>(
        db,
        `UPDATE jobs SET is_begun = ${isBegun} WHERE id IN (SELECT value FROM json_each(?))`,
      ).run(JSON.stringify(ids));
      return ids;
    })
    .immediate();
}

/** When the first lease ends that is not among these; null when there is none. */
export function nextLeaseEnd(db: Db, running: readonly string[]): number | null {
  return (
    statement<[string], { at: number | null }>(
      db,
      `SELECT min(lease_until) AS at FROM jobs
         WHERE state = 'running' AND leased_by NOT IN (SELECT value FROM json_each(?))`,
    ).get(JSON.stringify(running))?.at ?? null
  );
}

/**
 * Ends a job and those that wait for it; what they have at an endpoint is to be taken back. Returns the ids of all of
 * them. Throws DeskError `not_found`, and `conflict` where it has ended already.
 */
export function cancelJob(db: Db, jobId: string, now: number): string[] {
  return db
    .transaction(() => {
      const ids = statement<[object], { id: string }>(
        db,
        `WITH RECURSIVE unwanted (id) AS (
             SELECT id FROM jobs WHERE id = @jobId AND state IN ('waiting', 'running')
             UNION SELECT d.job_id FROM job_dependencies AS d JOIN unwanted ON d.after_id = unwanted.id)
           UPDATE jobs SET state = 'cancelled', ${unleased}, waits_for = NULL, finished_at = @now
           WHERE id IN (SELECT id FROM unwanted) AND state IN ('waiting', 'running') RETURNING id`,
      )
        .all({ jobId, now })
        .map(({ id }) => id);
      if (ids.length === 0) throw refusal(db, jobId, 'cancelled', ['waiting', 'running']);
      abandonRequests(db, ids, now);
      return ids;
    })
    .immediate();
}

/** Gives a job that has not begun another payload; one that has stays as it is. */
export function changePayload(db: Db, jobId: string, payload: unknown): void {
  statement<[string, string]>(
    db,
    "UPDATE jobs SET payload = ? WHERE id = ? AND state = 'waiting' AND is_begun = 0",
  ).run(JSON.stringify(payload), jobId);
}

/**
 * Gives a job that failed or was cancelled all its attempts again; its errors stay. What it has at an endpoint, and
 * answers it had, are used. Throws DeskError `not_found`, and `conflict` where it has not ended so, its key is taken, or a job
 * before it was cancelled.
 */
export function retryJob(db: Db, jobId: string, now: number): void {
  db.transaction(() => {
    const { changes } = statement<[object]>(
      db,
      `UPDATE OR IGNORE jobs SET state = 'waiting', attempt = 0, run_at = @now, finished_at = NULL,
           is_begun = ${isBegun}
         WHERE id = @jobId AND state IN ('failed', 'cancelled')`,
    ).run({ jobId, now });
    if (changes === 0) throw refusal(db, jobId, 'tried again', ['failed', 'cancelled']);
    refuseAfterCancelled(db, jobId);
  }).immediate();
}

/**
 * Lets a waiting job begin, or go on, at once: whatever window it was for, and before others. Throws DeskError `not_found`,
 * and `conflict` where it does not wait.
 */
export function hastenJob(db: Db, jobId: string, now: number): void {
  const { changes } = statement<[object]>(
    db,
    `UPDATE jobs SET run_at = min(run_at, @now), run_window = 'now', priority = 0
       WHERE id = @jobId AND state = 'waiting'`,
  ).run({ jobId, now });
  if (changes === 0) throw refusal(db, jobId, 'begun now', []);
}

/** Makes due what was put off for one of these reasons, since it may hold no longer. Returns the ids. */
export function wakeJobs(db: Db, because: readonly string[], now: number): string[] {
  return statement<[object], { id: string }>(
    db,
    `UPDATE jobs SET run_at = @now
       WHERE state = 'waiting' AND run_at > @now AND waits_for IN (SELECT value FROM json_each(@because)) RETURNING id`,
  )
    .all({ because: JSON.stringify(because), now })
    .map(({ id }) => id);
}

/** `from`: the states that allow it; a job in one of them was refused for its key. */
function refusal(db: Db, jobId: string, what: string, from: readonly string[]): DeskError {
  const row = statement<[string], { state: string }>(db, 'SELECT state FROM jobs WHERE id = ?').get(jobId);
  if (!row)
    return new DeskError('not_found', `There is no job ${jobId}. \`jobs list\` shows which there are.`);
  const why = from.includes(row.state)
    ? 'another one with the same key is waiting or running'
    : `it is ${row.state}`;
  return new DeskError('conflict', `The job ${jobId} cannot be ${what}: ${why}.`);
}
