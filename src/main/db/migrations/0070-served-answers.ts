import type { Migration } from '../migrate.ts';

/**
 * What became of each prepared answer that was served, and what a check of it took. A row of `served_answers` is what an
 * intent learns from; the triggers take out of the count what no longer speaks of the answer of today.
 */
export const servedAnswers: Migration = {
  version: 70,
  sql: `
    ALTER TABLE messages ADD COLUMN verdict TEXT
      CHECK (verdict IS NULL OR (verdict IN ('confirmed', 'doubtful') AND source = 'prepared'));
    ALTER TABLE messages ADD COLUMN verdict_reason TEXT CHECK ((verdict IS NULL) = (verdict_reason IS NULL));
    ALTER TABLE messages ADD COLUMN is_marked_wrong INTEGER NOT NULL DEFAULT 0
      CHECK (is_marked_wrong = 0 OR (is_marked_wrong = 1 AND source = 'prepared'));

    CREATE TABLE answer_checks (
      message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
      model TEXT NOT NULL,
      fault TEXT,
      input_tokens INTEGER,
      output_tokens INTEGER,
      cache_read_tokens INTEGER,
      cache_write_tokens INTEGER,
      cost_usd REAL CHECK (cost_usd >= 0),
      total_ms REAL NOT NULL CHECK (total_ms >= 0),
      checked_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE served_answers (
      id INTEGER PRIMARY KEY,
      message_id TEXT UNIQUE REFERENCES messages (id) ON DELETE SET NULL,
      intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
      prepared_answer_id TEXT REFERENCES prepared_answers (id) ON DELETE SET NULL,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
      scoring INTEGER NOT NULL,
      served_at INTEGER NOT NULL,
      went_alone INTEGER NOT NULL CHECK (went_alone IN (0, 1)),
      held_reason TEXT CHECK (held_reason IN ('few_checks', 'often_wrong', 'low_score', 'own_checks')),
      held_have REAL,
      held_needed REAL,
      is_current INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
      label TEXT CHECK (label IN ('right', 'wrong')),
      label_by TEXT CHECK (label_by IN ('mark', 'thumb', 'replaced', 'edit', 'sent', 'check')),
      CHECK ((label IS NULL) = (label_by IS NULL)),
      CHECK ((held_reason IS NULL) = (held_have IS NULL) AND (held_reason IS NULL) = (held_needed IS NULL)),
      CHECK (held_reason IS NULL OR went_alone = 0)
    ) STRICT;
    -- Holds all that counting needs: it is done for every prepared answer.
    CREATE INDEX served_answers_labels ON served_answers (intent_id, id, scoring, served_at, score, label)
      WHERE label IS NOT NULL AND is_current = 1;
    CREATE INDEX served_answers_by_intent ON served_answers (intent_id, language);
    CREATE INDEX served_answers_by_answer ON served_answers (prepared_answer_id, id)
      WHERE prepared_answer_id IS NOT NULL;

    -- Served before anything was learnt: counted as served, and no evidence of today's answers.
    INSERT INTO served_answers
        (message_id, intent_id, prepared_answer_id, language, score, scoring, served_at, went_alone, is_current)
      SELECT m.id, a.intent_id, a.id, a.language, min(1, max(0, coalesce(m.match_score, 0))), 0, m.created_at, 0, 0
      FROM messages AS m JOIN prepared_answers AS a ON a.id = m.prepared_answer_id
      WHERE m.source = 'prepared' ORDER BY m.seq;

    CREATE TRIGGER served_answers_text AFTER UPDATE OF text ON prepared_answers WHEN old.text <> new.text BEGIN
      UPDATE served_answers SET is_current = 0 WHERE prepared_answer_id = new.id;
    END;
    CREATE TRIGGER served_answers_removed BEFORE DELETE ON prepared_answers BEGIN
      UPDATE served_answers SET is_current = 0 WHERE prepared_answer_id = old.id;
    END;
    CREATE TRIGGER served_answers_fact AFTER UPDATE OF value_id, value_it, value_en ON house_facts
    WHEN old.value_id <> new.value_id OR old.value_it <> new.value_it OR old.value_en <> new.value_en BEGIN
      UPDATE served_answers SET is_current = 0 WHERE prepared_answer_id IN
        (SELECT prepared_answer_id FROM prepared_answer_facts WHERE house_fact_id = new.id);
    END;
    -- Other variations give other messages to the intent, and other scores to the same ones.
    CREATE TRIGGER served_answers_variation_added AFTER INSERT ON variations BEGIN
      UPDATE served_answers SET is_current = 0
      WHERE intent_id = new.intent_id AND language = new.language AND is_current = 1;
    END;
    CREATE TRIGGER served_answers_variation_removed AFTER DELETE ON variations BEGIN
      UPDATE served_answers SET is_current = 0
      WHERE intent_id = old.intent_id AND language = old.language AND is_current = 1;
    END;

    -- The client is forgotten: a number stays that says nothing of anybody, or nothing at all.
    CREATE TRIGGER served_answers_forgotten AFTER UPDATE OF message_id ON served_answers
    WHEN old.message_id IS NOT NULL AND new.message_id IS NULL BEGIN
      DELETE FROM served_answers WHERE id = new.id AND label IS NULL;
      UPDATE served_answers SET score = CAST(round(score * 1000) AS INTEGER) / 10 / 100.0,
        served_at = unixepoch(served_at / 1000, 'unixepoch', 'start of month') * 1000,
        held_reason = NULL, held_have = NULL, held_needed = NULL
      WHERE id = new.id;
    END;
  `,
};
