import type { RejectedInsight, RejectReason } from '../../shared/knowledge-run.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** One request to the model: so many insights for one cell of the plan. */
export interface KnowledgeBatch {
  readonly runId: string;
  /** 1 for the first of its run. */
  readonly ordinal: number;
  readonly jobId: string;
  readonly cell: string;
  readonly asked: number;
}

export function insertBatch(db: Db, batch: KnowledgeBatch, now: number): void {
  statement<[object]>(
    db,
    `INSERT INTO knowledge_batches (run_id, ordinal, job_id, cell, asked, planned_at)
       VALUES (@runId, @ordinal, @jobId, @cell, @asked, @now)`,
  ).run({ ...batch, now });
}

/** The batch of a job while its run goes on; null where that is over. */
export function readOpenBatch(db: Db, runId: string, ordinal: number): KnowledgeBatch | null {
  const row = statement<[string, number], KnowledgeBatch>(
    db,
    `SELECT k.run_id AS runId, k.ordinal, k.job_id AS jobId, k.cell, k.asked
       FROM knowledge_batches AS k JOIN knowledge_runs AS r ON r.id = k.run_id
       WHERE k.run_id = ? AND k.ordinal = ? AND k.ended_at IS NULL AND r.state = 'running'`,
  ).get(runId, ordinal);
  return row ?? null;
}

interface BatchEnd {
  readonly taken: number;
  readonly model: string | null;
  readonly promptVersion: string;
}

export function endBatch(db: Db, batch: KnowledgeBatch, end: BatchEnd, now: number): void {
  const { runId, ordinal } = batch;
  statement<[object]>(
    db,
    `UPDATE knowledge_batches SET taken = @taken, model = @model, prompt_version = @promptVersion, ended_at = @now
       WHERE run_id = @runId AND ordinal = @ordinal AND ended_at IS NULL`,
  ).run({ ...end, runId, ordinal, now });
}

/** How a run stands, for deciding what comes next. */
export interface RunStanding {
  /** The highest ordinal so far. */
  readonly planned: number;
  readonly taken: number;
  /** Batches that wait or run, and what they were asked for together. */
  readonly alive: number;
  readonly expected: number;
}

export function readStanding(db: Db, runId: string): RunStanding {
  const row = statement<[string], RunStanding>(
    db,
    `SELECT coalesce(max(k.ordinal), 0) AS planned, CAST(total(k.taken) AS INTEGER) AS taken,
         count(*) FILTER (WHERE k.ended_at IS NULL AND j.state IN ('waiting', 'running')) AS alive,
         CAST(total(k.asked) FILTER (WHERE k.ended_at IS NULL AND j.state IN ('waiting', 'running')) AS INTEGER) AS expected
       FROM knowledge_batches AS k JOIN jobs AS j ON j.id = k.job_id WHERE k.run_id = ?`,
  ).get(runId);
  return row ?? { planned: 0, taken: 0, alive: 0, expected: 0 };
}

/** Ids of the jobs of a run that wait or run. */
export function listAliveJobs(db: Db, runId: string): string[] {
  return statement<[string], { id: string }>(
    db,
    `SELECT j.id FROM knowledge_batches AS k JOIN jobs AS j ON j.id = k.job_id
       WHERE k.run_id = ? AND j.state IN ('waiting', 'running') ORDER BY k.ordinal`,
  )
    .all(runId)
    .map(({ id }) => id);
}

/** What came of the last batches of a run that are over, newest first; of one that failed nothing came. */
export function listRecent(db: Db, runId: string, limit: number): RecentBatch[] {
  return statement<[string, number], RecentBatch>(
    db,
    `SELECT coalesce(k.taken, 0) AS taken, k.asked,
         (SELECT count(*) FROM rejected_insights AS x
           WHERE x.run_id = k.run_id AND x.ordinal = k.ordinal AND x.reason IN ('not_new', 'duplicate')) AS known
       FROM knowledge_batches AS k JOIN jobs AS j ON j.id = k.job_id
       WHERE k.run_id = ? AND j.state IN ('done', 'failed') ORDER BY coalesce(k.ended_at, j.finished_at) DESC, k.ordinal DESC
       LIMIT ?`,
  ).all(runId, limit);
}

export interface RecentBatch {
  readonly asked: number;
  readonly taken: number;
  /** Items that were there already. */
  readonly known: number;
}

/** Live insights by cell of the plan; cells without any are missing. */
export function liveByCell(db: Db): Map<string, number> {
  return countsOf(
    db,
    "SELECT cell AS name, count(*) AS n FROM insights WHERE cell IS NOT NULL AND status = 'live' GROUP BY 1",
  );
}

/** What a run asked for and did not get, or not yet, by cell. */
export function outstandingByCell(db: Db, runId: string): Map<string, number> {
  return countsOf(
    db,
    'SELECT cell AS name, sum(asked - coalesce(taken, 0)) AS n FROM knowledge_batches WHERE run_id = ? GROUP BY 1',
    runId,
  );
}

/** Live insights by category and language, as `category/language`. */
export function liveByKind(db: Db): Map<string, number> {
  return countsOf(
    db,
    "SELECT category || '/' || language AS name, count(*) AS n FROM insights WHERE status = 'live' GROUP BY 1",
  );
}

function countsOf(db: Db, sql: string, ...given: string[]): Map<string, number> {
  const rows = statement<string[], { name: string; n: number }>(db, sql).all(...given);
  return new Map(rows.map(({ name, n }) => [name, n]));
}

/** The newest insights of a cell, those that wait for a person included. */
export function textsOfCell(db: Db, cell: string, limit: number): string[] {
  return statement<[string, number], { text: string }>(
    db,
    "SELECT text FROM insights WHERE cell = ? AND status IN ('live', 'review') ORDER BY seq DESC LIMIT ?",
  )
    .all(cell, limit)
    .map(({ text }) => text);
}

interface NewReject {
  readonly reason: RejectReason;
  readonly detail: string;
  readonly raw: string;
}

export function insertRejects(
  db: Db,
  { runId, ordinal }: KnowledgeBatch,
  rejects: readonly NewReject[],
  now: number,
): void {
  const insert = statement<[object]>(
    db,
    `INSERT INTO rejected_insights (run_id, ordinal, reason, detail, raw, created_at)
       VALUES (@runId, @ordinal, @reason, @detail, @raw, @now)`,
  );
  for (const { reason, detail, raw } of rejects) insert.run({ runId, ordinal, reason, detail, raw, now });
}

/** What did not pass in a run, newest first. */
export function listRejected(db: Db, runId: string, limit: number): RejectedInsight[] {
  return statement<[string, number], RejectedInsight>(
    db,
    `SELECT x.id, k.cell, x.reason, x.detail, x.raw, x.created_at AS at
       FROM rejected_insights AS x JOIN knowledge_batches AS k ON k.run_id = x.run_id AND k.ordinal = x.ordinal
       WHERE x.run_id = ? ORDER BY x.id DESC LIMIT ?`,
  ).all(runId, limit);
}
