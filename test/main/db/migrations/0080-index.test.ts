import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../../../src/main/db/db.ts';
import { migrate } from '../../../../src/main/db/migrate.ts';
import { migrations } from '../../../../src/main/db/migrations/all.ts';

let db: Db;
beforeEach(() => {
  db = new Database(':memory:');
  migrate(
    db,
    migrations.filter(({ version }) => version < 80),
  );
});
afterEach(() => db.close());

const vector = Buffer.from(new Float32Array([0.5, -0.5]).buffer);

test('keeps every vector, and takes every insight for changed, since no one knows which were', () => {
  db.exec(`
    INSERT INTO insights (id, slug, text, guidance, category, language, status, source, created_at, updated_at)
    VALUES ('i1', 'one', 't', '', 'emotions', 'id', 'live', 'starter', 1, 1),
           ('i2', 'two', 't', '', 'emotions', 'id', 'retired', 'starter', 1, 1);
    INSERT INTO triggers (id, insight_id, phrase) VALUES ('t1', 'i1', 'aku malu');`);
  const insert = db.prepare('INSERT INTO embeddings VALUES (?, ?, ?, ?)');
  insert.run('b', 'builtin', vector, 20);
  insert.run('a', 'builtin', vector, 30);
  insert.run('a', 'other', vector, 10);
  migrate(db, migrations);
  expect(
    db.prepare('SELECT content_hash, embedder, for_insights, vector, created_at FROM embeddings').all(),
  ).toEqual([
    { content_hash: 'a', embedder: 'other', for_insights: 0, vector, created_at: 10 },
    { content_hash: 'b', embedder: 'builtin', for_insights: 0, vector, created_at: 20 },
    { content_hash: 'a', embedder: 'builtin', for_insights: 0, vector, created_at: 30 },
  ]);
  expect(db.prepare('SELECT insight_id, generation FROM insight_changes').all()).toEqual([
    { insight_id: 'i1', generation: 3 },
    { insight_id: 'i2', generation: 3 },
  ]);
  db.exec("INSERT OR IGNORE INTO triggers (id, insight_id, phrase) VALUES ('t2', 'i2', 'sungkan')");
  expect(db.prepare("SELECT generation FROM insight_changes WHERE insight_id = 'i2'").pluck().get()).toBe(4);
});
