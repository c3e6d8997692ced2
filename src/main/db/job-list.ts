import type { JobCount, JobRow, JobState, JobWindow } from '../../shared/job.ts';
import { MINUTE } from '../../shared/time.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

interface RowRecord {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly run_window: JobWindow;
  readonly run_at: number;
  readonly attempt: number;
  readonly max_attempts: number;
  readonly waits_for: string | null;
  readonly last_error: string | null;
  readonly progress: string | null;
  readonly result: string | null;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly cost_usd: number;
}

// Of the progress and the result what a line shows: a kind may keep whole texts in them.
const SELECT = `
  SELECT id, kind, state, run_window, run_at, attempt, max_attempts, waits_for, created_at, started_at, finished_at,
    iif(progress IS NULL, NULL, json_object('done', progress ->> '$.done', 'of', progress ->> '$.of',
      'phase', progress ->> '$.phase', 'now', progress ->> '$.now')) AS progress,
    iif(result IS NULL, NULL, json_object('taken', result ->> '$.taken', 'rejected', result ->> '$.rejected',
      'reasons', json(result -> '$.reasons'), 'because', result ->> '$.because')) AS result,
    errors ->> '$[#-1].error' AS last_error,
    (SELECT total(cost_usd) FROM job_requests WHERE job_id = jobs.id) AS cost_usd
  FROM jobs`;

export interface JobPage {
  readonly state: JobState;
  /** Null: of every kind. */
  readonly kind: string | null;
  /** Only older ones than this. */
  readonly before: { readonly createdAt: number; readonly id: string } | null;
  readonly limit: number;
}

/** One page of the jobs in a state, newest first, and whether there are older ones. */
export function pageOfJobs(db: Db, page: JobPage): { readonly rows: JobRow[]; readonly hasMore: boolean } {
  const { state, kind, before, limit } = page;
  const ofKind = kind === null ? '' : 'AND kind = @kind';
  const older =
    before === null ? '' : 'AND created_at <= @createdAt AND (created_at < @createdAt OR id < @id)';
  const records = statement<[object], RowRecord>(
    db,
    `${SELECT} WHERE state = @state ${ofKind} ${older} ORDER BY created_at DESC, id DESC LIMIT @limit + 1`,
  ).all({ state, limit, ...(kind === null ? {} : { kind }), ...before });
  return { rows: records.slice(0, limit).map(toRow), hasMore: records.length > limit };
}

/** These jobs as they are now, in no order; those that are gone are left out. */
export function readJobRows(db: Db, ids: readonly string[]): JobRow[] {
  return statement<[string], RowRecord>(db, `${SELECT} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map(toRow);
}

/** How many jobs of each kind are in each state. */
export function countByKind(db: Db): JobCount[] {
  return statement<[], JobCount>(
    db,
    'SELECT kind, state, count(*) AS n FROM jobs GROUP BY kind, state ORDER BY kind, state',
  ).all();
}

/** The number of the newest row, and the ids of those after a number: what was added since. */
export function addedSince(db: Db, rowid: number, limit: number): { rowid: number; ids: string[] } {
  const rows = statement<[number, number], { rowid: number; id: string }>(
    db,
    'SELECT rowid, id FROM jobs WHERE rowid > ? ORDER BY rowid DESC LIMIT ?',
  ).all(rowid, limit);
  return { rowid: rows[0]?.rowid ?? rowid, ids: rows.map(({ id }) => id) };
}

/** Jobs that run, that have something out, or that are about to begin. */
export function countActive(db: Db, now: number): number {
  const row = statement<[object], { n: number }>(
    db,
    `SELECT (SELECT count(*) FROM jobs WHERE state = 'running')
       + (SELECT count(*) FROM jobs WHERE state = 'waiting' AND is_begun = 1)
       + (SELECT count(*) FROM jobs WHERE state = 'waiting' AND is_begun = 0 AND run_at <= @soon) AS n`,
    // A failed attempt waits this long at most for the next one.
  ).get({ soon: now + 30 * MINUTE });
  return row?.n ?? 0;
}

/** When the first of the unfinished jobs began; null where none has. */
export function firstBegun(db: Db): number | null {
  return (
    statement<[], { at: number | null }>(
      db,
      "SELECT min(started_at) AS at FROM jobs WHERE state IN ('waiting', 'running')",
    ).get()?.at ?? null
  );
}

/** How many jobs ended well, and how many failed, since this moment. */
export function countEnded(db: Db, since: number): { done: number; failed: number } {
  const row = statement<[number], { done: number | null; failed: number | null }>(
    db,
    `SELECT sum(state = 'done') AS done, sum(state = 'failed') AS failed FROM jobs WHERE finished_at >= ?`,
  ).get(since);
  return { done: row?.done ?? 0, failed: row?.failed ?? 0 };
}

/** US dollars that answers cost which arrived from this moment on. */
export function spentSince(db: Db, since: number): number {
  const row = statement<[number], { usd: number }>(
    db,
    'SELECT total(cost_usd) AS usd FROM job_requests WHERE ended_at >= ? AND cost_usd IS NOT NULL',
  ).get(since);
  return row?.usd ?? 0;
}

function toRow(record: RowRecord): JobRow {
  return {
    id: record.id,
    kind: record.kind,
    state: record.state,
    window: record.run_window,
    runAt: record.run_at,
    attempt: record.attempt,
    maxAttempts: record.max_attempts,
    waitsFor: record.waits_for,
    lastError: record.last_error,
    progress: record.progress === null ? null : JSON.parse(record.progress),
    result: record.result === null ? null : JSON.parse(record.result),
    createdAt: record.created_at,
    startedAt: record.started_at,
    finishedAt: record.finished_at,
    costUsd: record.cost_usd,
  };
}
