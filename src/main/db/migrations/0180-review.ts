import type { Migration } from '../migrate.ts';

/**
 * Why something waits for a person, beside its row, and what people decided: the state before and after, so that a
 * decision can be taken back exactly, or left alone where somebody changed the row since. What was decided goes with what
 * it was about.
 */
export const review: Migration = {
  version: 180,
  sql: `
    ALTER TABLE insights ADD COLUMN review_reason TEXT CHECK (review_reason <> '');
    ALTER TABLE insights ADD COLUMN review_detail TEXT;
    ALTER TABLE prepared_answers ADD COLUMN review_reason TEXT CHECK (review_reason <> '');
    ALTER TABLE prepared_answers ADD COLUMN review_detail TEXT;
    CREATE INDEX prepared_answers_in_review ON prepared_answers (created_at) WHERE status = 'review';

    CREATE TABLE review_decisions (
      seq INTEGER PRIMARY KEY,
      batch_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('insight', 'answer', 'variation', 'question', 'jiwa', 'fact')),
      item_id TEXT NOT NULL,
      client_id TEXT REFERENCES clients (id) ON DELETE CASCADE,
      decision TEXT NOT NULL CHECK (decision IN ('approve', 'reject')),
      reason TEXT CHECK (reason <> ''),
      note TEXT CHECK (note <> ''),
      before TEXT,
      after TEXT,
      decided_at INTEGER NOT NULL,
      undone_at INTEGER,
      CHECK (decision = 'reject' OR (reason IS NULL AND note IS NULL))
    ) STRICT;
    CREATE INDEX review_decisions_by_batch ON review_decisions (batch_id);
    CREATE INDEX review_decisions_by_item ON review_decisions (item_id);
    CREATE INDEX review_decisions_by_client ON review_decisions (client_id) WHERE client_id IS NOT NULL;
    CREATE TRIGGER insights_decisions AFTER DELETE ON insights BEGIN
      DELETE FROM review_decisions WHERE kind = 'insight' AND item_id = old.id;
    END;
    CREATE TRIGGER proposed_variations_decisions AFTER DELETE ON proposed_variations BEGIN
      DELETE FROM review_decisions WHERE kind = 'variation' AND item_id = old.id;
    END;
    CREATE TRIGGER prepared_answers_decisions AFTER DELETE ON prepared_answers BEGIN
      DELETE FROM review_decisions WHERE kind = 'answer' AND item_id = old.id;
    END;
    CREATE INDEX review_decisions_standing ON review_decisions (seq) WHERE undone_at IS NULL;
  `,
};
