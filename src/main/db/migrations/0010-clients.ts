import type { Migration } from '../migrate.ts';

/** Clients and what is remembered of them. A memory is never overwritten: the old row gets a `valid_to`. */
export const clients: Migration = {
  version: 10,
  sql: `
    CREATE TABLE clients (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      address_as TEXT CHECK (trim(address_as) <> ''),
      language TEXT NOT NULL CHECK (language IN ('id', 'it', 'en')),
      formality TEXT NOT NULL CHECK (formality IN ('informal', 'formal')),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE client_facts (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      topic TEXT NOT NULL CHECK (trim(topic) <> ''),
      value TEXT NOT NULL CHECK (trim(value) <> ''),
      author TEXT NOT NULL CHECK (author IN ('consultant', 'claude', 'llama', 'import')),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      evidence_quote TEXT,
      evidence_message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
      evidence_at INTEGER,
      is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
      valid_from INTEGER NOT NULL,
      valid_to INTEGER CHECK (valid_to >= valid_from)
    ) STRICT;
    CREATE UNIQUE INDEX client_facts_live ON client_facts (client_id, topic) WHERE valid_to IS NULL;
    CREATE INDEX client_facts_history ON client_facts (client_id, topic, valid_from);
    CREATE INDEX client_facts_evidence ON client_facts (evidence_message_id);

    CREATE TABLE jiwa_entries (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      field TEXT NOT NULL CHECK (field IN (
        'personality', 'emotional_state', 'trust_level', 'communication_preference', 'life_phase',
        'dreams', 'anxieties', 'relationship_with_us', 'cultural_bridge_needed')),
      value TEXT NOT NULL CHECK (trim(value) <> ''),
      author TEXT NOT NULL CHECK (author IN ('consultant', 'claude', 'llama', 'import')),
      confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
      evidence_quote TEXT,
      evidence_message_id TEXT REFERENCES messages (id) ON DELETE SET NULL,
      evidence_at INTEGER,
      is_locked INTEGER NOT NULL DEFAULT 0 CHECK (is_locked IN (0, 1)),
      valid_from INTEGER NOT NULL,
      valid_to INTEGER CHECK (valid_to >= valid_from)
    ) STRICT;
    CREATE UNIQUE INDEX jiwa_entries_live ON jiwa_entries (client_id, field) WHERE valid_to IS NULL;
    CREATE INDEX jiwa_entries_history ON jiwa_entries (client_id, field, valid_from);
    CREATE INDEX jiwa_entries_evidence ON jiwa_entries (evidence_message_id);
  `,
};
