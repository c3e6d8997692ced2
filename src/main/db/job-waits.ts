import type { JobWait } from '../../shared/job.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** So many reasons of a job are kept, the newest: one that is looked after for days says the same few again and again. */
const MOST = 40;

/** Keeps why a job was put off; the same reason as the last time is counted and not written again. */
export function addWait(db: Db, jobId: string, because: string, now: number): void {
  const last = statement<[string], { id: number; because: string }>(
    db,
    'SELECT id, because FROM job_waits WHERE job_id = ? ORDER BY id DESC LIMIT 1',
  ).get(jobId);
  if (last?.because === because) {
    statement<[object]>(db, 'UPDATE job_waits SET last_at = @now, times = times + 1 WHERE id = @id').run({
      id: last.id,
      now,
    });
    return;
  }
  statement<[object]>(
    db,
    'INSERT INTO job_waits (job_id, because, began_at, last_at) VALUES (@jobId, @because, @now, @now)',
  ).run({ jobId, because, now });
  statement<[object]>(
    db,
    `DELETE FROM job_waits WHERE job_id = @jobId
       AND id <= (SELECT id FROM job_waits WHERE job_id = @jobId ORDER BY id DESC LIMIT 1 OFFSET ${MOST})`,
  ).run({ jobId });
}

/** Why a job was put off, oldest first. */
export function listWaits(db: Db, jobId: string): JobWait[] {
  return statement<[string], JobWait>(
    db,
    `SELECT because, began_at AS beganAt, last_at AS lastAt, times FROM job_waits WHERE job_id = ? ORDER BY id`,
  ).all(jobId);
}
