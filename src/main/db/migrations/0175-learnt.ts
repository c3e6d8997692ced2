import type { Migration } from '../migrate.ts';

/**
 * What a night learns and from whom. Evidence is a pseudonymised quote of one client's message. A client who is forgotten
 * takes along what was learnt from them alone, and the texts that a night handed to LLaMA: a reply that was made of them
 * stays as a number of tokens and a price.
 *
 * `merged_into`: the insight that says the same and stayed.
 */
export const learnt: Migration = {
  version: 175,
  sql: `
    ALTER TABLE insights ADD COLUMN merged_into TEXT REFERENCES insights (id) ON DELETE SET NULL;
    ALTER TABLE insights ADD COLUMN model TEXT;
    ALTER TABLE insights ADD COLUMN prompt_version TEXT;
    ALTER TABLE insights ADD COLUMN job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL;
    CREATE INDEX insights_merged ON insights (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX insights_by_job ON insights (job_id) WHERE job_id IS NOT NULL;

    CREATE TABLE insight_evidence (
      id TEXT PRIMARY KEY,
      insight_id TEXT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      quote TEXT NOT NULL CHECK (trim(quote) <> ''),
      night_date TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      UNIQUE (insight_id, message_id, quote)
    ) STRICT;
    CREATE INDEX insight_evidence_by_client ON insight_evidence (client_id);
    CREATE INDEX insight_evidence_by_message ON insight_evidence (message_id);

    CREATE TABLE learnt_triggers (
      trigger_id TEXT PRIMARY KEY REFERENCES triggers (id) ON DELETE CASCADE,
      insight_id TEXT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX learnt_triggers_by_insight ON learnt_triggers (insight_id);
    CREATE INDEX learnt_triggers_by_client ON learnt_triggers (client_id);
    CREATE INDEX learnt_triggers_by_message ON learnt_triggers (message_id);

    -- A form of the lexicon that is said by a trigger; it goes when that goes.
    CREATE TABLE learnt_forms (
      trigger_id TEXT PRIMARY KEY REFERENCES triggers (id) ON DELETE CASCADE,
      insight_id TEXT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      form TEXT NOT NULL CHECK (trim(form) <> ''),
      concept TEXT NOT NULL CHECK (concept <> ''),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX learnt_forms_by_insight ON learnt_forms (insight_id);

    -- Whose texts a step of a night's job holds: written before the step is asked.
    CREATE TABLE night_texts (
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      step TEXT NOT NULL CHECK (step <> ''),
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      PRIMARY KEY (job_id, step, client_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX night_texts_by_client ON night_texts (client_id);

    CREATE TABLE night_rejects (
      id INTEGER PRIMARY KEY,
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      step TEXT NOT NULL CHECK (step <> ''),
      reason TEXT NOT NULL CHECK (reason <> ''),
      detail TEXT NOT NULL,
      raw TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX night_rejects_by_job ON night_rejects (job_id, step);

    CREATE TRIGGER clients_learnt_alone BEFORE DELETE ON clients BEGIN
      DELETE FROM insights WHERE source = 'night'
        AND id IN (SELECT insight_id FROM insight_evidence WHERE client_id = old.id)
        AND NOT EXISTS (SELECT 1 FROM insight_evidence AS e WHERE e.insight_id = insights.id AND e.client_id <> old.id);
      DELETE FROM triggers WHERE id IN (SELECT trigger_id FROM learnt_triggers WHERE client_id = old.id);
    END;

    CREATE TRIGGER night_texts_forgotten AFTER DELETE ON night_texts BEGIN
      DELETE FROM night_rejects WHERE job_id = old.job_id AND step = old.step;
      UPDATE job_requests SET request = '{}', reply = iif(reply IS NULL, NULL, '{}'),
        fault = iif(state = 'submitting', 'A client that it speaks of was forgotten.', fault),
        ended_at = coalesce(ended_at, started_at),
        state = CASE state WHEN 'replied' THEN 'discarded' WHEN 'submitted' THEN 'abandoned'
          WHEN 'submitting' THEN 'lost' ELSE state END
      WHERE job_id = old.job_id AND step IN (old.step, old.step || '-repair');
    END;
  `,
};
