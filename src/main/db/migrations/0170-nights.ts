import type { Migration } from '../migrate.ts';

/**
 * Nights, and what each of them changed. `local_date` names the local day in whose morning a night was due: there is one
 * for each. A night belongs to the jobs that it asks for (`jobs.night_id`), and what their writes change stands in
 * `night_changes`, row by row, as it was before and after.
 *
 * Conversations are taken by a night and not by a span of time: a clock that was set back loses none, and none is learnt
 * from twice. `after_seq` is where the night before ended in it.
 *
 * What tells of one client goes with the client: changes of its rows, items of reports, and words of it as evidence.
 */
export const nights: Migration = {
  version: 170,
  sql: `
    CREATE TABLE nights (
      id TEXT PRIMARY KEY,
      local_date TEXT NOT NULL CHECK (local_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      origin TEXT NOT NULL CHECK (origin IN ('schedule', 'hand')),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'undone')),
      covers_from INTEGER NOT NULL,
      covers_to INTEGER NOT NULL,
      job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL,
      report TEXT CHECK (json_valid(report)),
      kept INTEGER NOT NULL DEFAULT 0 CHECK (kept >= 0),
      created_at INTEGER NOT NULL,
      ended_at INTEGER,
      undone_at INTEGER,
      seen_at INTEGER,
      CHECK ((ended_at IS NULL) = (state IN ('waiting', 'running'))),
      CHECK ((undone_at IS NOT NULL) = (state = 'undone')),
      CHECK (report IS NOT NULL OR state NOT IN ('done', 'undone'))
    ) STRICT;
    CREATE UNIQUE INDEX nights_by_date ON nights (local_date) WHERE origin = 'schedule';
    CREATE UNIQUE INDEX nights_running ON nights (state) WHERE state = 'running';
    CREATE INDEX nights_by_job ON nights (job_id) WHERE job_id IS NOT NULL;

    -- When the next one is due. since: from when on nights are wanted; what was due before is not made up for.
    CREATE TABLE night_schedule (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      since INTEGER NOT NULL,
      due_date TEXT NOT NULL,
      due_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE night_conversations (
      night_id TEXT NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
      conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
      after_seq INTEGER NOT NULL,
      to_seq INTEGER NOT NULL CHECK (to_seq > after_seq),
      PRIMARY KEY (conversation_id, after_seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX night_conversations_by_night ON night_conversations (night_id);

    CREATE TABLE night_items (
      id INTEGER PRIMARY KEY,
      night_id TEXT NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
      item_group TEXT NOT NULL CHECK (item_group <> ''),
      text TEXT NOT NULL,
      detail TEXT,
      ref_kind TEXT NOT NULL,
      ref_id TEXT NOT NULL,
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX night_items_by_night ON night_items (night_id);
    CREATE INDEX night_items_by_client ON night_items (client_id) WHERE client_id IS NOT NULL;

    CREATE TABLE night_evidence (
      id INTEGER PRIMARY KEY,
      item_id INTEGER NOT NULL REFERENCES night_items (id) ON DELETE CASCADE,
      quote TEXT NOT NULL,
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE,
      message_id TEXT REFERENCES messages (id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX night_evidence_by_item ON night_evidence (item_id);
    CREATE INDEX night_evidence_by_client ON night_evidence (client_id) WHERE client_id IS NOT NULL;
    CREATE INDEX night_evidence_by_message ON night_evidence (message_id) WHERE message_id IS NOT NULL;

    CREATE TABLE night_changes (
      seq INTEGER PRIMARY KEY,
      night_id TEXT NOT NULL REFERENCES nights (id) ON DELETE CASCADE,
      table_name TEXT NOT NULL,
      row_key TEXT NOT NULL CHECK (json_valid(row_key)),
      before TEXT CHECK (json_valid(before)),
      after TEXT CHECK (json_valid(after)),
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE,
      CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT;
    CREATE INDEX night_changes_by_night ON night_changes (night_id, seq);
    CREATE INDEX night_changes_by_client ON night_changes (client_id) WHERE client_id IS NOT NULL;

    -- Under which night changes are being written down; a row only within the transaction that makes them.
    CREATE TABLE night_recording (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      night_id TEXT NOT NULL REFERENCES nights (id) ON DELETE CASCADE
    ) STRICT;

    ALTER TABLE jobs ADD COLUMN night_id TEXT REFERENCES nights (id) ON DELETE SET NULL;
    CREATE INDEX jobs_by_night ON jobs (night_id) WHERE night_id IS NOT NULL;

    -- A client was forgotten: what the night asked and was answered may hold words of it. An answer is asked for anew.
    CREATE TRIGGER night_conversations_forgotten AFTER DELETE ON night_conversations
    WHEN NOT EXISTS (SELECT 1 FROM conversations WHERE id = old.conversation_id) BEGIN
      UPDATE job_requests SET request = '{}', reply = iif(reply IS NULL, NULL, '{}'),
        state = iif(state = 'replied', 'discarded', state)
      WHERE job_id = (SELECT job_id FROM nights WHERE id = old.night_id);
    END;

    -- Whoever ends a night's job, and however, a night does not go on running without one.
    CREATE TRIGGER nights_lost_job AFTER UPDATE OF state ON jobs WHEN new.state IN ('failed', 'cancelled') BEGIN
      UPDATE nights SET state = 'failed', ended_at = new.finished_at WHERE job_id = new.id AND state = 'running';
    END;
  `,
};
