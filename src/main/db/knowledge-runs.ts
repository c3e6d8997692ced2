import { DeskError } from '../../shared/fault.ts';
import type { KnowledgeRun, RejectReason, RunEnding, RunGoal } from '../../shared/knowledge-run.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

type NewRun = Pick<
  KnowledgeRun,
  'target' | 'goesTo' | 'lanes' | 'perBatch' | 'planVersion' | 'promptVersion'
>;

/** Begins a run and returns its id. Throws DeskError `conflict` while another one goes on. */
export function insertRun(db: Db, run: NewRun, now: number): string {
  const running = findRunning(db);
  if (running !== null) throw new DeskError('conflict', `The run ${running} of knowledge is not over yet.`);
  const id = newId();
  statement<[object]>(
    db,
    `INSERT INTO knowledge_runs (id, state, target, goes_to, lanes, per_batch, plan_version, prompt_version, started_at)
       VALUES (@id, 'running', @target, @goesTo, @lanes, @perBatch, @planVersion, @promptVersion, @now)`,
  ).run({ ...run, id, now });
  return id;
}

/** The run that goes on; null where none does. */
export function findRunning(db: Db): string | null {
  const row = statement<[], { id: string }>(
    db,
    "SELECT id FROM knowledge_runs WHERE state = 'running'",
  ).get();
  return row?.id ?? null;
}

/** Ids of the runs whose id is, or ends with, these characters; at most ten. */
export function findRuns(db: Db, ending: string): string[] {
  return statement<[string, string], { id: string }>(
    db,
    'SELECT id FROM knowledge_runs WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 10',
  )
    .all(ending, ending)
    .map(({ id }) => id);
}

export function endRun(db: Db, runId: string, ending: RunEnding, now: number): void {
  statement<[object]>(
    db,
    `UPDATE knowledge_runs SET state = 'done', ending = @ending, ended_at = @now
       WHERE id = @runId AND state = 'running'`,
  ).run({ runId, ending, now });
}

/** Removes every insight that a run made, and marks it so. Returns how many went. Within the caller's transaction. */
export function removeMadeBy(db: Db, runId: string, now: number): number {
  const { changes } = statement<[string]>(db, 'DELETE FROM insights WHERE run_id = ?').run(runId);
  statement<[object]>(
    db,
    "UPDATE knowledge_runs SET state = 'undone', undone_at = @now WHERE id = @runId AND state = 'done'",
  ).run({ runId, now });
  return changes;
}

interface RunRecord {
  readonly id: string;
  readonly state: KnowledgeRun['state'];
  readonly ending: RunEnding | null;
  readonly target: number;
  readonly goes_to: RunGoal;
  readonly lanes: number;
  readonly per_batch: number;
  readonly plan_version: string;
  readonly prompt_version: string;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly models: string;
  readonly planned: number;
  readonly ended: number;
  readonly failed: number;
  readonly alive: number;
  readonly taken: number;
  readonly kept: number;
  readonly last_error: string | null;
}

const SELECT = `
  SELECT r.*, b.models, b.planned, b.ended, b.failed, b.alive, b.taken,
    (SELECT count(*) FROM insights WHERE run_id = r.id) AS kept,
    (SELECT json_extract(j.errors, '$[#-1].error') FROM knowledge_batches AS k JOIN jobs AS j ON j.id = k.job_id
      WHERE k.run_id = r.id AND j.state = 'failed' ORDER BY j.finished_at DESC LIMIT 1) AS last_error
  FROM knowledge_runs AS r JOIN (
    SELECT r.id AS run_id, count(k.ordinal) AS planned, count(k.ended_at) AS ended,
      total(j.state = 'failed') AS failed, total(j.state IN ('waiting', 'running')) AS alive, total(k.taken) AS taken,
      json_group_array(DISTINCT k.model) FILTER (WHERE k.model IS NOT NULL) AS models
    FROM knowledge_runs AS r LEFT JOIN knowledge_batches AS k ON k.run_id = r.id LEFT JOIN jobs AS j ON j.id = k.job_id
    GROUP BY r.id) AS b ON b.run_id = r.id`;

/** All runs, newest first. */
export function listRuns(db: Db): KnowledgeRun[] {
  return statement<[], RunRecord>(db, `${SELECT} ORDER BY r.started_at DESC, r.id DESC`)
    .all()
    .map((record) => toRun(db, record));
}

/** Throws DeskError `not_found`. */
export function readRun(db: Db, runId: string): KnowledgeRun {
  const record = statement<[string], RunRecord>(db, `${SELECT} WHERE r.id = ?`).get(runId);
  if (!record) throw new DeskError('not_found', `There is no run ${runId} of knowledge.`);
  return toRun(db, record);
}

function toRun(db: Db, record: RunRecord): KnowledgeRun {
  const rejects = rejectsOf(db, record.id);
  const rejected = Object.values(rejects).reduce((sum, n) => sum + n, 0);
  const came = record.taken + rejected;
  const { endpoints, ...spending } = spendingOf(db, record.id);
  return {
    id: record.id,
    state: record.state,
    ending: record.ending,
    target: record.target,
    goesTo: record.goes_to,
    lanes: record.lanes,
    perBatch: record.per_batch,
    planVersion: record.plan_version,
    promptVersion: record.prompt_version,
    models: JSON.parse(record.models) as string[],
    endpoints: JSON.parse(endpoints) as string[],
    batches: { planned: record.planned, ended: record.ended, failed: record.failed },
    alive: record.alive,
    taken: record.taken,
    kept: record.kept,
    rejected,
    rejects,
    yield: came === 0 ? null : record.taken / came,
    spending,
    lastError: record.last_error,
    startedAt: record.started_at,
    endedAt: record.ended_at,
  };
}

function rejectsOf(db: Db, runId: string): Partial<Record<RejectReason, number>> {
  const rows = statement<[string], { reason: RejectReason; n: number }>(
    db,
    'SELECT reason, count(*) AS n FROM rejected_insights WHERE run_id = ? GROUP BY reason ORDER BY n DESC',
  ).all(runId);
  return Object.fromEntries(rows.map(({ reason, n }) => [reason, n]));
}

function spendingOf(db: Db, runId: string): KnowledgeRun['spending'] & { readonly endpoints: string } {
  const row = statement<[string], KnowledgeRun['spending'] & { readonly endpoints: string }>(
    db,
    `SELECT count(*) AS requests, total(q.cost_usd) AS costUsd, CAST(total(q.gpu_ms) AS INTEGER) AS gpuMs,
         CAST(total(q.input_tokens) AS INTEGER) AS inputTokens, CAST(total(q.output_tokens) AS INTEGER) AS outputTokens,
         json_group_array(DISTINCT substr(q.endpoint, 1, instr(q.endpoint || ':', ':') - 1)) AS endpoints
       FROM knowledge_batches AS k JOIN job_requests AS q ON q.job_id = k.job_id WHERE k.run_id = ?`,
  ).get(runId);
  return row ?? { requests: 0, costUsd: 0, gpuMs: 0, inputTokens: 0, outputTokens: 0, endpoints: '[]' };
}
