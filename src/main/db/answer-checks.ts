import type { Verdict } from '../../shared/answer.ts';
import type { AnswerCheck, Reply } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { toReply, type ReplyRecord } from './messages.ts';
import { statement } from './statement.ts';

/** Keeps what one check took. False when the reply is gone or has been checked: the first check stands. */
export function addCheck(
  db: Db,
  clientId: string,
  replyId: string,
  { usage, ...check }: AnswerCheck,
  now: number,
): boolean {
  const { changes } = statement<[object]>(
    db,
    `INSERT INTO answer_checks (message_id, model, fault, input_tokens, output_tokens, cache_read_tokens,
         cache_write_tokens, cost_usd, total_ms, checked_at)
       SELECT id, @model, @fault, @input, @output, @cacheRead, @cacheWrite, @costUsd, @totalMs, @now
       FROM messages WHERE client_id = @clientId AND id = @replyId AND source = 'prepared'
       ON CONFLICT (message_id) DO NOTHING`,
  ).run({
    ...check,
    clientId,
    replyId,
    now,
    input: usage?.input ?? null,
    output: usage?.output ?? null,
    cacheRead: usage?.cacheRead ?? null,
    cacheWrite: usage?.cacheWrite ?? null,
  });
  return changes === 1;
}

/** Puts the verdict on a prepared reply of the client. Null when it is gone. */
export function setVerdict(db: Db, clientId: string, replyId: string, verdict: Verdict): Reply | null {
  const record = statement<[object], ReplyRecord>(
    db,
    `UPDATE messages SET verdict = @kind, verdict_reason = @reason
       WHERE client_id = @clientId AND id = @replyId AND source = 'prepared' RETURNING *`,
  ).get({ ...verdict, clientId, replyId });
  return record ? toReply(record) : null;
}

interface Row {
  readonly model: string;
  readonly fault: string | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cache_read_tokens: number | null;
  readonly cache_write_tokens: number | null;
  readonly cost_usd: number | null;
  readonly total_ms: number;
}

/** What the check of a reply of the client took; null when there was none. */
export function readCheck(db: Db, clientId: string, replyId: string): AnswerCheck | null {
  const row = statement<[string, string], Row>(
    db,
    `SELECT c.* FROM messages AS m JOIN answer_checks AS c ON c.message_id = m.id
       WHERE m.client_id = ? AND m.id = ?`,
  ).get(clientId, replyId);
  if (!row) return null;
  const { model, fault, input_tokens: input, output_tokens: output } = row;
  const usage =
    input === null || output === null
      ? null
      : { input, output, cacheRead: row.cache_read_tokens ?? 0, cacheWrite: row.cache_write_tokens ?? 0 };
  return { model, fault, usage, costUsd: row.cost_usd, totalMs: row.total_ms };
}
