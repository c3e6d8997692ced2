import type { Timeline } from '../shared/ipc.ts';
import type { Conversation } from '../shared/conversation.ts';
import type { Message } from '../shared/message.ts';
import { dateTime } from './output.ts';
import { paint } from './paint.ts';

/** A client's messages as text, oldest first, with a line where a conversation begins. */
export function timelineText({
  conversations,
  messages,
  hasMore,
}: Pick<Timeline, 'conversations' | 'messages' | 'hasMore'>): string {
  if (messages.length === 0) return 'No messages yet.';
  const lines = messages.flatMap((message, index) => {
    const isNew = message.conversationId !== messages[index - 1]?.conversationId;
    const conversation = conversations.find(({ id }) => id === message.conversationId);
    return isNew && conversation
      ? ['', headingFor(conversation), messageText(message)]
      : [messageText(message)];
  });
  return [hasMore ? paint.quiet('(older messages are left out)') : '', ...lines].join('\n').trim();
}

function headingFor({ channel, startedAt, endedAt }: Conversation): string {
  const state = endedAt === null ? 'open' : `ended ${dateTime(endedAt)}`;
  return paint.accent(`── ${channel.replace('_', ' ')}, from ${dateTime(startedAt)}, ${state}`);
}

function messageText(message: Message): string {
  const mark = message.author === 'client' ? '‹' : '›';
  const isPlain = message.author === 'client' || (message.state === 'sent' && message.outcome === 'complete');
  const state = isPlain
    ? ''
    : ` ${paint.warning(`[${[message.state, message.outcome].filter(Boolean).join(', ')}]`)}`;
  const text = message.text.replaceAll('\n', '\n                    ');
  return `${paint.quiet(dateTime(message.createdAt))}  ${mark} ${text}${state}`;
}
