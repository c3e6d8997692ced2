import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src/main/db/id.ts';
import { searchEverything } from '../../../src/main/db/search.ts';
import { saveFact } from '../../../src/main/memory/memory.ts';
import { aClient, openTestDb, testClock, type TestDb } from '../../fixtures/desk.ts';
import { aConversation, aMessage, type MessageParts } from '../../fixtures/messages.ts';

let desk: TestDb;
let clientId: string;

beforeEach(() => {
  desk = openTestDb();
  clientId = aClient(desk.db, { name: 'Giulia Ferrari' }).id;
});

afterEach(() => {
  desk.cleanUp();
});

function say(text: string, at = 1, reply: MessageParts['reply'] = null, of = clientId): string {
  return aMessage(desk.db, { clientId: of, conversationId: aConversation(desk.db, of), text, at, reply });
}

function remember(topic: string, value: string): string {
  const author = 'consultant';
  return saveFact(desk.db, testClock(), { clientId, topic, value, author, confidence: 1, evidence: null }).id;
}

function know(text: string, trigger: string, status = 'live'): string {
  const id = newId();
  desk.db
    .prepare(
      `INSERT INTO insights (id, slug, text, guidance, category, language, status, source, created_at, updated_at)
       VALUES (?, ?, ?, 'Go slowly.', 'trust', 'id', ?, 'starter', 1, 2)`,
    )
    .run(id, `slug-${id}`, text, status);
  desk.db.prepare('INSERT INTO triggers (id, insight_id, phrase) VALUES (?, ?, ?)').run(newId(), id, trigger);
  return id;
}

const find = (query: string, limit = 40) => searchEverything(desk.db, query, limit);
const ids = (query: string) => find(query).map((hit) => hit.id);
/** The matches of a snippet in brackets. */
const shown = (query: string) =>
  find(query).map((hit) => hit.snippet.replaceAll('\u{E000}', '[').replaceAll('\u{E001}', ']'));

it('finds clients, facts, messages and insights, in this order', () => {
  const insightId = know('Silence after a price often means that Ferrari is too dear.', 'mahal');
  const messageId = say('The Ferrari is parked outside', 7);
  const factId = remember('car', 'a red Ferrari');
  expect(find('ferrari').map(({ kind, id, clientId: of, title, at }) => [kind, id, of, title, at])).toEqual([
    ['client', clientId, clientId, 'Giulia Ferrari', testClock().now()],
    ['client_fact', factId, clientId, 'Giulia Ferrari', testClock().now()],
    ['message', messageId, clientId, 'Giulia Ferrari', 7],
    ['insight', insightId, null, 'Silence after a price often means that Ferrari is too dear.', 2],
  ]);
});

it('marks what it found', () => {
  say('Kapan paspor saya selesai, Pak?');
  remember('city', 'abita nella Città di Ubud');
  expect(shown('paspor sel')).toEqual(['Kapan [paspor] saya [selesai], Pak?']);
  expect(shown('citta')).toEqual(['city: abita nella [Città] di Ubud']);
  expect(shown('giu')).toEqual(['[Giu]lia Ferrari']);
});

it('wants all words, the last one as a beginning', () => {
  const both = say('visa extension in March', 2);
  say('visa only', 1);
  expect(ids('visa ext')).toEqual([both]);
  expect(ids('vis extension')).toEqual([]);
});

it('has the newest messages first', () => {
  const old = say('pajak', 1);
  const recent = say('pajak lagi', 2);
  expect(ids('pajak')).toEqual([recent, old]);
});

it('finds an insight by its triggers, once', () => {
  const id = know('“Gak apa-apa” may hide disappointment.', 'gak apa-apa');
  expect(ids('gak apa-apa')).toEqual([id]);
});

it('leaves out what nobody said or rejected', () => {
  for (const state of ['failed', 'replaced', 'streaming'] as const) say('hidden', 1, { state });
  know('hidden away', 'hidden', 'rejected');
  const draft = say('hidden no more', 1, { state: 'draft' });
  expect(ids('hidden')).toEqual([draft]);
});

it('finds the value of a fact that holds now only', () => {
  remember('home', 'Canggu');
  const now = remember('home', 'Ubud');
  expect(ids('canggu')).toEqual([]);
  expect(ids('ubud')).toEqual([now]);
  expect(ids('home')).toEqual([now]);
});

it('shares a short list out between the kinds', () => {
  for (let index = 0; index < 10; index += 1) {
    say(`bali ${index}`, index);
    know(`Bali insight ${index}`, `trigger ${index}`);
  }
  const kinds = find('bali', 6).map((hit) => hit.kind);
  expect(kinds).toEqual(['message', 'message', 'message', 'insight', 'insight', 'insight']);
  expect(find('bali', 15)).toHaveLength(15);
  expect(find('bali', 0)).toEqual([]);
});

describe('any typed text', () => {
  const ODD = [
    '',
    ' ',
    '"',
    '""',
    "'",
    '*',
    '-',
    '(',
    ')',
    'NEAR(',
    'a AND',
    'OR OR',
    'NOT x',
    'text:foo',
    '^a',
    '{a b}',
    '%',
    '_',
    '\\',
    '\0',
    'a\0b',
    '💥',
    '👩‍👩‍👧',
    '\u0301',
    'e\u0301',
    '\u{E000}',
    '漢字',
    'ไทย',
    'ꦗꦮ',
    '\ud800',
  ];

  it.each(ODD)('is safe: %j', (query) => {
    say('an ordinary message');
    expect(() => find(query)).not.toThrow();
    expect(ids('ordinary')).toHaveLength(1);
  });

  it.each([
    ['one endless word', 'x'.repeat(60_000)],
    ['endless words', 'q '.repeat(2_000)],
  ])('may be %s', (_what, query) => {
    remember('home', 'Ubud');
    expect(ids(query)).toEqual([]);
  });

  it('may be one letter', () => {
    const id = say('zebra');
    expect(ids('z')).toEqual([id]);
  });

  it('finds the words between signs and emoji', () => {
    const id = say('tolong 🙏 (segera!)');
    expect(ids('🙏 "tolong" AND segera')).toEqual([]);
    expect(ids('🙏 "tolong" + (segera)*')).toEqual([id]);
  });

  it('finds words of other scripts', () => {
    const id = say('漢字 и кириллица');
    expect(ids('кирил')).toEqual([id]);
    expect(ids('漢字')).toEqual([id]);
  });
});
