import type { Migration } from '../migrate.ts';

/**
 * Runs of the knowledge generator. A batch is planned in the transaction that enqueues its job, and finished in the one
 * that ends it. What its requests cost stands with the job. An item that did not pass is kept with the reason.
 *
 * `cell`: where in the plan an insight belongs, `category/culture/situation`.
 */
export const knowledgeRuns: Migration = {
  version: 110,
  sql: `
    CREATE TABLE knowledge_runs (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undone')),
      target INTEGER NOT NULL CHECK (target >= 1),
      goes_to TEXT NOT NULL CHECK (goes_to IN ('live', 'review')),
      lanes INTEGER NOT NULL CHECK (lanes >= 1),
      per_batch INTEGER NOT NULL CHECK (per_batch >= 1),
      plan_version TEXT NOT NULL CHECK (plan_version <> ''),
      prompt_version TEXT NOT NULL CHECK (prompt_version <> ''),
      ending TEXT CHECK (ending IN ('target', 'dry', 'barren', 'cancelled')),
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      undone_at INTEGER,
      CHECK ((ending IS NULL) = (state = 'running')),
      CHECK ((ended_at IS NULL) = (state = 'running')),
      CHECK ((undone_at IS NOT NULL) = (state = 'undone'))
    ) STRICT;
    CREATE UNIQUE INDEX knowledge_runs_running ON knowledge_runs (state) WHERE state = 'running';

    CREATE TABLE knowledge_batches (
      run_id TEXT NOT NULL REFERENCES knowledge_runs (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
      job_id TEXT NOT NULL UNIQUE REFERENCES jobs (id),
      cell TEXT NOT NULL CHECK (cell <> ''),
      asked INTEGER NOT NULL CHECK (asked >= 1),
      taken INTEGER CHECK (taken BETWEEN 0 AND asked),
      model TEXT,
      prompt_version TEXT,
      planned_at INTEGER NOT NULL,
      ended_at INTEGER,
      PRIMARY KEY (run_id, ordinal),
      CHECK ((taken IS NULL) = (ended_at IS NULL)),
      CHECK ((prompt_version IS NULL) = (ended_at IS NULL)),
      CHECK (model IS NULL OR ended_at IS NOT NULL)
    ) STRICT;

    CREATE TABLE rejected_insights (
      id INTEGER PRIMARY KEY,
      run_id TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      detail TEXT NOT NULL,
      raw TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      FOREIGN KEY (run_id, ordinal) REFERENCES knowledge_batches (run_id, ordinal) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX rejected_insights_by_batch ON rejected_insights (run_id, ordinal);

    ALTER TABLE insights ADD COLUMN run_id TEXT REFERENCES knowledge_runs (id);
    ALTER TABLE insights ADD COLUMN cell TEXT;
    CREATE INDEX insights_by_run ON insights (run_id) WHERE run_id IS NOT NULL;
    CREATE INDEX insights_by_cell ON insights (cell) WHERE cell IS NOT NULL;
  `,
};
