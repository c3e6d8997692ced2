import { waits } from '../../shared/job-waits.ts';
import type { RequestState } from '../../shared/job.ts';
import type { Db } from './db.ts';
import { durably } from './durable.ts';
import { statement } from './statement.ts';

/** The request of a step that counts: the one that is out, or that was answered. */
export interface AliveRequest {
  readonly id: number;
  readonly state: Extract<RequestState, 'submitting' | 'submitted' | 'replied'>;
  readonly endpoint: string;
  readonly remoteId: string | null;
  /** As it was stored; null until it is answered. */
  readonly reply: unknown;
  readonly startedAt: number;
}

interface AliveRecord {
  readonly id: number;
  readonly state: AliveRequest['state'];
  readonly endpoint: string;
  readonly remote_id: string | null;
  readonly reply: string | null;
  readonly started_at: number;
}

/** Null where the step was not asked yet, or is to be asked again. */
export function readAliveRequest(db: Db, jobId: string, step: string): AliveRequest | null {
  const record = statement<[string, string], AliveRecord>(
    db,
    `SELECT id, state, endpoint, remote_id, reply, started_at FROM job_requests
       WHERE job_id = ? AND step = ? AND state IN ('submitting', 'submitted', 'replied')`,
  ).get(jobId, step);
  if (!record) return null;
  const { id, state, endpoint, remote_id: remoteId, reply, started_at: startedAt } = record;
  return { id, state, endpoint, remoteId, reply: reply === null ? null : JSON.parse(reply), startedAt };
}

interface NewRequest {
  readonly jobId: string;
  readonly lease: string;
  readonly step: string;
  readonly endpoint: string;
  readonly request: object;
  /**
   * Requests that may be out at this endpoint at one time. Those of the job itself do not count: jobs that each have
   * something out and need something else first would wait for each other for ever.
   */
  readonly atOnce: number;
}

/**
 * Writes down that a request is about to go out, so that whoever comes after a crash knows that it may have. `full`: as
 * many are out as may be. `not_ours`: the job is no longer the claim's. Nothing is written in both cases.
 */
export function beginRequest(db: Db, asked: NewRequest, now: number): number | 'full' | 'not_ours' {
  const begin = () => {
    const held = statement<[object], object>(
      db,
      "UPDATE jobs SET is_begun = 1 WHERE id = @jobId AND state = 'running' AND leased_by = @lease RETURNING id",
    );
    if (countRequestsOut(db, asked.endpoint, asked.jobId) >= asked.atOnce) return 'full';
    if (!held.get({ jobId: asked.jobId, lease: asked.lease })) return 'not_ours';
    const { lastInsertRowid } = statement<[object]>(
      db,
      `INSERT INTO job_requests (job_id, step, state, endpoint, request, started_at)
         VALUES (@jobId, @step, 'submitting', @endpoint, @request, @now)`,
    ).run({ ...asked, request: JSON.stringify(asked.request), now });
    return Number(lastInsertRowid);
  };
  return durably(db, () => db.transaction(begin).immediate());
}

/** Requests of unfinished jobs, but for this one, that are out at an endpoint. */
export function countRequestsOut(db: Db, endpoint: string, exceptJobId = ''): number {
  const row = statement<[string, string], { n: number }>(
    db,
    `SELECT count(*) AS n FROM job_requests AS r JOIN jobs AS j ON j.id = r.job_id
       WHERE r.endpoint = ? AND r.state IN ('submitting', 'submitted') AND j.state IN ('waiting', 'running')
         AND j.id <> ?`,
  ).get(endpoint, exceptJobId);
  return row?.n ?? 0;
}

/**
 * Keeps the id that a request can be collected by, whatever became of its job meanwhile: one that nobody waits for any
 * more is kept as abandoned, to be taken back.
 */
export function storeRemoteId(db: Db, requestId: number, remoteId: string): void {
  durably(db, () =>
    statement<[object]>(
      db,
      `UPDATE job_requests SET remote_id = @remoteId, fault = NULL,
           state = iif(state = 'submitting', 'submitted', 'abandoned')
         WHERE id = @requestId AND state IN ('submitting', 'lost')`,
    ).run({ requestId, remoteId }),
  );
}

/** What a reply took; null where nobody says. */
export interface Spent {
  readonly model: string | null;
  readonly costUsd: number | null;
  readonly gpuMs: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

export function storeReply(db: Db, requestId: number, reply: object, spent: Spent, now: number): void {
  statement<[object]>(
    db,
    `UPDATE job_requests SET state = 'replied', reply = @reply, model = @model, cost_usd = @costUsd, gpu_ms = @gpuMs,
         input_tokens = @inputTokens, output_tokens = @outputTokens, ended_at = @now
       WHERE id = @requestId AND state IN ('submitting', 'submitted')`,
  ).run({ ...spent, requestId, reply: JSON.stringify(reply), now });
}

/** A request that ended without a reply; `fault` says why, where it is known. An abandoned one is yet to be taken back. */
export function endRequest(
  db: Db,
  requestId: number,
  end:
    | { readonly state: 'failed' | 'lost'; readonly fault: string }
    | { readonly state: 'gone' | 'abandoned' },
  now: number,
): void {
  statement<[object]>(
    db,
    `UPDATE job_requests SET state = @state, fault = @fault, ended_at = @now,
         remote_id = iif(@state = 'lost', NULL, remote_id)
       WHERE id = @requestId AND state IN ('submitting', 'submitted')`,
  ).run({ fault: null, ...end, requestId, now });
}

/** Of these jobs nobody is left who would write down whether the endpoint took what was going out: it may have. */
export function loseRequests(db: Db, jobIds: readonly string[], now: number): void {
  statement<[object]>(
    db,
    `UPDATE job_requests SET state = 'lost', fault = @fault, ended_at = @now
       WHERE job_id IN (SELECT value FROM json_each(@jobIds)) AND state = 'submitting'`,
  ).run({ jobIds: JSON.stringify(jobIds), fault: waits.mayBeLost, now });
}

/** Lets a step be asked again by the claim that holds the job; its reply stays to be looked at. */
export function discardReply(db: Db, jobId: string, lease: string, step: string): void {
  statement<[object]>(
    db,
    `UPDATE job_requests SET state = 'discarded'
       WHERE job_id = @jobId AND step = @step AND state = 'replied'
         AND EXISTS (SELECT 1 FROM jobs WHERE id = @jobId AND leased_by = @lease)`,
  ).run({ jobId, lease, step });
}

/** Nobody waits any more for what these jobs have out. */
export function abandonRequests(db: Db, jobIds: readonly string[], now: number): void {
  statement<[object]>(
    db,
    `UPDATE job_requests SET ended_at = @now, state = iif(state = 'submitted', 'abandoned', 'lost'),
         fault = iif(state = 'submitted', NULL, 'The job ended while this was being handed over.')
       WHERE job_id IN (SELECT value FROM json_each(@jobIds)) AND state IN ('submitting', 'submitted')`,
  ).run({ jobIds: JSON.stringify(jobIds), now });
}

/** What an endpoint is still to be told that nobody waits for it. */
export function listAbandoned(db: Db, endpoint: string): { id: number; jobId: string; remoteId: string }[] {
  return statement<[string], { id: number; jobId: string; remoteId: string }>(
    db,
    `SELECT id, job_id AS jobId, remote_id AS remoteId FROM job_requests
       WHERE endpoint = ? AND state = 'abandoned' ORDER BY id`,
  ).all(endpoint);
}

export function markTakenBack(db: Db, requestId: number): void {
  statement<[number]>(
    db,
    "UPDATE job_requests SET state = 'cancelled' WHERE id = ? AND state = 'abandoned'",
  ).run(requestId);
}
