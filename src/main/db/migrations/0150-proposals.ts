import type { Migration } from '../migrate.ts';

/**
 * What Claude would have said in place of a prepared answer, and what was proposed to add to prepared answers.
 *
 * A shadow goes with its reply. `preferred` is what a person thought better; it is no label (see `served_answers`).
 * Of proposals nothing is thrown away, so that what was refused is not proposed again; `decided_by` says whether a person
 * decided or the gates did. `proposal_sources`: which messages the request of a job tells; without one of them it is emptied.
 */
export const proposals: Migration = {
  version: 150,
  sql: `
    CREATE TABLE shadow_replies (
      message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      model TEXT NOT NULL,
      input_tokens INTEGER,
      output_tokens INTEGER,
      cache_read_tokens INTEGER,
      cache_write_tokens INTEGER,
      cost_usd REAL CHECK (cost_usd >= 0),
      total_ms REAL NOT NULL CHECK (total_ms >= 0),
      error TEXT CHECK (error <> ''),
      preferred TEXT CHECK (preferred IN ('prepared', 'claude')),
      created_at INTEGER NOT NULL,
      CHECK (text <> '' OR error IS NOT NULL),
      CHECK (preferred IS NULL OR text <> '')
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX shadow_replies_newest ON shadow_replies (created_at);

    CREATE TABLE proposed_variations (
      id TEXT PRIMARY KEY,
      intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      text TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected')),
      reason TEXT CHECK (reason <> ''),
      detail TEXT,
      decided_by TEXT CHECK (decided_by IN ('gates', 'person')),
      job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL,
      model TEXT,
      prompt_version TEXT NOT NULL CHECK (prompt_version <> ''),
      created_at INTEGER NOT NULL,
      decided_at INTEGER,
      CHECK ((decided_at IS NULL) = (state = 'waiting')),
      CHECK ((decided_by IS NULL) = (state = 'waiting'))
    ) STRICT;
    CREATE INDEX proposed_variations_by_intent ON proposed_variations (intent_id, language);
    CREATE INDEX proposed_variations_by_job ON proposed_variations (job_id) WHERE job_id IS NOT NULL;
    CREATE INDEX proposed_variations_waiting ON proposed_variations (created_at) WHERE state = 'waiting';

    CREATE TABLE proposed_intents (
      id TEXT PRIMARY KEY,
      title_id TEXT NOT NULL,
      title_it TEXT NOT NULL,
      title_en TEXT NOT NULL,
      variations TEXT NOT NULL CHECK (json_valid(variations)),
      facts TEXT NOT NULL CHECK (json_valid(facts)),
      keys TEXT NOT NULL CHECK (json_valid(keys)),
      times INTEGER NOT NULL CHECK (times >= 1),
      clients INTEGER NOT NULL CHECK (clients >= 1),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'rejected')),
      reason TEXT CHECK (reason <> ''),
      detail TEXT,
      decided_by TEXT CHECK (decided_by IN ('gates', 'person')),
      intent_id TEXT REFERENCES intents (id) ON DELETE SET NULL,
      job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL,
      model TEXT,
      prompt_version TEXT NOT NULL CHECK (prompt_version <> ''),
      created_at INTEGER NOT NULL,
      decided_at INTEGER,
      CHECK ((decided_at IS NULL) = (state = 'waiting')),
      CHECK ((decided_by IS NULL) = (state = 'waiting'))
    ) STRICT;
    CREATE INDEX proposed_intents_waiting ON proposed_intents (created_at) WHERE state = 'waiting';
    CREATE INDEX proposed_intents_by_job ON proposed_intents (job_id) WHERE job_id IS NOT NULL;
    CREATE INDEX proposed_intents_by_intent ON proposed_intents (intent_id) WHERE intent_id IS NOT NULL;

    CREATE TABLE proposal_sources (
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      PRIMARY KEY (job_id, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX proposal_sources_by_message ON proposal_sources (message_id);
    CREATE TRIGGER proposal_sources_forgotten AFTER DELETE ON proposal_sources BEGIN
      UPDATE job_requests SET request = '{}', reply = iif(reply IS NULL, NULL, '{}') WHERE job_id = old.job_id;
    END;
  `,
};
