import type { Migration } from '../migrate.ts';

/**
 * What Claude would have said in place of a prepared answer, and what was proposed to add to prepared answers.
 *
 * A shadow goes with its reply. `preferred` is what a person thought better; it is no label (see `served_answers`).
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
  `,
};
