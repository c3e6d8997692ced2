import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  continueConversation,
  endConversation,
  findOpenConversation,
  listConversations,
  readConversation,
  reopenConversation,
  setConversationChannel,
} from '../../../src/main/db/conversations.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
let clientId: string;
let otherId: string;
beforeEach(() => {
  desk = openTestDb();
  clientId = aClient(desk.db).id;
  otherId = aClient(desk.db).id;
  continueConversation(desk.db, otherId, 'email', 1);
});
afterEach(() => desk.cleanUp());

it('goes on in the open conversation and opens a new one after its end', () => {
  const first = continueConversation(desk.db, clientId, 'whatsapp', 10);
  expect(first).toMatchObject({ isChanged: true, conversation: { startedAt: 10, channel: 'whatsapp' } });
  expect(continueConversation(desk.db, clientId, 'whatsapp', 20)).toEqual({ ...first, isChanged: false });
  endConversation(desk.db, clientId, first.conversation.id, 'button', 30);
  const second = continueConversation(desk.db, clientId, 'whatsapp', 40);
  expect(listConversations(desk.db, clientId).map(({ id }) => id)).toEqual([
    first.conversation.id,
    second.conversation.id,
  ]);
});

it('follows the client to another channel', () => {
  const { conversation } = continueConversation(desk.db, clientId, 'whatsapp', 10);
  const moved = continueConversation(desk.db, clientId, 'phone', 20);
  expect(moved).toEqual({ conversation: { ...conversation, channel: 'phone' }, isChanged: true });
});

it('ends once: the first end stands', () => {
  const { conversation } = continueConversation(desk.db, clientId, 'whatsapp', 10);
  const ended = endConversation(desk.db, clientId, conversation.id, 'button', 30);
  expect(ended).toMatchObject({ endedAt: 30, endReason: 'button' });
  expect(endConversation(desk.db, clientId, conversation.id, 'idle', 40)).toEqual(ended);
  expect(findOpenConversation(desk.db, clientId)).toBeNull();
});

it('reopens unless another one is open', () => {
  const { conversation: first } = continueConversation(desk.db, clientId, 'whatsapp', 10);
  endConversation(desk.db, clientId, first.id, 'button', 30);
  expect(reopenConversation(desk.db, clientId, first.id)).toEqual(first);
  expect(reopenConversation(desk.db, clientId, first.id)).toEqual(first);
  endConversation(desk.db, clientId, first.id, 'button', 30);
  continueConversation(desk.db, clientId, 'whatsapp', 40);
  expect(() => reopenConversation(desk.db, clientId, first.id)).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
});

it('never reads or changes a conversation of another client', () => {
  const { conversation } = continueConversation(desk.db, clientId, 'whatsapp', 10);
  const notFound = expect.objectContaining({ code: 'not_found' });
  expect(() => readConversation(desk.db, otherId, conversation.id)).toThrow(notFound);
  expect(() => endConversation(desk.db, otherId, conversation.id, 'button', 9)).toThrow(notFound);
  expect(() => setConversationChannel(desk.db, otherId, conversation.id, 'phone')).toThrow(notFound);
  expect(readConversation(desk.db, clientId, conversation.id)).toEqual(conversation);
  expect(listConversations(desk.db, otherId)).toMatchObject([{ channel: 'email', endedAt: null }]);
});
