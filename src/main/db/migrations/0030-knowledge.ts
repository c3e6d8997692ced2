import type { Migration } from '../migrate.ts';

/**
 * Insights, their triggers, and vectors by content. `generations` counts every change of what the vector index is
 * built from, so that an index can tell that it is stale, whoever made the change.
 */
export const knowledge: Migration = {
  version: 30,
  sql: `
    CREATE TABLE insights (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      slug TEXT NOT NULL UNIQUE CHECK (slug <> ''),
      text TEXT NOT NULL CHECK (trim(text) <> ''),
      guidance TEXT NOT NULL,
      category TEXT NOT NULL,
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en', 'ban', 'jv')),
      status TEXT NOT NULL CHECK (status IN ('live', 'review', 'retired', 'rejected')),
      source TEXT NOT NULL CHECK (source IN ('starter', 'import', 'consultant', 'generated', 'night')),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX insights_by_status ON insights (status, category, language);

    CREATE TABLE triggers (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      insight_id TEXT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
      phrase TEXT NOT NULL CHECK (trim(phrase) <> ''),
      UNIQUE (insight_id, phrase)
    ) STRICT;

    -- A vector is a Float32 little-endian blob, kept per content (sha-256 of the text) and embedder: never computed twice.
    CREATE TABLE embeddings (
      content_hash TEXT NOT NULL,
      embedder TEXT NOT NULL,
      vector BLOB NOT NULL CHECK (length(vector) > 0 AND length(vector) % 4 = 0),
      created_at INTEGER NOT NULL,
      PRIMARY KEY (content_hash, embedder)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE generations (
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO generations (name, value) VALUES ('insights', 0);

    CREATE TABLE message_insights (
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      insight_id TEXT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      score REAL NOT NULL,
      lexical_score REAL,
      vector_score REAL,
      trigger TEXT,
      PRIMARY KEY (message_id, insight_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_insights_by_insight ON message_insights (insight_id);

    CREATE TRIGGER insights_generation_insert AFTER INSERT ON insights BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
    END;
    CREATE TRIGGER insights_generation_delete AFTER DELETE ON insights BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
    END;
    CREATE TRIGGER insights_generation_update AFTER UPDATE OF text, guidance, status ON insights BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
    END;
    CREATE TRIGGER triggers_generation_insert AFTER INSERT ON triggers BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
    END;
    CREATE TRIGGER triggers_generation_delete AFTER DELETE ON triggers BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
    END;
    CREATE TRIGGER triggers_generation_update AFTER UPDATE OF phrase ON triggers BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
    END;

    CREATE VIRTUAL TABLE insights_fts USING fts5 (
      text, guidance, content = 'insights', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER insights_fts_insert AFTER INSERT ON insights BEGIN
      INSERT INTO insights_fts (rowid, text, guidance) VALUES (new.seq, new.text, new.guidance);
    END;
    CREATE TRIGGER insights_fts_delete AFTER DELETE ON insights BEGIN
      INSERT INTO insights_fts (insights_fts, rowid, text, guidance) VALUES ('delete', old.seq, old.text, old.guidance);
    END;
    CREATE TRIGGER insights_fts_update AFTER UPDATE OF text, guidance ON insights BEGIN
      INSERT INTO insights_fts (insights_fts, rowid, text, guidance) VALUES ('delete', old.seq, old.text, old.guidance);
      INSERT INTO insights_fts (rowid, text, guidance) VALUES (new.seq, new.text, new.guidance);
    END;

    CREATE VIRTUAL TABLE triggers_fts USING fts5 (
      phrase, content = 'triggers', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER triggers_fts_insert AFTER INSERT ON triggers BEGIN
      INSERT INTO triggers_fts (rowid, phrase) VALUES (new.seq, new.phrase);
    END;
    CREATE TRIGGER triggers_fts_delete AFTER DELETE ON triggers BEGIN
      INSERT INTO triggers_fts (triggers_fts, rowid, phrase) VALUES ('delete', old.seq, old.phrase);
    END;
    CREATE TRIGGER triggers_fts_update AFTER UPDATE OF phrase ON triggers BEGIN
      INSERT INTO triggers_fts (triggers_fts, rowid, phrase) VALUES ('delete', old.seq, old.phrase);
      INSERT INTO triggers_fts (rowid, phrase) VALUES (new.seq, new.phrase);
    END;
  `,
};
