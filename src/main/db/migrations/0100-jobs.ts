import type { Migration } from '../migrate.ts';

/**
 * Offline work. A row that says two things at once cannot exist: a finished job without an end, a running one that nobody
 * holds, a submitted request without the id it can be collected by.
 *
 * `leased_by` names one claim, not one process: a run that lost its lease cannot take itself for the one after it.
 * `is_begun`: a request of it went out, so that it is seen through whatever window, budget and battery say.
 * A request is a row of its own per submission; at most one of a step is alive, the others are its history.
 */
export const jobs: Migration = {
  version: 100,
  sql: `
    CREATE TABLE jobs (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind GLOB '[a-z]*' AND kind NOT GLOB '*[^a-z0-9_]*'),
      key TEXT CHECK (key <> ''),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
      priority INTEGER NOT NULL DEFAULT 5 CHECK (priority BETWEEN 0 AND 9),
      run_window TEXT NOT NULL DEFAULT 'now' CHECK (run_window IN ('now', 'idle', 'night')),
      payload TEXT NOT NULL CHECK (json_valid(payload)),
      run_at INTEGER NOT NULL CHECK (run_at >= 0),
      attempt INTEGER NOT NULL DEFAULT 0,
      max_attempts INTEGER NOT NULL CHECK (max_attempts >= 1),
      errors TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(errors) AND json_type(errors) = 'array'),
      waits_for TEXT CHECK (waits_for <> ''),
      is_begun INTEGER NOT NULL DEFAULT 0 CHECK (is_begun IN (0, 1)),
      leased_by TEXT CHECK (leased_by <> ''),
      lease_until INTEGER,
      progress TEXT CHECK (json_valid(progress)),
      result TEXT CHECK (json_valid(result)),
      created_at INTEGER NOT NULL,
      started_at INTEGER,
      finished_at INTEGER,
      CHECK (attempt BETWEEN 0 AND max_attempts),
      CHECK (state <> 'waiting' OR attempt < max_attempts),
      CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled'))),
      CHECK ((leased_by IS NOT NULL) = (state = 'running')),
      CHECK ((lease_until IS NOT NULL) = (state = 'running')),
      CHECK (state NOT IN ('running', 'done', 'failed') OR (attempt >= 1 AND started_at IS NOT NULL)),
      CHECK (state <> 'failed' OR json_array_length(errors) >= 1),
      CHECK (waits_for IS NULL OR state = 'waiting'),
      CHECK (result IS NULL OR state = 'done')
    ) STRICT;
    CREATE UNIQUE INDEX jobs_by_live_key ON jobs (kind, key) WHERE state IN ('waiting', 'running');
    -- Small ones, of what is alive: a hundred thousand finished rows cost a claim nothing.
    CREATE INDEX jobs_new ON jobs (priority, run_at, id) WHERE state = 'waiting' AND is_begun = 0;
    CREATE INDEX jobs_begun ON jobs (run_at, id) WHERE state = 'waiting' AND is_begun = 1;
    CREATE INDEX jobs_running ON jobs (lease_until) WHERE state = 'running';
    CREATE INDEX jobs_by_age ON jobs (state, created_at);

    CREATE TABLE job_dependencies (
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      after_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      PRIMARY KEY (job_id, after_id),
      CHECK (job_id <> after_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX job_dependencies_by_after ON job_dependencies (after_id);

    CREATE TABLE job_requests (
      id INTEGER PRIMARY KEY,
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      step TEXT NOT NULL CHECK (step <> ''),
      state TEXT NOT NULL CHECK (state IN ('submitting', 'submitted', 'replied', 'discarded', 'failed', 'gone', 'lost',
        'abandoned', 'cancelled')),
      endpoint TEXT NOT NULL CHECK (endpoint <> ''),
      remote_id TEXT CHECK (remote_id <> ''),
      request TEXT NOT NULL CHECK (json_valid(request)),
      reply TEXT CHECK (json_valid(reply)),
      fault TEXT CHECK (fault <> ''),
      model TEXT,
      cost_usd REAL CHECK (cost_usd >= 0),
      gpu_ms INTEGER CHECK (gpu_ms >= 0),
      input_tokens INTEGER CHECK (input_tokens >= 0),
      output_tokens INTEGER CHECK (output_tokens >= 0),
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      CHECK (state NOT IN ('submitted', 'abandoned') OR remote_id IS NOT NULL),
      CHECK (state NOT IN ('submitting', 'lost') OR remote_id IS NULL),
      CHECK ((reply IS NOT NULL) = (state IN ('replied', 'discarded'))),
      CHECK ((fault IS NOT NULL) = (state IN ('failed', 'lost'))),
      CHECK ((ended_at IS NULL) = (state IN ('submitting', 'submitted'))),
      CHECK (reply IS NOT NULL OR coalesce(model, cost_usd, gpu_ms, input_tokens, output_tokens) IS NULL)
    ) STRICT;
    CREATE UNIQUE INDEX job_requests_alive ON job_requests (job_id, step)
      WHERE state IN ('submitting', 'submitted', 'replied');
    CREATE INDEX job_requests_by_job ON job_requests (job_id);
    CREATE INDEX job_requests_out ON job_requests (endpoint) WHERE state IN ('submitting', 'submitted');
    CREATE INDEX job_requests_abandoned ON job_requests (endpoint) WHERE state = 'abandoned';
  `,
};
