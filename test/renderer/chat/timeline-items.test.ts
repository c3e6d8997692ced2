import { expect, test } from 'vitest';
import { timelineItems, type TimelineItem } from '../../../src/renderer/chat/timeline-items.ts';
import { aConversation, aReply, clientMessage } from '../fake-clients.ts';

const day = (date: number, hour: number) => new Date(2026, 10, date, hour).getTime();
const first = aConversation('c', { startedAt: day(10, 9), endedAt: day(10, 11), endReason: 'button' });
const second = aConversation('c', { startedAt: day(14, 9), channel: 'email' });
const kinds = (items: readonly TimelineItem[]) => items.map(({ kind }) => kind);

test('days, conversations and ends stand between the messages, oldest first', () => {
  const messages = [
    clientMessage(second, 'later', day(14, 9)),
    clientMessage(first, 'earlier', day(10, 9)),
    clientMessage(first, 'between', day(10, 10)),
  ];
  const items = timelineItems(messages, [first, second]);
  expect(kinds(items)).toEqual(['day', 'message', 'message', 'ended', 'conversation', 'day', 'message']);
  expect(items[4]).toMatchObject({ number: 2, conversationId: second.id });
});

test('an ended conversation at the end is closed', () => {
  expect(kinds(timelineItems([clientMessage(first, 'a', day(10, 9))], [first]))).toEqual([
    'day',
    'message',
    'ended',
  ]);
});

test('replaced replies are folded into the one that took their place', () => {
  const question = clientMessage(second, 'why', day(14, 9));
  const old = aReply(second, { repliesTo: question.id, state: 'replaced', createdAt: day(14, 9) + 1 });
  const older = aReply(second, { repliesTo: question.id, state: 'replaced', createdAt: day(14, 9) });
  const live = aReply(second, { repliesTo: question.id, state: 'draft', createdAt: day(14, 9) + 2 });
  const other = aReply(second, { repliesTo: null, createdAt: day(14, 9) + 3 });
  const items = timelineItems([question, old, older, live, other], [second]);
  expect(items.filter(({ kind }) => kind === 'message')).toMatchObject([
    { id: question.id, replaced: [] },
    { id: live.id, replaced: [older.id, old.id] },
    { id: other.id, replaced: [] },
  ]);
});

test('no two rows share a key, even when conversations interleave', () => {
  const messages = Array.from({ length: 12 }, (_, index) =>
    clientMessage(index % 2 === 0 ? first : second, 'x', day(10, 9) + index),
  );
  const keys = timelineItems(messages, [first, second]).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
