import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../../../src/main/db/migrate.ts';
import { migrations } from '../../../src/main/db/migrations/all.ts';

it('counts what was served before as served, and as no evidence', () => {
  const db = new Database(':memory:');
  migrate(
    db,
    migrations.filter(({ version }) => version < 70),
  );
  db.exec(`
    INSERT INTO clients VALUES ('c', 'Giulia', NULL, 'it', 'informal', 1, 1);
    INSERT INTO conversations (id, client_id, channel, started_at) VALUES ('k', 'c', 'email', 1);
    INSERT INTO intents VALUES ('i', 'office-hours', 'a', 'b', 'c', NULL, 1, 1, 1);
    INSERT INTO prepared_answers VALUES ('p', 'i', 'it', 'informal', 'Ecco.', 'live', 'starter', 1, 1);
  `);
  const insert = db.prepare(
    `INSERT INTO messages (id, conversation_id, client_id, author, text, created_at, source, state, outcome,
       prepared_answer_id, match_score, thumb) VALUES (?, 'k', 'c', 'desk', 'x', ?, ?, 'draft', 'complete', ?, ?, ?)`,
  );
  insert.run('served', 5, 'prepared', 'p', 0.8, 'up');
  insert.run('removed', 6, 'prepared', null, 0.8, null);
  insert.run('written', 7, 'claude', null, null, null);
  migrate(
    db,
    migrations.filter(({ version }) => version <= 70),
  );
  expect(db.prepare('SELECT * FROM served_answers').all()).toEqual([
    {
      id: 1,
      message_id: 'served',
      intent_id: 'i',
      prepared_answer_id: 'p',
      language: 'it',
      score: 0.8,
      scoring: 0,
      served_at: 5,
      went_alone: 0,
      held_reason: null,
      held_have: null,
      held_needed: null,
      is_current: 0,
      label: null,
      label_by: null,
    },
  ]);
  expect(db.prepare('SELECT id, verdict, verdict_reason, is_marked_wrong FROM messages').raw().all()).toEqual(
    [
      ['served', null, null, 0],
      ['removed', null, null, 0],
      ['written', null, null, 0],
    ],
  );
  db.close();
});
