import type { Migration } from '../migrate.ts';

/**
 * What was understood of a conversation, and what of it waits for a person.
 *
 * A job that carries a client's words knows whose they are, so that forgetting the client empties it. Deleting the client
 * in any other way deletes it. An analysis stands for one content of its conversation; `result` is `AnalysisResult`.
 * `entry_id` and `replaced_id` of a proposal: the memory that its approval made, and the one that ended by it.
 */
export const analyses: Migration = {
  version: 160,
  sql: `
    ALTER TABLE conversations ADD COLUMN is_temporary INTEGER NOT NULL DEFAULT 0 CHECK (is_temporary IN (0, 1));

    ALTER TABLE jobs ADD COLUMN client_id TEXT REFERENCES clients (id) ON DELETE CASCADE;
    CREATE INDEX jobs_by_client ON jobs (client_id) WHERE client_id IS NOT NULL;

    CREATE TABLE analyses (
      id TEXT PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      content_hash TEXT NOT NULL CHECK (content_hash <> ''),
      job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL,
      model TEXT,
      prompt_version TEXT NOT NULL CHECK (prompt_version <> ''),
      result TEXT NOT NULL CHECK (json_valid(result)),
      created_at INTEGER NOT NULL,
      UNIQUE (conversation_id, content_hash)
    ) STRICT;
    CREATE INDEX analyses_by_client ON analyses (client_id, created_at);
    CREATE INDEX analyses_by_job ON analyses (job_id) WHERE job_id IS NOT NULL;

    CREATE TABLE memory_proposals (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      target TEXT NOT NULL CHECK (target IN ('fact', 'jiwa')),
      key TEXT NOT NULL CHECK (trim(key) <> ''),
      value TEXT NOT NULL CHECK (trim(value) <> ''),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      evidence_quote TEXT,
      evidence_message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
      evidence_at INTEGER,
      reason TEXT NOT NULL CHECK (reason IN ('low_confidence', 'sensitive', 'contradicts', 'instruction')),
      analysis_id TEXT REFERENCES analyses (id) ON DELETE SET NULL,
      state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'approved', 'rejected')),
      note TEXT,
      entry_id TEXT,
      replaced_id TEXT,
      decided_at INTEGER,
      created_at INTEGER NOT NULL,
      CHECK ((decided_at IS NULL) = (state = 'waiting')),
      CHECK (entry_id IS NULL OR state = 'approved'),
      CHECK (replaced_id IS NULL OR entry_id IS NOT NULL),
      CHECK (note IS NULL OR state = 'rejected')
    ) STRICT;
    CREATE INDEX memory_proposals_by_client ON memory_proposals (client_id, state, created_at);
    CREATE INDEX memory_proposals_waiting ON memory_proposals (created_at) WHERE state = 'waiting';
    CREATE INDEX memory_proposals_evidence ON memory_proposals (evidence_message_id);
    CREATE INDEX memory_proposals_by_analysis ON memory_proposals (analysis_id) WHERE analysis_id IS NOT NULL;
  `,
};
