import { afterEach, beforeEach, expect, it } from 'vitest';
import { recallMessages } from '../../../src/main/memory/recall.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { aConversation, aMessage, type MessageParts } from '../../fixtures/messages.ts';

let desk: TestDb;
let clientId: string;

beforeEach(() => {
  desk = openTestDb();
  clientId = aClient(desk.db).id;
});

afterEach(() => {
  desk.cleanUp();
});

function say(text: string, at: number, reply: MessageParts['reply'] = null, of = clientId): void {
  aMessage(desk.db, { clientId: of, conversationId: aConversation(desk.db, of), text, at, reply });
}

const recall = (query: string, limit = 5) => recallMessages(desk.db, clientId, query, limit);

it('finds what was said by any of the words, the best match first', () => {
  for (let index = 0; index < 20; index += 1) say(`saya mau tanya soal dokumen ${index}`, index);
  say('istri saya alergi kacang', 50);
  say('Dicatat: alergi kacang.', 60, { state: 'sent' });
  const best = recall('apakah saya alergi kacang?').slice(0, 2);
  expect(new Set(best.map((found) => found.text))).toEqual(
    new Set(['Dicatat: alergi kacang.', 'istri saya alergi kacang']),
  );
  expect(recall('kacang').map(({ author, at }) => [author, at])).toContainEqual(['desk', 60]);
});

it('never finds what another client said', () => {
  const stranger = aClient(desk.db).id;
  say('rahasia orang lain', 1, null, stranger);
  say('rahasia saya', 2);
  expect(recall('rahasia').map((found) => found.text)).toEqual(['rahasia saya']);
});

it('finds only what was really said', () => {
  for (const state of ['draft', 'failed', 'replaced', 'streaming'] as const) say('unsaid', 1, { state });
  expect(recall('unsaid')).toEqual([]);
});

it('gives back a few messages, none of them endless', () => {
  for (let index = 0; index < 9; index += 1) say(`paspor ${'x'.repeat(3_000)}`, index);
  const found = recall('paspor', 3);
  expect(found.map((message) => message.text.length)).toEqual([1_000, 1_000, 1_000]);
});

it.each(['', '💥', '"', 'NEAR(', '\0'])('finds nothing for %j', (query) => {
  say('an ordinary message', 1);
  expect(recall(query)).toEqual([]);
});
