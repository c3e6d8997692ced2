import type { Channel, Conversation, EndReason } from '../../shared/conversation.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

interface ConversationRecord {
  readonly id: string;
  readonly client_id: string;
  readonly channel: Channel;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly end_reason: EndReason | null;
  readonly is_temporary: 0 | 1;
}

/** All conversations of a client, oldest first. */
export function listConversations(db: Db, clientId: string): Conversation[] {
  return statement<[string], ConversationRecord>(
    db,
    'SELECT * FROM conversations WHERE client_id = ? ORDER BY started_at, id',
  )
    .all(clientId)
    .map(toConversation);
}

/** Throws DeskError `not_found`, also when the conversation is another client's. */
export function readConversation(db: Db, clientId: string, conversationId: string): Conversation {
  const record = statement<[string, string], ConversationRecord>(
    db,
    'SELECT * FROM conversations WHERE client_id = ? AND id = ?',
  ).get(clientId, conversationId);
  if (!record) throw new DeskError('not_found', `This client has no conversation ${conversationId}.`);
  return toConversation(record);
}

/** The client's open conversation; null when there is none. There is never more than one. */
export function findOpenConversation(db: Db, clientId: string): Conversation | null {
  const record = statement<[string], ConversationRecord>(
    db,
    'SELECT * FROM conversations WHERE client_id = ? AND ended_at IS NULL',
  ).get(clientId);
  return record ? toConversation(record) : null;
}

/** An open conversation and the last sign of life in it: something said, written for it, or typed. */
export interface OpenConversation {
  readonly id: string;
  readonly clientId: string;
  readonly lastAt: number;
  /** A reply is being written. */
  readonly isStreaming: boolean;
}

/** The open conversations of all clients. */
export function listOpenConversations(db: Db): OpenConversation[] {
  return statement<[], { id: string; client_id: string; last_at: number; is_streaming: 0 | 1 }>(
    db,
    `SELECT c.id, c.client_id,
         max(c.started_at,
           coalesce((SELECT max(max(created_at + CAST(coalesce(total_ms, 0) AS INTEGER), coalesce(sent_at, 0)))
             FROM messages WHERE conversation_id = c.id), 0),
           coalesce((SELECT max(updated_at) FROM composer_drafts WHERE client_id = c.client_id), 0)) AS last_at,
         EXISTS (SELECT 1 FROM messages WHERE conversation_id = c.id AND state = 'streaming') AS is_streaming
       FROM conversations AS c WHERE c.ended_at IS NULL`,
  )
    .all()
    .map((row) => ({
      id: row.id,
      clientId: row.client_id,
      lastAt: row.last_at,
      isStreaming: row.is_streaming === 1,
    }));
}

/**
 * The conversation a message goes into: the open one, moved to `channel` when the client changed it, or a new one.
 * `isTemporary`: nothing is to be learnt of it, where it begins now. `isChanged` says whether anything was written.
 */
export function continueConversation(
  db: Db,
  clientId: string,
  channel: Channel,
  now: number,
  isTemporary = false,
): { conversation: Conversation; isChanged: boolean } {
  const open = findOpenConversation(db, clientId);
  if (open?.channel === channel) return { conversation: open, isChanged: false };
  const conversation = open
    ? setConversationChannel(db, clientId, open.id, channel)
    : insertConversation(db, clientId, { channel, isTemporary }, now);
  return { conversation, isChanged: true };
}

/** An ended conversation stays as it ended. Throws DeskError `not_found`. */
export function endConversation(
  db: Db,
  clientId: string,
  conversationId: string,
  reason: EndReason,
  now: number,
): Conversation {
  statement(
    db,
    `UPDATE conversations SET ended_at = ?, end_reason = ?
     WHERE client_id = ? AND id = ? AND ended_at IS NULL`,
  ).run(now, reason, clientId, conversationId);
  return readConversation(db, clientId, conversationId);
}

/** Throws DeskError `not_found`, and `conflict` while another conversation of the client is open. */
export function reopenConversation(db: Db, clientId: string, conversationId: string): Conversation {
  const open = findOpenConversation(db, clientId);
  if (open && open.id !== conversationId) {
    throw new DeskError('conflict', 'Another conversation with this client is open. End it first.');
  }
  statement(
    db,
    'UPDATE conversations SET ended_at = NULL, end_reason = NULL WHERE client_id = ? AND id = ?',
  ).run(clientId, conversationId);
  return readConversation(db, clientId, conversationId);
}

/** Throws DeskError `not_found`. */
export function setConversationChannel(
  db: Db,
  clientId: string,
  conversationId: string,
  channel: Channel,
): Conversation {
  statement(db, 'UPDATE conversations SET channel = ? WHERE client_id = ? AND id = ?').run(
    channel,
    clientId,
    conversationId,
  );
  return readConversation(db, clientId, conversationId);
}

/** Whether anything is to be learnt of it. Throws DeskError `not_found`. */
export function setConversationTemporary(
  db: Db,
  clientId: string,
  conversationId: string,
  isTemporary: boolean,
): Conversation {
  statement(db, 'UPDATE conversations SET is_temporary = ? WHERE client_id = ? AND id = ?').run(
    isTemporary ? 1 : 0,
    clientId,
    conversationId,
  );
  return readConversation(db, clientId, conversationId);
}

function insertConversation(
  db: Db,
  clientId: string,
  { channel, isTemporary }: Pick<Conversation, 'channel' | 'isTemporary'>,
  now: number,
): Conversation {
  const id = newId();
  statement(
    db,
    'INSERT INTO conversations (id, client_id, channel, started_at, is_temporary) VALUES (?, ?, ?, ?, ?)',
  ).run(id, clientId, channel, now, isTemporary ? 1 : 0);
  return { id, clientId, channel, startedAt: now, endedAt: null, endReason: null, isTemporary };
}

function toConversation(record: ConversationRecord): Conversation {
  return {
    id: record.id,
    clientId: record.client_id,
    channel: record.channel,
    startedAt: record.started_at,
    endedAt: record.ended_at,
    endReason: record.end_reason,
    isTemporary: record.is_temporary === 1,
  };
}
