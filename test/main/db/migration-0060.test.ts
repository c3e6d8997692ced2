import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Db } from '../../../src/main/db/db.ts';
import { migrate } from '../../../src/main/db/migrate.ts';
import { migrations } from '../../../src/main/db/migrations/all.ts';

let db: Db;

beforeEach(() => {
  db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
});

afterEach(() => {
  db.close();
});

const addInsight = (id: string) =>
  db
    .prepare(
      `INSERT INTO insights (id, slug, text, guidance, category, language, status, source, created_at, updated_at)
       VALUES (?, ?, 'text', '', 'trust', 'id', 'live', 'starter', 1, 1)`,
    )
    .run(id, `slug-${id}`);

it('numbers the insights that were there in the order they came, and those that come', () => {
  migrate(
    db,
    migrations.filter(({ version }) => version < 60),
  );
  for (const id of ['b', 'a', 'c']) addInsight(id);
  migrate(db, migrations);
  addInsight('d');
  db.prepare("DELETE FROM insights WHERE id = 'd'").run();
  addInsight('e');
  expect(db.prepare('SELECT number, insight_id FROM insight_numbers ORDER BY number').raw().all()).toEqual([
    [1, 'b'],
    [2, 'a'],
    [3, 'c'],
    [5, 'e'],
  ]);
});
