import type { Conversation } from '../../shared/conversation.ts';
import type { Message } from '../../shared/message.ts';
import { byTime } from './message-merge.ts';

/** One row of the timeline. Rows name what they show; its text is read where it is drawn. */
export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'conversation';
      readonly key: string;
      readonly conversationId: string;
      readonly number: number;
    }
  | { readonly kind: 'ended'; readonly key: string; readonly conversationId: string }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly id: string;
      /** Replies this one took the place of, oldest first; shown folded above it. */
      readonly replaced: readonly string[];
    };

const isReplaced = (message: Message) => message.author === 'desk' && message.state === 'replaced';

/** Replaced replies by the message they answered. */
function replacedBySource(messages: readonly Message[]): Map<string, string[]> {
  const bySource = new Map<string, string[]>();
  for (const message of messages) {
    if (message.author === 'client' || message.state !== 'replaced' || message.repliesTo === null) continue;
    bySource.set(message.repliesTo, [...(bySource.get(message.repliesTo) ?? []), message.id]);
  }
  return bySource;
}

const dayOf = (at: number) => new Date(at).toDateString();

/**
 * The rows of a client's timeline, oldest first: days, conversations with their ends, messages. Replaced
 * replies are folded into the reply that took their place. Days are those of the machine's time zone.
 */
export function timelineItems(
  messages: readonly Message[],
  conversations: readonly Conversation[],
): TimelineItem[] {
  const sorted = [...messages].sort(byTime);
  const replaced = replacedBySource(sorted);
  const items: TimelineItem[] = [];
  let day: string | null = null;
  let open: Conversation | undefined;
  let lastId = '';
  const endOpen = () => {
    if (open !== undefined && open.endedAt !== null) {
      items.push({ kind: 'ended', key: `ended-${open.id}-${lastId}`, conversationId: open.id });
    }
  };
  for (const message of sorted) {
    if (isReplaced(message)) continue;
    if (message.conversationId !== open?.id) {
      endOpen();
      const index = conversations.findIndex(({ id }) => id === message.conversationId);
      open = conversations[index];
      if (index > 0) {
        const key = `conversation-${message.conversationId}-${message.id}`;
        items.push({
          kind: 'conversation',
          key,
          conversationId: message.conversationId,
          number: index + 1,
        });
      }
    }
    if (dayOf(message.createdAt) !== day) {
      day = dayOf(message.createdAt);
      items.push({ kind: 'day', key: `day-${day}`, at: message.createdAt });
    }
    const source = message.author === 'desk' ? message.repliesTo : null;
    const older = source === null ? [] : (replaced.get(source) ?? []);
    items.push({ kind: 'message', key: message.id, id: message.id, replaced: older });
    lastId = message.id;
  }
  endOpen();
  return items;
}
