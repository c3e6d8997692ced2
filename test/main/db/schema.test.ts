import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src/main/db/id.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
let clientId: string;
let conversationId: string;

beforeEach(() => {
  desk = openTestDb();
  clientId = aClient(desk.db).id;
  conversationId = newId();
  insert('conversations', { id: conversationId, client_id: clientId, channel: 'email', started_at: 1 });
});

afterEach(() => {
  desk.cleanUp();
});

type Row = Record<string, string | number | Buffer | null>;

function insert(table: string, row: Row): void {
  const columns = Object.keys(row);
  desk.db
    .prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
    )
    .run(row);
}

const constraint = /constraint failed|cannot store/;

const fromClient = (row: Row = {}): Row => ({
  id: newId(),
  conversation_id: conversationId,
  client_id: clientId,
  author: 'client',
  text: 'Halo',
  created_at: 1,
  ...row,
});

const reply = (row: Row = {}): Row => ({
  ...fromClient(),
  author: 'desk',
  source: 'claude',
  state: 'draft',
  outcome: 'complete',
  ...row,
});

describe('messages', () => {
  it.each<[string, () => Row]>([
    ["a client's message", () => fromClient()],
    ['a reply being written', () => reply({ state: 'streaming', outcome: null, text: '' })],
    ['a draft', () => reply()],
    ['a sent reply', () => reply({ state: 'sent', sent_at: 2 })],
    ['a failed reply', () => reply({ state: 'failed', outcome: 'empty', fault: 'no_network', text: '' })],
    ['a replaced reply', () => reply({ state: 'replaced', outcome: 'stopped' })],
    [
      'a prepared reply with a verdict and a mark',
      () => reply({ source: 'prepared', verdict: 'doubtful', verdict_reason: 'why', is_marked_wrong: 1 }),
    ],
    ['a rated reply with a note', () => reply({ thumb: 'down', feedback_note: 'too cold' })],
  ])('may be %s', (_what, row) => {
    insert('messages', row());
    expect(desk.db.prepare('SELECT count(*) FROM messages').pluck().get()).toBe(1);
  });

  it.each<[string, () => Row]>([
    ["a client's message with a state", () => fromClient({ state: 'draft' })],
    ["a client's message with a source", () => fromClient({ source: 'claude' })],
    ["a client's message with a thumb", () => fromClient({ thumb: 'up' })],
    ["a client's message with an outcome", () => fromClient({ outcome: 'complete' })],
    ['a reply without a state', () => reply({ state: null })],
    ['a reply without a source', () => reply({ source: null })],
    ['a reply being written that has an outcome', () => reply({ state: 'streaming' })],
    ['a draft without an outcome', () => reply({ outcome: null })],
    ['a sent reply without a time', () => reply({ state: 'sent' })],
    ['a draft with a time of sending', () => reply({ sent_at: 2 })],
    ['a failed reply without a fault', () => reply({ state: 'failed' })],
    ['a note without a thumb', () => reply({ feedback_note: 'why' })],
    ['a verdict on what Claude wrote', () => reply({ verdict: 'confirmed', verdict_reason: 'why' })],
    ['a verdict without a reason', () => reply({ source: 'prepared', verdict: 'confirmed' })],
    ['a wrong mark on what Claude wrote', () => reply({ is_marked_wrong: 1 })],
    ['a state nobody knows', () => reply({ state: 'lost' })],
    ['an author nobody knows', () => fromClient({ author: 'bot' })],
    ['a negative cost', () => reply({ cost_usd: -1 })],
    ['a text that is a number of another type', () => fromClient({ created_at: 'yesterday' })],
    ['a message of no conversation', () => fromClient({ conversation_id: newId() })],
    ['a reply to no message', () => reply({ replies_to: newId() })],
  ])('is never %s', (_what, row) => {
    const illegal = row();
    expect(() => insert('messages', illegal)).toThrow(constraint);
  });
});

describe('conversations', () => {
  it('has one open conversation of a client at most', () => {
    const another = { id: newId(), client_id: clientId, channel: 'phone', started_at: 2 };
    expect(() => insert('conversations', another)).toThrow(constraint);
    desk.db.prepare("UPDATE conversations SET ended_at = 2, end_reason = 'button'").run();
    insert('conversations', another);
    expect(desk.db.prepare('SELECT count(*) FROM conversations').pluck().get()).toBe(2);
  });

  it('has an end and its reason together', () => {
    expect(() => desk.db.prepare('UPDATE conversations SET ended_at = 2').run()).toThrow(constraint);
    expect(() => desk.db.prepare("UPDATE conversations SET end_reason = 'idle'").run()).toThrow(constraint);
  });
});

describe('memory', () => {
  const memory = (row: Row = {}): Row => ({
    id: newId(),
    client_id: clientId,
    value: 'Bali',
    author: 'claude',
    confidence: 0.5,
    valid_from: 10,
    ...row,
  });

  it.each<[string, Row]>([
    ['an empty value', { value: '  ' }],
    ['a confidence above 1', { confidence: 1.1 }],
    ['an end before its beginning', { valid_to: 9 }],
    ['an author nobody knows', { author: 'someone' }],
    ['no client', { client_id: newId() }],
    ['a lock that is neither on nor off', { is_locked: 2 }],
  ])('has no entry with %s', (_what, row) => {
    expect(() => insert('client_facts', memory({ topic: 'home', ...row }))).toThrow(constraint);
    expect(() => insert('jiwa_entries', memory({ field: 'dreams', ...row }))).toThrow(constraint);
  });

  it('has one live value of a topic and of a field, and any number of past ones', () => {
    insert('client_facts', memory({ topic: 'home', valid_to: 10 }));
    insert('client_facts', memory({ topic: 'home' }));
    expect(() => insert('client_facts', memory({ topic: 'home' }))).toThrow(constraint);
    insert('jiwa_entries', memory({ field: 'dreams', valid_to: 11 }));
    insert('jiwa_entries', memory({ field: 'dreams' }));
    expect(() => insert('jiwa_entries', memory({ field: 'dreams' }))).toThrow(constraint);
    expect(() => insert('jiwa_entries', memory({ field: 'horoscope' }))).toThrow(constraint);
  });
});

describe('other tables', () => {
  it.each<[string, string, () => Row]>([
    ['client without a name', 'clients', () => ({ name: ' ', language: 'id' })],
    ['client of another language', 'clients', () => ({ name: 'Ana', language: 'pt' })],
    ['vector that is no row of floats', 'embeddings', () => ({})],
  ])('has no %s', (_what, table, row) => {
    const rows: Record<string, Row> = {
      clients: { id: newId(), formality: 'formal', created_at: 1, updated_at: 1 },
      embeddings: {
        content_hash: 'h',
        embedder: 'e',
        for_insights: 1,
        vector: Buffer.from('abc'),
        created_at: 1,
      },
    };
    expect(() => insert(table, { ...rows[table], ...row() })).toThrow(constraint);
  });

  it('deletes what belongs to a message with it', () => {
    const message = reply();
    insert('messages', message);
    insert('metrics', { name: 'local_ms', value: 1, message_id: message['id'] ?? null, at: 1 });
    desk.db.prepare('DELETE FROM messages').run();
    expect(desk.db.prepare('SELECT count(*) FROM metrics').pluck().get()).toBe(0);
  });
});

const found = (word: string) =>
  desk.db.prepare('SELECT count(*) FROM messages_fts WHERE messages_fts MATCH ?').pluck().get(word);
const inStep = () =>
  desk.db.exec("INSERT INTO messages_fts (messages_fts, rank) VALUES ('integrity-check', 0)");

describe('the full-text index of messages', () => {
  it('follows inserts, changes and deletions', () => {
    const message = fromClient({ text: 'berapa biaya' });
    insert('messages', message);
    expect(found('biaya')).toBe(1);
    desk.db.prepare('UPDATE messages SET text = ? WHERE id = ?').run('kapan selesai', message['id']);
    expect([found('biaya'), found('selesai')]).toEqual([0, 1]);
    desk.db.prepare('DELETE FROM messages').run();
    expect(found('selesai')).toBe(0);
    inStep();
  });

  it('takes a reply in when its writing has ended, and keeps it through later states', () => {
    const message = reply({ state: 'streaming', outcome: null, text: '' });
    insert('messages', message);
    const set = (changes: string) =>
      desk.db.prepare(`UPDATE messages SET ${changes} WHERE id = ?`).run(message['id']);
    set("text = 'Tenang'");
    set("text = 'Tenang saja'");
    expect(found('tenang')).toBe(0);
    set("text = 'Tenang saja Pak', state = 'draft', outcome = 'complete'");
    expect([found('tenang'), found('pak')]).toEqual([1, 1]);
    set("text = 'Baik Pak', state = 'sent', sent_at = 2");
    expect([found('tenang'), found('baik')]).toEqual([0, 1]);
    set("thumb = 'up'");
    expect(found('baik')).toBe(1);
    inStep();
  });

  it('is in step when a reply is deleted while it is being written', () => {
    insert('messages', reply({ state: 'streaming', outcome: null, text: 'half a sentence' }));
    insert('messages', fromClient({ text: 'another' }));
    desk.db.prepare("DELETE FROM messages WHERE state = 'streaming'").run();
    expect(found('another')).toBe(1);
    inStep();
  });

  it('finds words without their accents', () => {
    insert('messages', fromClient({ text: 'Perché la città è così?' }));
    expect([found('perche'), found('CITTÀ')]).toEqual([1, 1]);
  });
});
