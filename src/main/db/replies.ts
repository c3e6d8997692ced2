import { DeskError, type FaultCode } from '../../shared/fault.ts';
import type { Feedback, ModelReason, Reply, ReplyOutcome, ReplyState, Usage } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { toReply, type ReplyRecord } from './messages.ts';
import { statement } from './statement.ts';

/** Everything that is known when the writing of a reply ends. Spans in ms. */
export interface ReplyEnd {
  readonly state: Exclude<ReplyState, 'streaming'>;
  readonly outcome: ReplyOutcome;
  readonly fault: FaultCode | null;
  readonly prepared: { readonly answerId: string; readonly score: number } | null;
  readonly model: string | null;
  readonly modelReason: ModelReason | null;
  readonly usage: Usage | null;
  readonly costUsd: number | null;
  readonly firstTokenMs: number | null;
  readonly totalMs: number | null;
  readonly sentAt: number | null;
}

type ReplyPlace = Pick<Reply, 'clientId' | 'conversationId' | 'repliesTo' | 'language'>;

/** Opens a reply that is going to be written: state `streaming`, no text yet. */
export function startReply(db: Db, place: ReplyPlace, now: number): Reply {
  const record = statement<[object], ReplyRecord>(
    db,
    `INSERT INTO messages
         (id, conversation_id, client_id, author, text, language, created_at, replies_to, source, state)
       VALUES (@id, @conversationId, @clientId, 'desk', '', @language, @now, @repliesTo, 'claude', 'streaming')
       RETURNING *`,
  ).get({ ...place, id: newId(), now });
  return toReply(changed(record));
}

/** Keeps a reply the consultant wrote alone, as sent. */
export function insertWrittenReply(
  db: Db,
  reply: ReplyPlace & { readonly text: string },
  now: number,
): Reply {
  const record = statement<[object], ReplyRecord>(
    db,
    `INSERT INTO messages
         (id, conversation_id, client_id, author, text, language, created_at, replies_to, source, state, outcome, sent_at)
       VALUES (@id, @conversationId, @clientId, 'desk', @text, @language, @now, @repliesTo, 'consultant', 'sent',
         'complete', @now)
       RETURNING *`,
  ).get({ ...reply, id: newId(), now });
  return toReply(changed(record));
}

/** Adds streamed text. False when the reply is not being written any more (ended elsewhere, or forgotten). */
export function appendReplyText(db: Db, clientId: string, replyId: string, piece: string): boolean {
  const { changes } = statement(
    db,
    `UPDATE messages SET text = text || ? WHERE client_id = ? AND id = ? AND state = 'streaming'`,
  ).run(piece, clientId, replyId);
  return changes === 1;
}

/** Ends the writing. Null when it has ended already: the first end stands. */
export function finishReply(db: Db, clientId: string, replyId: string, end: ReplyEnd): Reply | null {
  const { prepared, usage, ...plain } = end;
  const record = statement<[object], ReplyRecord>(
    db,
    `UPDATE messages SET state = @state, outcome = @outcome, fault = @fault, source = @source,
         prepared_answer_id = (SELECT id FROM prepared_answers WHERE id = @answerId), match_score = @score,
         model = @model, model_reason = @modelReason, input_tokens = @input, output_tokens = @output,
         cache_read_tokens = @cacheRead, cache_write_tokens = @cacheWrite, cost_usd = @costUsd,
         first_token_ms = @firstTokenMs, total_ms = @totalMs, sent_at = @sentAt
       WHERE client_id = @clientId AND id = @replyId AND state = 'streaming'
       RETURNING *`,
  ).get({
    ...plain,
    clientId,
    replyId,
    source: prepared ? 'prepared' : 'claude',
    answerId: prepared?.answerId ?? null,
    score: prepared?.score ?? null,
    input: usage?.input ?? null,
    output: usage?.output ?? null,
    cacheRead: usage?.cacheRead ?? null,
    cacheWrite: usage?.cacheWrite ?? null,
  });
  return record ? toReply(record) : null;
}

/** Sets what an ended reply used; null when the reply is gone. For what is known only after it was stopped. */
export function setReplyUsage(
  db: Db,
  clientId: string,
  replyId: string,
  used: { readonly usage: Usage; readonly costUsd: number | null },
): Reply | null {
  const record = statement<[object], ReplyRecord>(
    db,
    `UPDATE messages SET input_tokens = @input, output_tokens = @output, cache_read_tokens = @cacheRead,
         cache_write_tokens = @cacheWrite, cost_usd = @costUsd
       WHERE client_id = @clientId AND id = @replyId AND author = 'desk' RETURNING *`,
  ).get({ ...used.usage, costUsd: used.costUsd, clientId, replyId });
  return record ? toReply(record) : null;
}

/** Whether anything was sent to the client after this message. */
export function isAnswered(db: Db, clientId: string, messageId: string): boolean {
  const found = statement<[string, string]>(
    db,
    `SELECT 1 FROM messages AS m JOIN messages AS r ON r.client_id = m.client_id AND r.seq > m.seq
       WHERE m.client_id = ? AND m.id = ? AND r.state = 'sent' LIMIT 1`,
  ).get(clientId, messageId);
  return found !== undefined;
}

/** Whether a reply to this very message was sent. */
export function hasSentReply(db: Db, clientId: string, messageId: string): boolean {
  const found = db
    .prepare<[string, string]>(
      `SELECT 1 FROM messages WHERE client_id = ? AND replies_to = ? AND state = 'sent' LIMIT 1`,
    )
    .get(clientId, messageId);
  return found !== undefined;
}

/** Whose reply this is; all other reading starts with the client. Throws DeskError `not_found`. */
export function findReplyOwner(db: Db, replyId: string): string {
  const clientId = db
    .prepare<[string], string>(`SELECT client_id FROM messages WHERE id = ? AND author = 'desk'`)
    .pluck()
    .get(replyId);
  if (clientId === undefined) throw new DeskError('not_found', `There is no reply ${replyId}.`);
  return clientId;
}

/** Throws DeskError `not_found`, also when the reply is another client's. */
export function readReply(db: Db, clientId: string, replyId: string): Reply {
  const record = statement<[string, string], ReplyRecord>(
    db,
    `SELECT * FROM messages WHERE client_id = ? AND id = ? AND author = 'desk'`,
  ).get(clientId, replyId);
  if (!record) throw new DeskError('not_found', `This client has no reply ${replyId}.`);
  return toReply(record);
}

/**
 * Changes the text of a draft and keeps what the model had said in `originalText`; back to that, it is unedited.
 * `sentAt` set: the draft becomes `sent`. Null when the reply is no draft.
 */
export function changeDraft(
  db: Db,
  clientId: string,
  replyId: string,
  change: { readonly text: string; readonly sentAt: number | null },
): Reply | null {
  const record = statement<[object], ReplyRecord>(
    db,
    `UPDATE messages SET
         original_text = CASE WHEN coalesce(original_text, text) = @text THEN NULL
           ELSE coalesce(original_text, text) END,
         text = @text, sent_at = @sentAt, state = iif(@sentAt IS NULL, state, 'sent')
       WHERE client_id = @clientId AND id = @replyId AND state = 'draft'
       RETURNING *`,
  ).get({ ...change, clientId, replyId });
  return record ? toReply(record) : null;
}

/** The consultant's verdict; null takes it back. Throws DeskError `not_found`. */
export function rateReply(db: Db, clientId: string, replyId: string, feedback: Feedback | null): Reply {
  statement(
    db,
    `UPDATE messages SET thumb = ?, feedback_note = ? WHERE client_id = ? AND id = ? AND author = 'desk'`,
  ).run(feedback?.thumb ?? null, feedback?.note ?? null, clientId, replyId);
  return readReply(db, clientId, replyId);
}

/** The consultant's word that a prepared answer is wrong for its message, or the taking back of it. */
export function markReplyWrong(db: Db, clientId: string, replyId: string, isWrong: boolean): Reply {
  statement(
    db,
    `UPDATE messages SET is_marked_wrong = ? WHERE client_id = ? AND id = ? AND source = 'prepared'`,
  ).run(isWrong ? 1 : 0, clientId, replyId);
  return readReply(db, clientId, replyId);
}

/** Marks the drafts and failed replies to a message as `replaced`, and returns them. */
export function replaceReplies(db: Db, clientId: string, messageId: string): Reply[] {
  return statement<[string, string], ReplyRecord>(
    db,
    `UPDATE messages SET state = 'replaced'
       WHERE client_id = ? AND replies_to = ? AND state IN ('draft', 'failed') RETURNING *`,
  )
    .all(clientId, messageId)
    .map(toReply);
}

/**
 * Ends what a process that is gone left streaming: with text it becomes a draft (outcome `cut`), without it is
 * `failed` (outcome `empty`); fault `interrupted`. All of them (for the owner of the data folder before it writes), or
 * the one of `replyId`. Returns those it ended.
 */
export function recoverReplies(db: Db, replyId: string | null = null): Reply[] {
  return db
    .prepare<{ replyId: string | null }, ReplyRecord>(
      `UPDATE messages SET state = iif(trim(text) = '', 'failed', 'draft'), outcome = iif(trim(text) = '', 'empty', 'cut'),
         fault = 'interrupted'
       WHERE state = 'streaming' AND (@replyId IS NULL OR id = @replyId) RETURNING *`,
    )
    .all({ replyId })
    .map(toReply);
}

function changed(record: ReplyRecord | undefined): ReplyRecord {
  if (!record) throw new Error('The database returned no row for a reply it was to keep.');
  return record;
}
