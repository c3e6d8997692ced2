import type { Channel, Conversation } from '../../shared/conversation.ts';
import type { Message } from '../../shared/message.ts';
import { announce } from '../desk/app-actions.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { restoreComposer } from './composer-actions.ts';
import { applyConversation, applyPage, createTimelineStore, openConversation } from './timeline-store.ts';

/** Messages read at once: about three screens. */
const PAGE = 60;
/** Read at once on the way to a message the search found. */
const SEEK_PAGE = 500;

/** Shows the newest part of a client's timeline and what was left in the composer. */
export async function openTimeline(desk: Desk, clientId: string): Promise<void> {
  const empty = createTimelineStore().getInitialState();
  desk.timeline.setState({ ...empty, clientId, isLoading: true });
  await readPage(desk, clientId, null, PAGE);
}

/** Reads the newest part again, after text was missed. */
export async function reloadTimeline(desk: Desk): Promise<void> {
  const { clientId, isLoading } = desk.timeline.getState();
  if (clientId === null || isLoading) return;
  desk.timeline.setState({ isLoading: true });
  await readPage(desk, clientId, null, PAGE);
}

/** Reads what came before the oldest message shown. */
export async function loadOlder(desk: Desk, limit = PAGE): Promise<void> {
  const { clientId, items, hasMore, isLoading } = desk.timeline.getState();
  const oldest = items.find((item) => item.kind === 'message');
  if (clientId === null || !hasMore || isLoading || oldest === undefined) return;
  desk.timeline.setState({ isLoading: true });
  await readPage(desk, clientId, oldestId(desk) ?? oldest.id, limit);
}

/** The oldest message read, folded ones included: paging goes on before it. */
function oldestId(desk: Desk): string | null {
  const item = desk.timeline.getState().items.find((row) => row.kind === 'message');
  if (item?.kind !== 'message') return null;
  const { messages } = desk.timeline.getState();
  const known = [item.id, ...item.replaced].flatMap((id) => messages[id] ?? []);
  return (
    known.reduce<Message | null>((a, b) => (a === null || b.createdAt < a.createdAt ? b : a), null)?.id ??
    null
  );
}

async function readPage(desk: Desk, clientId: string, beforeId: string | null, limit: number): Promise<void> {
  const page = await ask(desk, 'conversation:read', { clientId, beforeId, limit });
  if (desk.timeline.getState().clientId !== clientId) return;
  if (page === null) {
    const isUnreadable = Object.keys(desk.timeline.getState().messages).length === 0;
    desk.timeline.setState({ isLoading: false, isUnreadable });
    return;
  }
  applyPage(desk.timeline, page, beforeId !== null);
  if (beforeId === null) restoreComposer(desk, clientId, page.composer);
}

/** When the page that is being read has come; at once when none is. */
function whenRead({ timeline }: Desk): Promise<void> {
  return new Promise((resolve) => {
    if (!timeline.getState().isLoading) return resolve();
    const end = timeline.subscribe(({ isLoading }) => {
      if (isLoading) return;
      end();
      resolve();
    });
  });
}

/** Brings a message of the client into sight, reading upward until it is there; not if the client was left. */
export async function seekMessage(desk: Desk, clientId: string, messageId: string): Promise<void> {
  await whenRead(desk);
  const isMissing = () => desk.timeline.getState().messages[messageId] === undefined;
  while (desk.timeline.getState().clientId === clientId && isMissing()) {
    const before = oldestId(desk);
    await loadOlder(desk, SEEK_PAGE);
    await whenRead(desk);
    if (oldestId(desk) === before) return;
  }
  if (desk.timeline.getState().clientId === clientId) desk.timeline.setState({ soughtId: messageId });
}

/** After a reply changed: one that just ended, or that is doubted now, is announced, once. */
export function afterMessageChange(desk: Desk, before: Message | undefined, after: Message): void {
  if (after.author === 'client' || after.state === 'streaming') return;
  if (before === undefined || before.author === 'client') return;
  if (before.verdict === null && after.verdict?.kind === 'doubtful') announce(desk, 'doubted');
  if (before.state !== 'streaming') return;
  announce(desk, after.state === 'failed' ? 'failed' : 'ready');
}

export const selectReply = (desk: Desk, replyId: string | null) =>
  desk.timeline.setState({ selectedReplyId: replyId });

/** Where messages are recorded as written; the open conversation follows. */
export async function chooseChannel(desk: Desk, channel: Channel): Promise<void> {
  const open = openConversation(desk.timeline.getState());
  desk.timeline.setState({ channel });
  if (open === undefined) return;
  const { clientId, id: conversationId } = open;
  const conversation = await ask(desk, 'conversation:set-channel', { clientId, conversationId, channel });
  if (conversation === null) desk.timeline.setState({ channel: open.channel });
  else applyConversation(desk.timeline, conversation);
}

/** Ends the open conversation; for a while it can be taken back. */
export async function conclude(desk: Desk): Promise<void> {
  const open = openConversation(desk.timeline.getState());
  if (open === undefined) return;
  const ended = await ask(desk, 'conversation:end', placeOf(open));
  if (ended === null) return;
  applyConversation(desk.timeline, ended);
  desk.tell({ kind: 'undo', what: 'conversation_ended', undo: () => void reopen(desk, ended) });
}

/** A conversation that was open on the screen has ended by itself: that can be taken back too. */
export function afterConversationChange(
  desk: Desk,
  before: Conversation | undefined,
  after: Conversation,
): void {
  if (before?.endedAt !== null || after.endedAt === null || after.endReason === 'button') return;
  desk.tell({ kind: 'undo', what: 'conversation_idle', undo: () => void reopen(desk, after) });
}

/** Lets a conversation that has ended go on. */
export async function reopen(desk: Desk, ended: Conversation): Promise<void> {
  const reopened = await ask(desk, 'conversation:reopen', placeOf(ended));
  if (reopened !== null) applyConversation(desk.timeline, reopened);
}

/** Whether anything is learnt of the open conversation, or of the one that the next message begins. */
export async function chooseTemporary(desk: Desk, isTemporary: boolean): Promise<void> {
  const open = openConversation(desk.timeline.getState());
  if (open === undefined) return desk.timeline.setState({ isNextTemporary: isTemporary });
  const changed = await ask(desk, 'conversation:set-temporary', { ...placeOf(open), isTemporary });
  if (changed !== null) applyConversation(desk.timeline, changed);
}

const placeOf = ({ clientId, id: conversationId }: Conversation) => ({ clientId, conversationId });
