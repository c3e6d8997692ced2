import type { Migration } from '../migrate.ts';

/**
 * Conversations and messages. The CHECKs say what a reply may be: a client's message has none of a reply's
 * columns; a sent reply has a time; a failed one has a fault; an outcome is there once the writing has ended.
 */
export const conversations: Migration = {
  version: 20,
  sql: `
    CREATE TABLE conversations (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      channel TEXT NOT NULL CHECK (channel IN ('whatsapp', 'email', 'in_person', 'phone', 'other')),
      started_at INTEGER NOT NULL,
      ended_at INTEGER,
      end_reason TEXT CHECK (end_reason IN ('button', 'idle', 'start')),
      CHECK ((ended_at IS NULL) = (end_reason IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX conversations_open ON conversations (client_id) WHERE ended_at IS NULL;
    CREATE INDEX conversations_by_client ON conversations (client_id, started_at);

    CREATE TABLE messages (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      author TEXT NOT NULL CHECK (author IN ('client', 'desk')),
      text TEXT NOT NULL,
      language TEXT CHECK (language IN ('id', 'it', 'en')),
      created_at INTEGER NOT NULL,
      replies_to TEXT REFERENCES messages (id) ON DELETE CASCADE,
      source TEXT CHECK (source IN ('claude', 'prepared', 'consultant')),
      state TEXT CHECK (state IN ('streaming', 'draft', 'sent', 'failed', 'replaced')),
      outcome TEXT CHECK (outcome IN ('complete', 'stopped', 'cut', 'truncated', 'refused', 'empty')),
      fault TEXT,
      original_text TEXT,
      prepared_answer_id TEXT REFERENCES prepared_answers (id) ON DELETE SET NULL,
      match_score REAL,
      model TEXT,
      model_reason TEXT,
      input_tokens INTEGER,
      output_tokens INTEGER,
      cache_read_tokens INTEGER,
      cache_write_tokens INTEGER,
      cost_usd REAL CHECK (cost_usd >= 0),
      first_token_ms REAL CHECK (first_token_ms >= 0),
      total_ms REAL CHECK (total_ms >= 0),
      thumb TEXT CHECK (thumb IN ('up', 'down')),
      feedback_note TEXT,
      sent_at INTEGER,
      CHECK ((author = 'desk') = (state IS NOT NULL)),
      CHECK ((author = 'desk') = (source IS NOT NULL)),
      CHECK (author = 'desk' OR (replies_to IS NULL AND outcome IS NULL AND fault IS NULL AND sent_at IS NULL AND thumb IS NULL)),
      CHECK (state IS NULL OR (state = 'streaming') = (outcome IS NULL)),
      CHECK (state IS NULL OR state <> 'failed' OR fault IS NOT NULL),
      CHECK (state IS NULL OR state <> 'sent' OR sent_at IS NOT NULL),
      CHECK (sent_at IS NULL OR state = 'sent'),
      CHECK (feedback_note IS NULL OR thumb IS NOT NULL)
    ) STRICT;
    CREATE INDEX messages_by_conversation ON messages (conversation_id, seq);
    CREATE INDEX messages_by_client ON messages (client_id, seq);
    CREATE INDEX messages_replies ON messages (replies_to) WHERE replies_to IS NOT NULL;
    CREATE INDEX messages_streaming ON messages (state) WHERE state = 'streaming';
    CREATE INDEX messages_by_answer ON messages (prepared_answer_id) WHERE prepared_answer_id IS NOT NULL;

    CREATE TABLE tool_calls (
      id TEXT PRIMARY KEY,
      message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      name TEXT NOT NULL,
      input TEXT NOT NULL CHECK (json_valid(input)),
      output TEXT NOT NULL,
      is_error INTEGER NOT NULL CHECK (is_error IN (0, 1)),
      duration_ms REAL NOT NULL CHECK (duration_ms >= 0),
      UNIQUE (message_id, position)
    ) STRICT;

    CREATE TABLE composer_drafts (
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      author TEXT NOT NULL CHECK (author IN ('client', 'desk')),
      text TEXT NOT NULL CHECK (text <> ''),
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (client_id, author)
    ) STRICT;

    CREATE VIRTUAL TABLE messages_fts USING fts5 (
      text, content = 'messages', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    -- Without it, words of deleted rows stay readable in the index file until a merge.
    INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1);
    -- A reply enters the index when its writing ended, not with every piece of the stream.
    CREATE TRIGGER messages_fts_insert AFTER INSERT ON messages WHEN new.state IS NOT 'streaming' BEGIN
      INSERT INTO messages_fts (rowid, text) VALUES (new.seq, new.text);
    END;
    CREATE TRIGGER messages_fts_delete AFTER DELETE ON messages WHEN old.state IS NOT 'streaming' BEGIN
      INSERT INTO messages_fts (messages_fts, rowid, text) VALUES ('delete', old.seq, old.text);
    END;
    CREATE TRIGGER messages_fts_update AFTER UPDATE OF text, state ON messages
    WHEN old.text IS NOT new.text OR (old.state IS 'streaming') <> (new.state IS 'streaming') BEGIN
      INSERT INTO messages_fts (messages_fts, rowid, text)
        SELECT 'delete', old.seq, old.text WHERE old.state IS NOT 'streaming';
      INSERT INTO messages_fts (rowid, text) SELECT new.seq, new.text WHERE new.state IS NOT 'streaming';
    END;
  `,
};
