import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** Says whose texts a step of a night's job holds, before it is asked: forgetting one of them takes the step's texts along. */
export function markNightTexts(
  db: Db,
  { jobId, step }: { readonly jobId: string; readonly step: string },
  clientIds: Iterable<string>,
): void {
  const insert = statement<[string, string, string]>(
    db,
    'INSERT OR IGNORE INTO night_texts (job_id, step, client_id) SELECT ?, ?, id FROM clients WHERE id = ?',
  );
  db.transaction(() => {
    for (const clientId of clientIds) insert.run(jobId, step, clientId);
  })();
}

interface NightRejectRow {
  readonly step: string;
  readonly reason: string;
  readonly detail: string;
  readonly raw: string;
}

/** Keeps what a night did not take, for whoever looks. What was asked about clients who are gone meanwhile is not kept. */
export function insertNightRejects(
  db: Db,
  jobId: string,
  rejects: readonly NightRejectRow[],
  now: number,
): void {
  const insert = statement<[object]>(
    db,
    `INSERT INTO night_rejects (job_id, step, reason, detail, raw, created_at)
       SELECT @jobId, @step, @reason, @detail, @raw, @now
       WHERE EXISTS (SELECT 1 FROM night_texts WHERE job_id = @jobId AND step = @step)`,
  );
  for (const { step, reason, detail, raw } of rejects) insert.run({ jobId, step, reason, detail, raw, now });
}

/** What a night's job did not take, in the order in which it came. */
export function listNightRejects(db: Db, jobId: string): NightRejectRow[] {
  return statement<[string], NightRejectRow>(
    db,
    'SELECT step, reason, detail, raw FROM night_rejects WHERE job_id = ? ORDER BY id',
  ).all(jobId);
}
