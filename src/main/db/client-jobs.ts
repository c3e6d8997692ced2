import { namesOf } from '../../shared/client.ts';
import type { JobState } from '../../shared/job.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** The newest job of a kind under a key; null where there never was one. */
export function findJobByKey(
  db: Db,
  kind: string,
  key: string,
): { readonly id: string; readonly state: JobState; readonly waitsFor: string | null } | null {
  return (
    statement<[string, string], { id: string; state: JobState; waitsFor: string | null }>(
      db,
      `SELECT id, state, waits_for AS waitsFor FROM jobs WHERE kind = ? AND key = ?
         ORDER BY state IN ('waiting', 'running') DESC, created_at DESC, id DESC LIMIT 1`,
    ).get(kind, key) ?? null
  );
}

/** How those may be called whose words a job carries: its client, or everybody where it is not one client's. */
export function namesForJob(db: Db, jobId: string): string[] {
  return statement<[string, string], { name: string; addressAs: string | null }>(
    db,
    `SELECT name, address_as AS addressAs FROM clients
       WHERE id = (SELECT client_id FROM jobs WHERE id = ?)
         OR (SELECT client_id FROM jobs WHERE id = ?) IS NULL`,
  )
    .all(jobId, jobId)
    .flatMap(namesOf);
}

/** Jobs that carry a client's words and are not over. */
export function listLiveJobsOf(db: Db, clientId: string): string[] {
  return statement<[string], { id: string }>(
    db,
    "SELECT id FROM jobs WHERE client_id = ? AND state IN ('waiting', 'running')",
  )
    .all(clientId)
    .map(({ id }) => id);
}

/** Lets those that wait for these jobs begin without them: they are given up, not what comes after them. */
export function releaseDependents(db: Db, jobIds: readonly string[]): void {
  statement<[string]>(
    db,
    'DELETE FROM job_dependencies WHERE after_id IN (SELECT value FROM json_each(?))',
  ).run(JSON.stringify(jobIds));
}

/**
 * Empties the finished jobs of a client of everything that was said: what they were given, asked, answered and made, and
 * what went wrong. What they cost stays, and so do the requests that an endpoint is still to be told to forget.
 */
export function emptyJobsOf(db: Db, clientId: string): void {
  const ended = "client_id = ? AND state IN ('done', 'failed', 'cancelled')";
  statement<[string]>(
    db,
    `UPDATE job_requests SET request = '{}', reply = iif(reply IS NULL, NULL, '{}'),
         fault = iif(fault IS NULL, NULL, 'The client was forgotten.')
       WHERE job_id IN (SELECT id FROM jobs WHERE ${ended})`,
  ).run(clientId);
  statement<[string]>(
    db,
    `UPDATE jobs SET payload = '{}', key = NULL, progress = NULL, result = NULL, client_id = NULL,
         errors = iif(json_array_length(errors) = 0, '[]',
           json_array(json_object('at', finished_at, 'attempt', attempt, 'error', 'The client was forgotten.')))
       WHERE ${ended}`,
  ).run(clientId);
}
