import type { Migration } from '../migrate.ts';

/**
 * What the vector index is kept up to date with. `insight_changes` has, for every insight that ever changed or went,
 * the generation of its last change, so that an index can take the few that changed since it was built.
 *
 * Vectors move to a table in the order they come in: with a hash as its key every new one was written to a page of
 * its own and needed an overflow page besides. `for_insights` = 1: only insights ask for it, so that it may go when
 * none has its text any more.
 */
export const index: Migration = {
  version: 80,
  sql: `
    CREATE TABLE insight_changes (
      insight_id TEXT PRIMARY KEY,
      generation INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX insight_changes_by_generation ON insight_changes (generation);
    INSERT INTO insight_changes (insight_id, generation)
      SELECT id, (SELECT value FROM generations WHERE name = 'insights') FROM insights;

    ${onChange('insights_generation_insert', 'INSERT ON insights', 'new.id')}
    ${onChange('insights_generation_delete', 'DELETE ON insights', 'old.id')}
    ${onChange('insights_generation_update', 'UPDATE OF text, guidance, status ON insights', 'new.id')}
    ${onChange('triggers_generation_insert', 'INSERT ON triggers', 'new.insight_id')}
    ${onChange('triggers_generation_delete', 'DELETE ON triggers', 'old.insight_id')}
    ${onChange('triggers_generation_update', 'UPDATE OF phrase ON triggers', 'new.insight_id')}

    ALTER TABLE embeddings RENAME TO embeddings_before;
    CREATE TABLE embeddings (
      seq INTEGER PRIMARY KEY,
      content_hash TEXT NOT NULL,
      embedder TEXT NOT NULL,
      for_insights INTEGER NOT NULL CHECK (for_insights IN (0, 1)),
      vector BLOB NOT NULL CHECK (length(vector) > 0 AND length(vector) % 4 = 0),
      created_at INTEGER NOT NULL,
      UNIQUE (embedder, content_hash)
    ) STRICT;
    INSERT INTO embeddings (content_hash, embedder, for_insights, vector, created_at)
      SELECT content_hash, embedder, 0, vector, created_at FROM embeddings_before ORDER BY created_at;
    DROP TABLE embeddings_before;
  `,
};

/**
 * The trigger of migration 30, which counts, now also says whose change it was. Two statements instead of a REPLACE:
 * inside a trigger, REPLACE becomes what the statement outside says, and phrases are added with OR IGNORE.
 */
function onChange(name: string, event: string, insightId: string): string {
  return `
    DROP TRIGGER ${name};
    CREATE TRIGGER ${name} AFTER ${event} BEGIN
      UPDATE generations SET value = value + 1 WHERE name = 'insights';
      DELETE FROM insight_changes WHERE insight_id = ${insightId};
      INSERT INTO insight_changes (insight_id, generation)
        SELECT ${insightId}, value FROM generations WHERE name = 'insights';
    END;`;
}
