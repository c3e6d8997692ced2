import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '../../../src/main/db/id.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { anInsight } from '../../fixtures/insights.ts';

type Row = Record<string, string | number | null>;

let desk: TestDb;
let messageId: string;
let insightId: string;

beforeEach(() => {
  desk = openTestDb();
  const conversationId = newId();
  const clientId = aClient(desk.db).id;
  insightId = anInsight(desk.db, 'aku-malu').id;
  messageId = newId();
  insert('conversations', { id: conversationId, client_id: clientId, channel: 'email', started_at: 1 });
  insert('messages', {
    id: messageId,
    conversation_id: conversationId,
    client_id: clientId,
    author: 'desk',
    text: 'Halo',
    created_at: 1,
    source: 'claude',
    state: 'draft',
    outcome: 'complete',
  });
});

afterEach(() => {
  desk.cleanUp();
});

function insert(table: string, row: Row): void {
  const names = Object.keys(row);
  desk.db
    .prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

const rows: Readonly<Record<string, () => Row>> = {
  catalogues: () => ({ day: '2026-11-22', text: '', insights: 0, created_at: 1 }),
  reply_namings: () => ({ message_id: messageId, kind: 'named', ignored: 0 }),
  used_insights: () => ({ message_id: messageId, insight_id: insightId, origin: 'search', at: 1 }),
  catalogue_requests: () => ({
    message_id: messageId,
    day: '2026-11-22',
    model: 'm',
    insights: 1,
    is_refused: 0,
    tokens: 10,
    cache_read_tokens: 4,
    cache_write_tokens: 6,
    cost_usd: null,
  }),
};

it.each(Object.keys(rows))('keeps a row of %s', (table) => {
  insert(table, rows[table]?.() ?? {});
  expect(desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(1);
});

it.each<[string, string, Row]>([
  ['a day that is none', 'catalogues', { day: 'today' }],
  ['less than no insights', 'catalogues', { insights: -1 }],
  ['a naming nobody knows', 'reply_namings', { kind: 'maybe' }],
  ['a naming of no reply', 'reply_namings', { message_id: 'none' }],
  ['a used insight of nowhere', 'used_insights', { origin: 'dream' }],
  ['a used insight that is none', 'used_insights', { insight_id: 'none' }],
  ['more cached tokens than tokens', 'catalogue_requests', { tokens: 9 }],
  ['a refused request that took something', 'catalogue_requests', { is_refused: 1 }],
  ['a request without insights', 'catalogue_requests', { insights: 0 }],
])('has no %s', (_, table, patch) => {
  expect(() => insert(table, { ...rows[table]?.(), ...patch })).toThrow(/constraint failed/);
});

it('loses what was said of a reply with the reply, and of an insight with the insight', () => {
  for (const table of Object.keys(rows)) insert(table, rows[table]?.() ?? {});
  desk.db.prepare('DELETE FROM insights').run();
  expect(desk.db.prepare('SELECT count(*) FROM used_insights').pluck().get()).toBe(0);
  desk.db.prepare('DELETE FROM messages').run();
  for (const table of ['reply_namings', 'catalogue_requests'])
    expect(desk.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  expect(desk.db.prepare('SELECT count(*) FROM catalogues').pluck().get()).toBe(1);
});
