import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Channel, Conversation } from '../../shared/conversation.ts';
import type { Events } from '../../shared/events.ts';
import type { Timeline } from '../../shared/ipc.ts';
import type { Message } from '../../shared/message.ts';
import { newerMessage, withStreamed } from './message-merge.ts';
import { timelineItems, type TimelineItem } from './timeline-items.ts';

export interface TimelineArea {
  readonly clientId: string | null;
  readonly messages: Readonly<Record<string, Message>>;
  readonly conversations: readonly Conversation[];
  /** Rows in order. Text that streams in changes a message and leaves the rows as they are. */
  readonly items: readonly TimelineItem[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  /** Nothing of it could be read: an empty timeline then does not mean that nothing was said. */
  readonly isUnreadable: boolean;
  /** Where the next message is recorded as written. */
  readonly channel: Channel;
  /** Nothing is to be learnt of the conversation that the next message begins. */
  readonly isNextTemporary: boolean;
  /** The reply the right pane explains; null = the newest. */
  readonly selectedReplyId: string | null;
  /** Prepared replies that Claude is looking at now. */
  readonly checking: readonly string[];
  /** A message to bring into sight, asked by the search. */
  readonly soughtId: string | null;
}

type TimelineStore = StoreApi<TimelineArea>;

export const createTimelineStore = () =>
  createStore<TimelineArea>(() => ({
    clientId: null,
    messages: {},
    conversations: [],
    items: [],
    hasMore: false,
    isLoading: false,
    isUnreadable: false,
    channel: 'whatsapp',
    isNextTemporary: false,
    selectedReplyId: null,
    checking: [],
    soughtId: null,
  }));

/** The conversation messages go to now; undefined when the next message starts one. */
export const openConversation = (area: TimelineArea): Conversation | undefined =>
  area.conversations.findLast((conversation) => conversation.endedAt === null);

/** The newest conversation, where it has ended; null while one is open, and before the first. */
export function endedConversation(area: TimelineArea): Conversation | null {
  const newest = area.conversations.at(-1);
  return newest === undefined || newest.endedAt === null ? null : newest;
}

/** The newest reply with something to explain. */
export function newestReplyId(area: TimelineArea): string | null {
  const row = area.items.findLast((item) => {
    const message = item.kind === 'message' ? area.messages[item.id] : undefined;
    return message?.author === 'desk' && message.source !== 'consultant';
  });
  return row?.kind === 'message' ? row.id : null;
}

function withItems(area: TimelineArea): TimelineArea {
  return { ...area, items: timelineItems(Object.values(area.messages), area.conversations) };
}

/** Merges a page into what is shown. `isOlderPage`: it came from paging upward, so it says whether there is more. */
export function applyPage(store: TimelineStore, page: Timeline, isOlderPage: boolean): void {
  const area = store.getState();
  const messages = { ...area.messages };
  for (const message of page.messages) messages[message.id] = newerMessage(messages[message.id], message);
  const isFirst = Object.keys(area.messages).length === 0;
  const next = withItems({
    ...area,
    messages,
    conversations: page.conversations,
    checking: page.checking,
    hasMore: isOlderPage || isFirst ? page.hasMore : area.hasMore,
    isLoading: false,
    isUnreadable: false,
  });
  // Without an open conversation the channel is a choice for the next one; only the first page proposes it.
  const proposed = openConversation(next) ?? (isFirst ? next.conversations.at(-1) : undefined);
  store.setState({ ...next, channel: proposed?.channel ?? area.channel });
}

/** Puts a new or changed message in its place. One of another client is not shown. */
export function applyMessage(store: TimelineStore, message: Message): void {
  const area = store.getState();
  if (message.clientId !== area.clientId) return;
  const before = area.messages[message.id];
  const after = newerMessage(before, message);
  const next = { ...area, messages: { ...area.messages, [message.id]: after } };
  store.setState(movesRows(before, after) ? withItems(next) : next);
}

const stateOf = (message: Message) => (message.author === 'desk' ? message.state : null);

function movesRows(before: Message | undefined, after: Message): boolean {
  if (before === undefined || before.createdAt !== after.createdAt) return true;
  return (stateOf(before) === 'replaced') !== (stateOf(after) === 'replaced');
}

/** Shows streamed text as it comes; the rows are left alone. `gap`: the timeline must be read again. */
export function applyStreamed(store: TimelineStore, event: Events['reply:streamed']): 'gap' | 'shown' {
  const { clientId, messages } = store.getState();
  if (event.clientId !== clientId) return 'shown';
  const reply = messages[event.replyId];
  if (reply === undefined || reply.author === 'client') return 'gap';
  const next = withStreamed(reply, event);
  if (next === 'gap') return 'gap';
  if (next !== null) store.setState({ messages: { ...messages, [next.id]: next } });
  return 'shown';
}

/** Claude begins or ends looking at a reply. One of another client is not shown. */
export function applyChecking(store: TimelineStore, event: Events['reply:checking']): void {
  const { clientId, checking } = store.getState();
  if (event.clientId !== clientId) return;
  const others = checking.filter((id) => id !== event.replyId);
  store.setState({ checking: event.isChecking ? [...others, event.replyId] : others });
}

export function applyConversation(store: TimelineStore, conversation: Conversation): void {
  const area = store.getState();
  if (conversation.clientId !== area.clientId) return;
  const isKnown = area.conversations.some(({ id }) => id === conversation.id);
  const conversations = isKnown
    ? area.conversations.map((known) => (known.id === conversation.id ? conversation : known))
    : [...area.conversations, conversation];
  const next = withItems({ ...area, conversations });
  // The wish for the next one is fulfilled, or void.
  const isNextTemporary = isKnown && area.isNextTemporary;
  store.setState({ ...next, isNextTemporary, channel: openConversation(next)?.channel ?? area.channel });
}
