import { expect, test } from 'vitest';
import { byTime, newerMessage, withStreamed } from '../../../src/renderer/chat/message-merge.ts';
import { aConversation, aReply, clientMessage } from '../fake-clients.ts';

const conversation = aConversation('client-1');
const streaming = (text: string) =>
  aReply(conversation, { id: 'r', state: 'streaming', outcome: null, text });
const piece = (appended: string, length: number) => ({
  replyId: 'r',
  clientId: 'client-1',
  appended,
  length,
});

test('streamed text is put at the end', () => {
  expect(withStreamed(streaming('Ciao'), piece(' Mario', 10))).toMatchObject({ text: 'Ciao Mario' });
});

test('a piece that is there already changes nothing', () => {
  expect(withStreamed(streaming('Ciao Mario'), piece(' Mario', 10))).toBeNull();
});

test('missing text in between is noticed', () => {
  expect(withStreamed(streaming('Ciao'), piece('!', 11))).toBe('gap');
});

test('a finished reply takes no more text', () => {
  const draft = aReply(conversation, { state: 'draft', text: 'Ciao' });
  expect(withStreamed(draft, piece(' Mario', 10))).toBeNull();
});

test('a late answer never sets a finished reply back to streaming', () => {
  const draft = aReply(conversation, { id: 'r', state: 'draft', text: 'Ciao Mario' });
  expect(newerMessage(draft, streaming(''))).toBe(draft);
});

test('a late answer never takes text away from a reply that is being written', () => {
  expect(newerMessage(streaming('Ciao Mario'), streaming('Ciao'))).toMatchObject({ text: 'Ciao Mario' });
});

test('a reply that starts over with another model shows the new text', () => {
  expect(newerMessage(streaming('Ciao Mario'), streaming('Salve'))).toMatchObject({ text: 'Salve' });
});

test('the end of a reply is taken as it is, even if shorter than what was shown', () => {
  const failed = aReply(conversation, { id: 'r', state: 'failed', text: '' });
  expect(newerMessage(streaming('Ciao'), failed)).toBe(failed);
});

test('messages of the same millisecond are ordered by id', () => {
  const first = { ...clientMessage(conversation, 'a', 5), id: '1' };
  const second = { ...clientMessage(conversation, 'b', 5), id: '2' };
  const third = { ...clientMessage(conversation, 'c', 4), id: '3' };
  expect([second, first, third].sort(byTime)).toEqual([third, first, second]);
});
