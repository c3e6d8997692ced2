import { DeskError } from '../../shared/fault.ts';
import type { Job, JobError, JobRequest, JobState, JobWindow, RequestState } from '../../shared/job.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

interface JobRecord {
  readonly id: string;
  readonly kind: string;
  readonly key: string | null;
  readonly state: JobState;
  readonly priority: number;
  readonly run_window: JobWindow;
  readonly payload: string;
  readonly run_at: number;
  readonly attempt: number;
  readonly max_attempts: number;
  readonly errors: string;
  readonly waits_for: string | null;
  readonly lease_until: number | null;
  readonly progress: string | null;
  readonly result: string | null;
  readonly created_at: number;
  readonly started_at: number | null;
  readonly finished_at: number | null;
  readonly requests: number;
  readonly cost_usd: number;
  readonly gpu_ms: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** Jobs with what their requests took; to be narrowed by the caller. */
const SELECT = `
  SELECT j.*, count(r.id) AS requests, total(r.cost_usd) AS cost_usd, CAST(total(r.gpu_ms) AS INTEGER) AS gpu_ms,
    CAST(total(r.input_tokens) AS INTEGER) AS input_tokens, CAST(total(r.output_tokens) AS INTEGER) AS output_tokens
  FROM jobs AS j LEFT JOIN job_requests AS r ON r.job_id = j.id`;

interface JobFilter {
  readonly states: readonly JobState[];
  /** Null: of every kind. */
  readonly kind: string | null;
  readonly limit: number;
}

/** The newest jobs that fit, newest first. */
export function listJobs(db: Db, { states, kind, limit }: JobFilter): Job[] {
  return statement<[object], JobRecord>(
    db,
    `${SELECT} WHERE j.id IN (
         SELECT id FROM jobs WHERE state IN (SELECT value FROM json_each(@states)) AND (@kind IS NULL OR kind = @kind)
         ORDER BY created_at DESC, id DESC LIMIT @limit)
       GROUP BY j.id ORDER BY j.created_at DESC, j.id DESC`,
  )
    .all({ states: JSON.stringify(states), kind, limit })
    .map(toJob);
}

/** Throws DeskError `not_found`. */
export function readJob(db: Db, jobId: string): Job {
  const record = statement<[string], JobRecord>(db, `${SELECT} WHERE j.id = ? GROUP BY j.id`).get(jobId);
  if (!record)
    throw new DeskError('not_found', `There is no job ${jobId}. \`jobs list\` shows which there are.`);
  return toJob(record);
}

/** Ids of the jobs whose id is, or ends with, these characters; at most ten. */
export function findJobs(db: Db, ending: string): string[] {
  return statement<[string, string], { id: string }>(
    db,
    'SELECT id FROM jobs WHERE substr(id, -length(?)) = ? ORDER BY id LIMIT 10',
  )
    .all(ending, ending)
    .map(({ id }) => id);
}

/** How many jobs are in each state. */
export function countJobs(db: Db): Record<JobState, number> {
  const counts = { waiting: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
  const rows = statement<[], { state: JobState; n: number }>(
    db,
    'SELECT state, count(*) AS n FROM jobs GROUP BY state',
  ).all();
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** Which jobs must be done before this one begins. */
export function listDependencies(db: Db, jobId: string): { id: string; kind: string; state: JobState }[] {
  return statement<[string], { id: string; kind: string; state: JobState }>(
    db,
    `SELECT j.id, j.kind, j.state FROM job_dependencies AS d JOIN jobs AS j ON j.id = d.after_id
       WHERE d.job_id = ? ORDER BY j.id`,
  ).all(jobId);
}

interface RequestRecord {
  readonly id: number;
  readonly job_id: string;
  readonly step: string;
  readonly state: RequestState;
  readonly endpoint: string;
  readonly remote_id: string | null;
  readonly fault: string | null;
  readonly model: string | null;
  readonly cost_usd: number | null;
  readonly gpu_ms: number | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly started_at: number;
  readonly ended_at: number | null;
}

/** Everything a job ever handed to an endpoint, oldest first. */
export function listRequests(db: Db, jobId: string): JobRequest[] {
  return statement<[string], RequestRecord>(
    db,
    `SELECT id, job_id, step, state, endpoint, remote_id, fault, model, cost_usd, gpu_ms, input_tokens, output_tokens,
         started_at, ended_at
       FROM job_requests WHERE job_id = ? ORDER BY id`,
  )
    .all(jobId)
    .map((record) => ({
      id: record.id,
      jobId: record.job_id,
      step: record.step,
      state: record.state,
      endpoint: record.endpoint,
      remoteId: record.remote_id,
      fault: record.fault,
      model: record.model,
      costUsd: record.cost_usd,
      gpuMs: record.gpu_ms,
      inputTokens: record.input_tokens,
      outputTokens: record.output_tokens,
      startedAt: record.started_at,
      endedAt: record.ended_at,
    }));
}

function toJob(record: JobRecord): Job {
  return {
    id: record.id,
    kind: record.kind,
    key: record.key,
    state: record.state,
    priority: record.priority,
    window: record.run_window,
    payload: JSON.parse(record.payload),
    runAt: record.run_at,
    attempt: record.attempt,
    maxAttempts: record.max_attempts,
    errors: JSON.parse(record.errors) as JobError[],
    waitsFor: record.waits_for,
    leaseUntil: record.lease_until,
    progress: record.progress === null ? null : JSON.parse(record.progress),
    result: record.result === null ? null : JSON.parse(record.result),
    createdAt: record.created_at,
    startedAt: record.started_at,
    finishedAt: record.finished_at,
    spending: {
      requests: record.requests,
      costUsd: record.cost_usd,
      gpuMs: record.gpu_ms,
      inputTokens: record.input_tokens,
      outputTokens: record.output_tokens,
    },
  };
}
