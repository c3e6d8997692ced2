import type { Migration } from '../migrate.ts';

/**
 * Where a prepared answer that a model wrote comes from, and what became of those that no gate let through. A changed
 * fact takes answers that wait for a person out of service too: they were written beside its old value.
 */
export const answerOrigins: Migration = {
  version: 120,
  sql: `
    ALTER TABLE prepared_answers ADD COLUMN model TEXT;
    ALTER TABLE prepared_answers ADD COLUMN prompt_version TEXT;
    ALTER TABLE prepared_answers ADD COLUMN job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL;
    CREATE INDEX prepared_answers_by_job ON prepared_answers (job_id) WHERE job_id IS NOT NULL;

    CREATE TABLE rejected_answers (
      id INTEGER PRIMARY KEY,
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      reason TEXT NOT NULL CHECK (reason <> ''),
      detail TEXT NOT NULL,
      raw TEXT NOT NULL,
      model TEXT,
      prompt_version TEXT NOT NULL CHECK (prompt_version <> ''),
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX rejected_answers_by_job ON rejected_answers (job_id);
    CREATE INDEX rejected_answers_by_intent ON rejected_answers (intent_id, language);

    DROP TRIGGER house_facts_changed;
    CREATE TRIGGER house_facts_changed AFTER UPDATE OF value_id, value_it, value_en ON house_facts
    WHEN old.value_id <> new.value_id OR old.value_it <> new.value_it OR old.value_en <> new.value_en BEGIN
      UPDATE prepared_answers SET status = 'stale', updated_at = new.updated_at
      WHERE status IN ('live', 'review')
        AND id IN (SELECT prepared_answer_id FROM prepared_answer_facts WHERE house_fact_id = new.id);
    END;
  `,
};
