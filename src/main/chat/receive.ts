import type { Client } from '../../shared/client.ts';
import type { Channel } from '../../shared/conversation.ts';
import { DeskError } from '../../shared/fault.ts';
import type { ClientMessage, Message, Reply } from '../../shared/message.ts';
import { relabel } from '../answers/learning.ts';
import { readClient } from '../db/clients.ts';
import { clearComposer } from '../db/composer.ts';
import { continueConversation } from '../db/conversations.ts';
import { insertClientMessage, readMessage } from '../db/messages.ts';
import {
  findReplyOwner,
  hasSentReply,
  readReply,
  recoverReplies,
  replaceReplies,
  startReply,
} from '../db/replies.ts';
import { detectLanguage } from '../text/language.ts';
import type { ChatParts } from './ports.ts';
import type { Runs } from './runs.ts';

export interface Incoming {
  readonly clientId: string;
  readonly text: string;
  readonly channel: Channel;
  /** Nothing of the conversation that begins with it is learnt. */
  readonly isTemporary?: boolean | undefined;
}

/** Keeps a client's message whatever follows, and starts the reply. Throws DeskError `not_found`. */
export function receive(
  parts: ChatParts,
  runs: Runs,
  incoming: Incoming,
): { message: Message; reply: Reply } {
  const startedAt = performance.now();
  runs.checkOpen();
  const client = readClient(parts.db, incoming.clientId);
  const { conversation, isChanged, message, reply } = record(parts, client, incoming);
  if (isChanged) parts.emit('conversation:changed', conversation);
  parts.emit('message:changed', message);
  parts.emit('message:changed', reply);
  runs.start(reply, { client, message }, { model: null, skipPrepared: false }, startedAt);
  parts.emit('client:changed', { clientId: client.id });
  return { message, reply };
}

function record({ db, clock }: ChatParts, client: Client, incoming: Incoming) {
  const { clientId, text, channel, isTemporary } = incoming;
  const now = clock.now();
  const { language } = detectLanguage(text);
  return db
    .transaction(() => {
      const { conversation, isChanged } = continueConversation(db, clientId, channel, now, isTemporary);
      const conversationId = conversation.id;
      const message = insertClientMessage(db, { clientId, conversationId, text, language }, now);
      const replyPlace = { clientId, conversationId, repliesTo: message.id };
      const reply = startReply(db, { ...replyPlace, language: language ?? client.language }, now);
      clearComposer(db, clientId, 'client');
      return { conversation, isChanged, message, reply };
    })
    .immediate();
}

/**
 * Writes a reply anew; the old one and other unsent replies to the same message become `replaced`.
 * Throws DeskError `not_found`, and `conflict` when it or another reply to the message was sent, it answers
 * no message, or another reply is being written.
 */
export function regenerate(
  parts: ChatParts,
  runs: Runs,
  replyId: string,
  model: 'fast' | 'strong' | null,
): Reply {
  const startedAt = performance.now();
  runs.checkOpen();
  const { db, clock, emit } = parts;
  const clientId = findReplyOwner(db, replyId);
  const old = readReply(db, clientId, replyId);
  const message = checkReplaceable(parts, runs, old);
  runs.find(replyId)?.stop('replaced');
  const { replaced, reply } = db
    .transaction(() => {
      // Still streaming where another process left it, or where its end could not be kept.
      recoverReplies(db, replyId);
      const replaced = replaceReplies(db, clientId, message.id);
      for (const { id } of replaced) relabel(db, clientId, id);
      return { replaced, reply: startReply(db, { ...old, repliesTo: message.id }, clock.now()) };
    })
    .immediate();
  for (const changed of [...replaced, reply]) emit('message:changed', changed);
  const client = readClient(db, clientId);
  runs.start(reply, { client, message }, { model, skipPrepared: true }, startedAt);
  emit('client:changed', { clientId });
  return reply;
}

function checkReplaceable({ db }: ChatParts, runs: Runs, old: Reply): ClientMessage {
  if (old.state === 'sent') throw new DeskError('conflict', 'This reply was sent; it stays as it is.');
  const running = runs.findByClient(old.clientId);
  if (running && running.replyId !== old.id)
    throw new DeskError('conflict', 'Another reply to this client is being written. Stop it first.');
  const message = old.repliesTo === null ? null : readMessage(db, old.clientId, old.repliesTo);
  if (message?.author !== 'client')
    throw new DeskError('conflict', 'This reply answers no message of the client.');
  if (hasSentReply(db, old.clientId, message.id))
    throw new DeskError('conflict', 'Another reply to this message was sent.');
  return message;
}
