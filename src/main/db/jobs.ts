import { DeskError } from '../../shared/fault.ts';
import type { JobWindow } from '../../shared/job.ts';
import { MINUTE } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { abandonRequests } from './job-requests.ts';
import { addWait } from './job-waits.ts';
import { statement } from './statement.ts';

/** No lease is longer, so that one from a clock that has since been put back is recognised. */
export const LONGEST_LEASE_MS = 10 * MINUTE;

export interface NewJob {
  readonly kind: string;
  readonly payload: unknown;
  readonly maxAttempts: number;
  readonly key: string | null;
  readonly priority: number;
  readonly window: JobWindow;
  readonly runAt: number;
  /** Ids of jobs that must be done before it begins. */
  readonly after: readonly string[];
  /** Whose words it carries; null where it carries nobody's. */
  readonly clientId: string | null;
  /** The night that asked for it: what it writes is written down as that night's. */
  readonly nightId: string | null;
}

/**
 * Adds a job within the caller's transaction, where there is one. One of the kind with the same key that is not
 * finished stands for it: its id is returned, and nothing is added. Throws DeskError `conflict` where a job before it was
 * cancelled.
 */
export function insertJob(db: Db, job: NewJob, now: number): { id: string; isNew: boolean } {
  return db.transaction(() => {
    const id = newId();
    const { changes } = statement<[object]>(
      db,
      `INSERT INTO jobs (id, kind, key, state, priority, run_window, payload, run_at, max_attempts,
           client_id, night_id, created_at)
         VALUES (@id, @kind, @key, 'waiting', @priority, @window, @payload, @runAt, @maxAttempts,
           @clientId, @nightId, @now)
         ON CONFLICT (kind, key) WHERE state IN ('waiting', 'running') DO NOTHING`,
    ).run({ ...job, id, payload: JSON.stringify(job.payload), now });
    if (changes === 0) return { id: liveId(db, job), isNew: false };
    for (const afterId of job.after) {
      statement(db, 'INSERT OR IGNORE INTO job_dependencies (job_id, after_id) VALUES (?, ?)').run(
        id,
        afterId,
      );
    }
    refuseAfterCancelled(db, id);
    return { id, isNew: true };
  })();
}

/** It would wait for ever. Throws DeskError `conflict`. */
export function refuseAfterCancelled(db: Db, jobId: string): void {
  const before = statement<[string], { id: string }>(
    db,
    `SELECT a.id FROM job_dependencies AS d JOIN jobs AS a ON a.id = d.after_id
       WHERE d.job_id = ? AND a.state = 'cancelled'`,
  ).get(jobId);
  if (!before) return;
  const message = `It is to begin after the job ${before.id}, which was cancelled. Try that one again first.`;
  throw new DeskError('conflict', message);
}

function liveId(db: Db, { kind, key }: NewJob): string {
  const row = statement<[string, string | null], { id: string }>(
    db,
    "SELECT id FROM jobs WHERE kind = ? AND key = ? AND state IN ('waiting', 'running')",
  ).get(kind, key);
  if (!row) throw new Error(`The job ${kind} was neither added nor found.`);
  return row.id;
}

/** What may be claimed at the moment. */
export interface Claimable {
  /** The kinds that this process can run, and how long it holds one without a sign of life. */
  readonly leases: Readonly<Record<string, number>>;
  /** Windows in which something new may begin. */
  readonly windows: readonly JobWindow[];
  /** Kinds of which nothing new may begin. */
  readonly held: readonly string[];
}

/** A job that is this process's to run until the lease ends. */
export interface Claim {
  readonly id: string;
  /** Names this one claim. */
  readonly lease: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly progress: unknown;
  readonly attempt: number;
  readonly maxAttempts: number;
}

interface ClaimRecord {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly progress: string | null;
  readonly attempt: number;
  readonly max_attempts: number;
}

const ofKnownKind = 'kind IN (SELECT key FROM json_each(@leases))';
// Named, because the planner takes the index by state, and sorts everything that waits for each claim.
const begun = `INDEXED BY jobs_begun WHERE state = 'waiting' AND is_begun = 1 AND ${ofKnownKind}`;
const fresh = `INDEXED BY jobs_new WHERE state = 'waiting' AND is_begun = 0 AND ${ofKnownKind}
  AND run_window IN (SELECT value FROM json_each(@windows)) AND kind NOT IN (SELECT value FROM json_each(@held))
  AND NOT EXISTS (SELECT 1 FROM job_dependencies AS d JOIN jobs AS a ON a.id = d.after_id
    WHERE d.job_id = jobs.id AND a.state <> 'done')`;

const claimOne = (which: string, order: string) => `
  UPDATE jobs SET state = 'running', attempt = attempt + 1, waits_for = NULL, leased_by = @lease,
    lease_until = @now + min(@longest, (SELECT value FROM json_each(@leases) WHERE key = jobs.kind)),
    started_at = coalesce(started_at, @now)
  WHERE id = (SELECT id FROM jobs ${which} AND run_at <= @now ORDER BY ${order} LIMIT 1)
  RETURNING id, kind, payload, progress, attempt, max_attempts`;
const CLAIM_BEGUN = claimOne(begun, 'run_at, id');
const CLAIM_NEW = claimOne(fresh, 'priority, run_at, id');

/** Takes the next job that is due: what has begun first, then by priority and time. Null when there is none. */
export function claimNext(db: Db, what: Claimable, lease: string, now: number): Claim | null {
  const given = { ...parametersOf(what), lease, now, longest: LONGEST_LEASE_MS };
  const record =
    statement<[object], ClaimRecord>(db, CLAIM_BEGUN).get(given) ??
    (what.windows.length > 0 ? statement<[object], ClaimRecord>(db, CLAIM_NEW).get(given) : undefined);
  if (!record) return null;
  const { id, kind, attempt, max_attempts: maxAttempts } = record;
  const progress: unknown = record.progress === null ? null : JSON.parse(record.progress);
  return { id, lease, kind, payload: JSON.parse(record.payload), progress, attempt, maxAttempts };
}

/** When the next job that may be claimed is due; null when none waits. */
export function nextDue(db: Db, what: Claimable): number | null {
  const given = parametersOf(what);
  const due = (which: string) =>
    statement<[object], { at: number | null }>(db, `SELECT min(run_at) AS at FROM jobs ${which}`).get(given)
      ?.at ?? null;
  return earliest([due(begun), what.windows.length > 0 ? due(fresh) : null]);
}

function parametersOf({ leases, windows, held }: Claimable) {
  return {
    leases: JSON.stringify(leases),
    windows: JSON.stringify(windows),
    held: JSON.stringify(held),
  };
}

/** The first of several times; null among none. */
export function earliest(times: readonly (number | null)[]): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Running jobs of these kinds of which nothing is out: what is about to be handed over. */
export function countAboutToAsk(db: Db, kinds: readonly string[]): number {
  const row = statement<[string], { n: number }>(
    db,
    `SELECT count(*) AS n FROM jobs
       WHERE state = 'running' AND is_begun = 0 AND kind IN (SELECT value FROM json_each(?))`,
  ).get(JSON.stringify(kinds));
  return row?.n ?? 0;
}

/** Still the job of this claim: whatever a late run wants to write is refused by it. */
const ours = "id = @id AND state = 'running' AND leased_by = @lease";
export const unleased = 'leased_by = NULL, lease_until = NULL';

/** Gives the leases of these claims a new end. Returns those that are still held. */
export function renewLeases(db: Db, claims: readonly (Claim & { leaseMs: number })[], now: number): Claim[] {
  const renew = statement<[object]>(db, `UPDATE jobs SET lease_until = @until WHERE ${ours}`);
  return db.transaction(() =>
    claims.filter(({ id, lease, leaseMs }) => {
      const until = now + Math.min(leaseMs, LONGEST_LEASE_MS);
      return renew.run({ id, lease, until }).changes === 1;
    }),
  )();
}

/** Keeps how far a job is. False when it is no longer the claim's. */
export function setProgress(db: Db, { id, lease }: Claim, progress: unknown): boolean {
  return (
    statement<[object]>(db, `UPDATE jobs SET progress = @progress WHERE ${ours}`).run({
      id,
      lease,
      progress: JSON.stringify(progress),
    }).changes === 1
  );
}

/**
 * Ends a job well, together with everything `write` writes: both or nothing. False, with nothing written, when the job is
 * no longer the claim's (cancelled, or its lease was lost). Throws what `write` throws.
 */
export function finishJob(
  db: Db,
  { id, lease }: Claim,
  { result, write }: { readonly result: unknown; readonly write: ((db: Db) => void) | null },
  now: number,
): boolean {
  const text = result === undefined ? null : JSON.stringify(result);
  return db
    .transaction(() => {
      const { changes } = statement<[object]>(
        db,
        `UPDATE jobs SET state = 'done', ${unleased}, result = @result, finished_at = @now WHERE ${ours}`,
      ).run({ id, lease, result: text, now });
      if (changes === 0) return false;
      abandonRequests(db, [id], now);
      write?.(db);
      return true;
    })
    .immediate();
}

/** Puts a job off without costing it an attempt. False when it is no longer the claim's. */
export function snoozeJob(
  db: Db,
  { id, lease }: Claim,
  later: { readonly runAt: number; readonly because: string },
  now: number,
): boolean {
  return db
    .transaction(() => {
      const { changes } = statement<[object]>(
        db,
        `UPDATE jobs SET state = 'waiting', ${unleased}, attempt = attempt - 1, run_at = @runAt, waits_for = @because,
           is_begun = ${isBegun}
         WHERE ${ours}`,
      ).run({ id, lease, ...later });
      if (changes === 1) addWait(db, id, later.because, now);
      return changes === 1;
    })
    .immediate();
}

/** Whether something of a job is out or was answered; in updates of jobs. */
export const isBegun = `EXISTS (SELECT 1 FROM job_requests AS r
    WHERE r.job_id = jobs.id AND r.state IN ('submitting', 'submitted', 'replied'))`;

/** Appends what went wrong to the errors of a job: `@error`, at `@now`. */
export const addError = `errors = json_insert(errors, '$[#]', json_object('at', CAST(@now AS INTEGER), 'attempt', attempt, 'error', @error))`;

/** Keeps why an attempt came to nothing, and ends the job or lets it try again at `retryAt`. False as above. */
export function failJob(
  db: Db,
  { id, lease }: Claim,
  { error, retryAt }: { readonly error: string; readonly retryAt: number | null },
  now: number,
): boolean {
  const again = '(@retryAt IS NOT NULL AND attempt < max_attempts)';
  return (
    statement<[object]>(
      db,
      `UPDATE jobs SET ${unleased}, ${addError}, state = iif(${again}, 'waiting', 'failed'),
           finished_at = iif(${again}, NULL, @now), run_at = iif(${again}, @retryAt, run_at),
           is_begun = ${isBegun}
         WHERE ${ours}`,
    ).run({ id, lease, error, retryAt, now }).changes === 1
  );
}
