import { DeskError } from '../../shared/fault.ts';
import type { PreparationRun } from '../../shared/preparation.ts';
import { preparedSoFar } from './answer-origins.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

/** Keeps which jobs work on the answers that were lacking at one time. Call in the transaction that asks for them. */
export function insertPreparation(
  db: Db,
  { wanted, jobs }: { readonly wanted: number; readonly jobs: readonly string[] },
  now: number,
): string {
  const id = newId();
  statement<[string, number, number]>(
    db,
    'INSERT INTO preparation_runs (id, wanted, started_at) VALUES (?, ?, ?)',
  ).run(id, wanted, now);
  const add = statement<[string, string]>(
    db,
    'INSERT OR IGNORE INTO preparation_run_jobs (run_id, job_id) VALUES (?, ?)',
  );
  for (const jobId of jobs) add.run(id, jobId);
  return id;
}

interface RunRecord {
  readonly id: string;
  readonly wanted: number;
  readonly started_at: number;
  readonly cancelled_at: number | null;
}

/** The newest runs, the newest first. */
export function listPreparations(db: Db, limit: number): PreparationRun[] {
  return statement<[number], RunRecord>(
    db,
    'SELECT * FROM preparation_runs ORDER BY started_at DESC, id DESC LIMIT ?',
  )
    .all(limit)
    .map((record) => toRun(db, record));
}

/** Throws DeskError `not_found`. */
export function readPreparation(db: Db, runId: string): PreparationRun {
  const record = statement<[string], RunRecord>(db, 'SELECT * FROM preparation_runs WHERE id = ?').get(runId);
  if (!record) throw new DeskError('not_found', `There is no preparation ${runId} of answers.`);
  return toRun(db, record);
}

/** Jobs of a run that wait or run. */
export function listPreparing(db: Db, runId: string): string[] {
  return statement<[string], { id: string }>(
    db,
    `SELECT j.id FROM preparation_run_jobs AS r JOIN jobs AS j ON j.id = r.job_id
       WHERE r.run_id = ? AND j.state IN ('waiting', 'running') ORDER BY j.id`,
  )
    .all(runId)
    .map(({ id }) => id);
}

/** Jobs for answers that no run is waiting for. */
export function countRenewing(db: Db): number {
  const row = statement<[], { n: number }>(
    db,
    `SELECT count(*) AS n FROM jobs WHERE kind = 'prepare_answers' AND state IN ('waiting', 'running')
       AND id NOT IN (SELECT job_id FROM preparation_run_jobs)`,
  ).get();
  return row?.n ?? 0;
}

export function markCancelled(db: Db, runId: string, now: number): void {
  statement<[number, string]>(
    db,
    'UPDATE preparation_runs SET cancelled_at = coalesce(cancelled_at, ?) WHERE id = ?',
  ).run(now, runId);
}

function toRun(db: Db, record: RunRecord): PreparationRun {
  const jobs = statement<[string], { id: string }>(
    db,
    'SELECT job_id AS id FROM preparation_run_jobs WHERE run_id = ?',
  )
    .all(record.id)
    .map(({ id }) => id);
  const { alive, over, failed, taken, rejected, costUsd } = preparedSoFar(db, jobs);
  const ids = JSON.stringify(jobs);
  const rest = statement<[object], { gpuMs: number; endedAt: number | null; lastError: string | null }>(
    db,
    `SELECT (SELECT CAST(total(gpu_ms) AS INTEGER) FROM job_requests
           WHERE job_id IN (SELECT value FROM json_each(@ids))) AS gpuMs,
         max(finished_at) AS endedAt,
         (SELECT errors ->> '$[#-1].error' FROM jobs
           WHERE id IN (SELECT value FROM json_each(@ids)) AND state = 'failed'
           ORDER BY finished_at DESC LIMIT 1) AS lastError
       FROM jobs WHERE id IN (SELECT value FROM json_each(@ids))`,
  ).get({ ids });
  const came = taken + rejected;
  return {
    id: record.id,
    wanted: record.wanted,
    startedAt: record.started_at,
    endedAt: alive > 0 ? null : (rest?.endedAt ?? record.started_at),
    isCancelled: record.cancelled_at !== null,
    requests: { all: jobs.length, over, failed },
    alive,
    taken,
    rejected,
    yield: came === 0 ? null : taken / came,
    spending: { costUsd, gpuMs: rest?.gpuMs ?? 0 },
    lastError: rest?.lastError ?? null,
  };
}
