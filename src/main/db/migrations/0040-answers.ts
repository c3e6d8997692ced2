import type { Migration } from '../migrate.ts';

/** House facts, intents and prepared answers. A changed fact takes every answer that uses it out of service. */
export const answers: Migration = {
  version: 40,
  sql: `
    CREATE TABLE house_facts (
      id TEXT PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
      topic TEXT NOT NULL CHECK (trim(topic) <> ''),
      value_id TEXT NOT NULL CHECK (trim(value_id) <> ''),
      value_it TEXT NOT NULL CHECK (trim(value_it) <> ''),
      value_en TEXT NOT NULL CHECK (trim(value_en) <> ''),
      source TEXT NOT NULL,
      valid_until INTEGER,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE intents (
      id TEXT PRIMARY KEY,
      slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
      title_id TEXT NOT NULL,
      title_it TEXT NOT NULL,
      title_en TEXT NOT NULL,
      threshold REAL CHECK (threshold BETWEEN 0 AND 1),
      is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE variations (
      id TEXT PRIMARY KEY,
      intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      UNIQUE (intent_id, text)
    ) STRICT;

    CREATE TABLE prepared_answers (
      id TEXT PRIMARY KEY,
      intent_id TEXT NOT NULL REFERENCES intents (id) ON DELETE CASCADE,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      formality TEXT NOT NULL CHECK (formality IN ('informal', 'formal')),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      status TEXT NOT NULL CHECK (status IN ('live', 'review', 'stale', 'off')),
      source TEXT NOT NULL CHECK (source IN ('starter', 'import', 'consultant', 'generated')),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX prepared_answers_by_intent ON prepared_answers (intent_id, language, formality);

    CREATE TABLE prepared_answer_facts (
      prepared_answer_id TEXT NOT NULL REFERENCES prepared_answers (id) ON DELETE CASCADE,
      house_fact_id TEXT NOT NULL REFERENCES house_facts (id) ON DELETE RESTRICT,
      PRIMARY KEY (prepared_answer_id, house_fact_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX prepared_answer_facts_by_fact ON prepared_answer_facts (house_fact_id);

    CREATE TABLE message_facts (
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      house_fact_id TEXT NOT NULL REFERENCES house_facts (id) ON DELETE CASCADE,
      value TEXT NOT NULL,
      PRIMARY KEY (message_id, house_fact_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_facts_by_fact ON message_facts (house_fact_id);

    CREATE TRIGGER house_facts_changed AFTER UPDATE OF value_id, value_it, value_en ON house_facts
    WHEN old.value_id <> new.value_id OR old.value_it <> new.value_it OR old.value_en <> new.value_en BEGIN
      UPDATE prepared_answers SET status = 'stale', updated_at = new.updated_at
      WHERE status = 'live'
        AND id IN (SELECT prepared_answer_id FROM prepared_answer_facts WHERE house_fact_id = new.id);
    END;

    INSERT INTO generations (name, value) VALUES ('answers', 0);
    CREATE TRIGGER intents_generation AFTER UPDATE ON intents BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'answers';
    END;
    CREATE TRIGGER variations_generation_insert AFTER INSERT ON variations BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'answers';
    END;
    CREATE TRIGGER variations_generation_delete AFTER DELETE ON variations BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'answers';
    END;
  `,
};
