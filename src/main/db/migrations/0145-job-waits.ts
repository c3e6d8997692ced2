import type { Migration } from '../migrate.ts';

/** Why a job was put off, reason after reason; its row holds the newest only. */
export const jobWaits: Migration = {
  version: 145,
  sql: `
    CREATE TABLE job_waits (
      id INTEGER PRIMARY KEY,
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      because TEXT NOT NULL CHECK (because <> ''),
      began_at INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      times INTEGER NOT NULL DEFAULT 1 CHECK (times > 0)
    ) STRICT;
    CREATE INDEX job_waits_by_job ON job_waits (job_id, id);
  `,
};
