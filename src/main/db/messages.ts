import type { Verdict } from '../../shared/answer.ts';
import { DeskError, type FaultCode } from '../../shared/fault.ts';
import type { Language } from '../../shared/language.ts';
import type {
  ClientMessage,
  Message,
  ModelReason,
  Reply,
  ReplyOutcome,
  ReplySource,
  ReplyState,
} from '../../shared/message.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

interface RecordBase {
  readonly seq: number;
  readonly id: string;
  readonly conversation_id: string;
  readonly client_id: string;
  readonly text: string;
  readonly language: Language | null;
  readonly created_at: number;
}

interface ClientRecord extends RecordBase {
  readonly author: 'client';
}

/** A row of `messages` by the desk; the CHECKs of the schema keep what is typed as present here present. */
export interface ReplyRecord extends RecordBase {
  readonly author: 'desk';
  readonly replies_to: string | null;
  readonly source: ReplySource;
  readonly state: ReplyState;
  readonly outcome: ReplyOutcome | null;
  readonly fault: FaultCode | null;
  readonly original_text: string | null;
  readonly model: string | null;
  readonly model_reason: ModelReason | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cache_read_tokens: number | null;
  readonly cache_write_tokens: number | null;
  readonly cost_usd: number | null;
  readonly first_token_ms: number | null;
  readonly total_ms: number | null;
  readonly thumb: 'up' | 'down' | null;
  readonly feedback_note: string | null;
  readonly verdict: Verdict['kind'] | null;
  readonly verdict_reason: string | null;
  readonly is_marked_wrong: 0 | 1;
  readonly sent_at: number | null;
}

type MessageRecord = ClientRecord | ReplyRecord;

/** Keeps what the client wrote. `language`: detected, null when undecidable. */
export function insertClientMessage(
  db: Db,
  message: Pick<ClientMessage, 'clientId' | 'conversationId' | 'text' | 'language'>,
  now: number,
): ClientMessage {
  const id = newId();
  statement(
    db,
    `INSERT INTO messages (id, conversation_id, client_id, author, text, language, created_at)
     VALUES (@id, @conversationId, @clientId, 'client', @text, @language, @now)`,
  ).run({ ...message, id, now });
  return { ...message, id, author: 'client', createdAt: now };
}

/** Throws DeskError `not_found`, also when the message is another client's. */
export function readMessage(db: Db, clientId: string, messageId: string): Message {
  const record = findRecord(db, clientId, messageId);
  if (!record) throw new DeskError('not_found', `This client has no message ${messageId}.`);
  return toMessage(record);
}

/**
 * One page of a client's messages, the newest of it last: those before `beforeId`, or the newest of all.
 * An unknown `beforeId` gives an empty page.
 */
export function readMessagePage(
  db: Db,
  clientId: string,
  page: { readonly beforeId: string | null; readonly limit: number },
): { messages: Message[]; hasMore: boolean } {
  const before =
    page.beforeId === null ? Number.MAX_SAFE_INTEGER : (findRecord(db, clientId, page.beforeId)?.seq ?? 0);
  const records = statement<[string, number, number], MessageRecord>(
    db,
    'SELECT * FROM messages WHERE client_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
  ).all(clientId, before, page.limit + 1);
  return {
    messages: records.slice(0, page.limit).reverse().map(toMessage),
    hasMore: records.length > page.limit,
  };
}

/**
 * What was really said up to a message and with it: the client's messages and sent replies, oldest first.
 * At most `characters` of text, the oldest left out; the message itself is always there. Drafts, failed and
 * replaced replies were never said.
 */
export function readHistory(db: Db, clientId: string, messageId: string, characters: number): Message[] {
  const records = statement<[string, string, string, number], MessageRecord>(
    db,
    `SELECT * FROM messages
       WHERE client_id = ? AND seq <= (SELECT seq FROM messages WHERE client_id = ? AND id = ?)
         AND (author = 'client' OR state = 'sent')
       ORDER BY seq DESC LIMIT ?`,
  )
    // No message is shorter than one character, so that more rows could not be used.
    .all(clientId, clientId, messageId, Math.min(characters, MOST_TURNS));
  let left = characters - (records[0]?.text.length ?? 0);
  const older = records.slice(1);
  const end = older.findIndex((record) => (left -= record.text.length) < 0);
  const kept = end === -1 ? records : records.slice(0, end + 1);
  return kept.reverse().map(toMessage);
}

/** What was really said in one conversation, oldest first: the client's messages and sent replies. */
export function readSaid(db: Db, clientId: string, conversationId: string): Message[] {
  return statement<[string, string], MessageRecord>(
    db,
    `SELECT * FROM messages WHERE client_id = ? AND conversation_id = ? AND (author = 'client' OR state = 'sent')
       ORDER BY seq`,
  )
    .all(clientId, conversationId)
    .map(toMessage);
}

/** More turns than this help no reply, however short they are. */
const MOST_TURNS = 200;

/** Whether anything was said in the message's conversation before it. */
export function isFollowUp(db: Db, clientId: string, messageId: string): boolean {
  const found = statement<[string, string]>(
    db,
    `SELECT 1 FROM messages AS m
       JOIN messages AS earlier ON earlier.conversation_id = m.conversation_id AND earlier.seq < m.seq
       WHERE m.client_id = ? AND m.id = ? AND (earlier.author = 'client' OR earlier.state = 'sent') LIMIT 1`,
  ).get(clientId, messageId);
  return found !== undefined;
}

/** The client's newest message; null when the client never wrote. */
export function findNewestClientMessage(db: Db, clientId: string): ClientMessage | null {
  const record = statement<[string], ClientRecord>(
    db,
    `SELECT * FROM messages WHERE client_id = ? AND author = 'client' ORDER BY seq DESC LIMIT 1`,
  ).get(clientId);
  return record ? toClientMessage(record) : null;
}

function findRecord(db: Db, clientId: string, messageId: string): MessageRecord | undefined {
  return statement<[string, string], MessageRecord>(
    db,
    'SELECT * FROM messages WHERE client_id = ? AND id = ?',
  ).get(clientId, messageId);
}

function toMessage(record: MessageRecord): Message {
  return record.author === 'client' ? toClientMessage(record) : toReply(record);
}

function toClientMessage(record: ClientRecord): ClientMessage {
  return { ...toBase(record), author: 'client' };
}

/** A row of the desk's as a reply. Usage is null unless both counts of tokens are known. */
export function toReply(record: ReplyRecord): Reply {
  const { input_tokens: input, output_tokens: output } = record;
  const usage =
    input === null || output === null
      ? null
      : {
          input,
          output,
          cacheRead: record.cache_read_tokens ?? 0,
          cacheWrite: record.cache_write_tokens ?? 0,
        };
  return {
    ...toBase(record),
    author: 'desk',
    repliesTo: record.replies_to,
    source: record.source,
    state: record.state,
    outcome: record.outcome,
    fault: record.fault,
    originalText: record.original_text,
    model: record.model,
    modelReason: record.model_reason,
    usage,
    costUsd: record.cost_usd,
    firstTokenMs: record.first_token_ms,
    totalMs: record.total_ms,
    feedback: record.thumb === null ? null : { thumb: record.thumb, note: record.feedback_note },
    verdict: record.verdict === null ? null : { kind: record.verdict, reason: record.verdict_reason ?? '' },
    isMarkedWrong: record.is_marked_wrong === 1,
    sentAt: record.sent_at,
  };
}

function toBase(record: MessageRecord) {
  return {
    id: record.id,
    conversationId: record.conversation_id,
    clientId: record.client_id,
    text: record.text,
    language: record.language,
    createdAt: record.created_at,
  };
}
