import { expect, it } from 'vitest';
import type { Learning } from '../../../src/main/chat/ports.ts';
import { readMemory } from '../../../src/main/memory/memory.ts';
import type { Step } from '../../simulators/steps.ts';
import { startChat } from './harness.ts';

function recorded(): { learning: Learning; heard: string[] } {
  const heard: string[] = [];
  return {
    heard,
    learning: {
      ended: ({ isTemporary }) => void heard.push(isTemporary ? 'ended, temporary' : 'ended'),
      unwanted: () => void heard.push('unwanted'),
    },
  };
}

it('asks for what is to be learnt in the transaction that ends the conversation: both or neither', async () => {
  const { learning, heard } = recorded();
  const chat = await startChat({ learning });
  await chat.answer();
  const [conversation] = chat.chat.readTimeline({
    clientId: chat.client.id,
    beforeId: null,
    limit: 9,
  }).conversations;
  const place = { clientId: chat.client.id, conversationId: conversation!.id };
  expect(chat.chat.endConversation(place)).toMatchObject({ endReason: 'button' });
  chat.chat.reopenConversation(place);
  expect(heard).toEqual(['ended', 'unwanted']);
  const broken = await startChat({
    learning: {
      ...learning,
      ended: () => {
        throw new Error('The queue is full.');
      },
    },
  });
  await broken.answer();
  const [open] = broken.chat.readTimeline({
    clientId: broken.client.id,
    beforeId: null,
    limit: 9,
  }).conversations;
  const there = { clientId: broken.client.id, conversationId: open!.id };
  expect(() => broken.chat.endConversation(there)).toThrow('The queue is full.');
  expect(
    broken.chat.readTimeline({ clientId: broken.client.id, beforeId: null, limit: 9 }).conversations,
  ).toMatchObject([{ endedAt: null }]);
});

const remember: Step = {
  kind: 'toolUse',
  name: 'remember_fact',
  input: { topic: 'passport_expiry', value: '3 March 2027', quote: 'scade il 3 marzo 2027' },
};

it('begins a temporary conversation where that is wished, in which Claude remembers nothing', async () => {
  const { learning, heard } = recorded();
  const chat = await startChat({ learning, script: [remember] });
  const { reply } = chat.chat.receive({
    clientId: chat.client.id,
    text: 'Il mio passaporto scade il 3 marzo 2027',
    channel: 'whatsapp',
    isTemporary: true,
  });
  await chat.chat.finished(reply.id);
  expect(chat.chat.details(reply.id).toolCalls).toMatchObject([{ name: 'remember_fact', isError: true }]);
  expect(readMemory(chat.db, chat.client.id).facts).toEqual([]);
  const { conversations } = chat.chat.readTimeline({
    clientId: chat.client.id,
    beforeId: null,
    limit: 9,
  });
  expect(conversations).toMatchObject([{ isTemporary: true }]);
  const place = { clientId: chat.client.id, conversationId: conversations[0]!.id };
  chat.chat.endConversation(place);
  expect(heard).toEqual(['ended, temporary']);
  chat.chat.setTemporary({ ...place, isTemporary: false });
  expect(heard).toEqual(['ended, temporary', 'ended']);
});
