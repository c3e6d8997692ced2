import type { Migration } from '../migrate.ts';

/** Figures over time. Those that belong to a message go with it. */
export const metrics: Migration = {
  version: 50,
  sql: `
    CREATE TABLE metrics (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      value REAL NOT NULL,
      message_id TEXT REFERENCES messages (id) ON DELETE CASCADE,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX metrics_by_name ON metrics (name, at);
    CREATE INDEX metrics_by_message ON metrics (message_id) WHERE message_id IS NOT NULL;
  `,
};
