import type { Migration } from '../migrate.ts';

/**
 * The catalogue of insights in the cached prefix of prompts, and what replies said of the insights they used. The number
 * of an insight is never given to another, so that an old id cannot come to mean something else. A used insight is not
 * linked by the text of the catalogue: that of a day stays as it is, whatever becomes of its insights.
 */
export const catalogue: Migration = {
  version: 60,
  sql: `
    CREATE TABLE insight_numbers (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      insight_id TEXT NOT NULL UNIQUE REFERENCES insights (id) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO insight_numbers (insight_id) SELECT id FROM insights ORDER BY seq;
    CREATE TRIGGER insights_number AFTER INSERT ON insights BEGIN
      INSERT INTO insight_numbers (insight_id) VALUES (new.id);
    END;

    -- One row per local day: what every prompt of that day holds, byte for byte.
    CREATE TABLE catalogues (
      day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      text TEXT NOT NULL,
      insights INTEGER NOT NULL CHECK (insights >= 0),
      created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- How the line that ends a reply was read; no row for replies that no model wrote.
    CREATE TABLE reply_namings (
      message_id TEXT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('named', 'none', 'missing', 'unreadable')),
      ignored INTEGER NOT NULL CHECK (ignored >= 0)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE used_insights (
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      insight_id TEXT NOT NULL REFERENCES insights (id) ON DELETE CASCADE,
      origin TEXT NOT NULL CHECK (origin IN ('search', 'catalogue', 'opened')),
      at INTEGER NOT NULL,
      PRIMARY KEY (message_id, insight_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX used_insights_by_insight ON used_insights (insight_id, at);
    CREATE INDEX used_insights_unfound ON used_insights (at) WHERE origin <> 'search';

    -- One row per request that carried the catalogue: what it took there. A refused one took nothing.
    CREATE TABLE catalogue_requests (
      id INTEGER PRIMARY KEY,
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      day TEXT NOT NULL,
      model TEXT NOT NULL,
      insights INTEGER NOT NULL CHECK (insights > 0),
      is_refused INTEGER NOT NULL CHECK (is_refused IN (0, 1)),
      tokens INTEGER NOT NULL CHECK (tokens >= 0),
      cache_read_tokens INTEGER NOT NULL CHECK (cache_read_tokens >= 0),
      cache_write_tokens INTEGER NOT NULL CHECK (cache_write_tokens >= 0),
      cost_usd REAL CHECK (cost_usd >= 0),
      CHECK (cache_read_tokens + cache_write_tokens <= tokens),
      CHECK (is_refused = 0 OR tokens = 0)
    ) STRICT;
    CREATE INDEX catalogue_requests_by_message ON catalogue_requests (message_id);
    CREATE INDEX catalogue_requests_by_model ON catalogue_requests (model, day, id);

    -- Used, but search had not found it: what search can learn from.
    CREATE VIEW search_misses AS
      SELECT u.at, u.insight_id, u.origin, r.id AS reply_id, r.client_id, r.replies_to AS message_id
      FROM used_insights AS u JOIN messages AS r ON r.id = u.message_id
      WHERE u.origin <> 'search' AND r.replies_to IS NOT NULL;
  `,
};
