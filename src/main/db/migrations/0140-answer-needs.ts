import type { Migration } from '../migrate.ts';

/**
 * Which prepared answers are wanted anew, written down by the database itself in the transaction of what asks for them,
 * whoever writes: a fact that changed, a question asked in new words, an answer that was found wrong. A row is one answer
 * wanted; it goes when the job that looked at it ends. Facts expire without anybody writing: `expiry_noted` says which
 * end of validity was taken note of.
 *
 * `told_doubts`: of which replies the request of a job tells what was wrong. With the reply that request is emptied.
 */
export const answerNeeds: Migration = {
  version: 140,
  sql: `
    CREATE TABLE answer_needs (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      formality TEXT NOT NULL CHECK (formality IN ('informal', 'formal')),
      reason TEXT NOT NULL CHECK (reason IN ('fact', 'expired', 'variation', 'wrong')),
      job_id TEXT REFERENCES jobs (id) ON DELETE SET NULL
    ) STRICT;
    CREATE INDEX answer_needs_by_question ON answer_needs (intent_id, language);
    CREATE INDEX answer_needs_by_job ON answer_needs (job_id) WHERE job_id IS NOT NULL;
    -- Twenty new variations at one time want one more answer of each register.
    CREATE UNIQUE INDEX answer_needs_variation ON answer_needs (intent_id, language, formality)
      WHERE reason = 'variation';

    CREATE TRIGGER answer_needs_fact AFTER UPDATE OF status ON prepared_answers
    WHEN new.status = 'stale' AND old.status IN ('live', 'review') BEGIN
      INSERT INTO answer_needs (intent_id, language, formality, reason)
        VALUES (new.intent_id, new.language, new.formality, 'fact');
    END;
    -- Only where there are answers that do not know it: a question that is new altogether is asked for by hand.
    CREATE TRIGGER answer_needs_variation_added AFTER INSERT ON variations BEGIN
      INSERT OR REPLACE INTO answer_needs (intent_id, language, formality, reason)
        SELECT DISTINCT intent_id, language, formality, 'variation' FROM prepared_answers
        WHERE intent_id = new.intent_id AND language = new.language AND status IN ('live', 'review');
    END;
    CREATE TRIGGER answer_needs_wrong AFTER UPDATE OF label, label_by ON served_answers
    WHEN new.label = 'wrong' AND new.label_by IN ('mark', 'check') AND new.is_current = 1
      AND (old.label IS NOT 'wrong' OR old.label_by NOT IN ('mark', 'check')) BEGIN
      INSERT INTO answer_needs (intent_id, language, formality, reason)
        SELECT intent_id, language, formality, 'wrong' FROM prepared_answers
        WHERE id = new.prepared_answer_id AND status = 'live';
    END;

    ALTER TABLE house_facts ADD COLUMN expiry_noted INTEGER;

    CREATE TABLE told_doubts (
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      PRIMARY KEY (job_id, message_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX told_doubts_by_message ON told_doubts (message_id);
    CREATE TRIGGER told_doubts_forgotten AFTER DELETE ON told_doubts BEGIN
      UPDATE job_requests SET request = '{}' WHERE job_id = old.job_id;
    END;

    CREATE TABLE preparation_runs (
      id TEXT PRIMARY KEY,
      wanted INTEGER NOT NULL CHECK (wanted >= 1),
      started_at INTEGER NOT NULL,
      cancelled_at INTEGER
    ) STRICT;
    CREATE TABLE preparation_run_jobs (
      run_id TEXT NOT NULL REFERENCES preparation_runs (id) ON DELETE CASCADE,
      job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
      PRIMARY KEY (run_id, job_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX preparation_run_jobs_by_job ON preparation_run_jobs (job_id);

    -- Which answer a client had last, and whether it was found wrong, is looked up for every prepared answer.
    CREATE INDEX messages_prepared ON messages (client_id, seq) WHERE prepared_answer_id IS NOT NULL;
    CREATE INDEX served_answers_labelled ON served_answers (prepared_answer_id, id)
      WHERE label IS NOT NULL AND is_current = 1;
  `,
};
