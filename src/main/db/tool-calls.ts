import type { ToolCall } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';

interface ToolCallRecord {
  readonly name: string;
  readonly input: string;
  readonly output: string;
  readonly is_error: 0 | 1;
  readonly duration_ms: number;
}

/** Keeps one tool call of a reply, after those kept before. Does nothing when the client's reply is gone. */
export function insertToolCall(db: Db, clientId: string, messageId: string, call: ToolCall): void {
  db.prepare(
    `INSERT INTO tool_calls (id, message_id, position, name, input, output, is_error, duration_ms)
     SELECT @id, m.id, (SELECT count(*) FROM tool_calls WHERE message_id = m.id),
       @name, @input, @output, @isError, @ms
     FROM messages AS m WHERE m.client_id = @clientId AND m.id = @messageId`,
  ).run({
    id: newId(),
    clientId,
    messageId,
    name: call.name,
    input: JSON.stringify(call.input ?? null),
    output: call.output,
    isError: call.isError ? 1 : 0,
    ms: call.ms,
  });
}

/** The tool calls of a client's reply, in the order they were made. */
export function listToolCalls(db: Db, clientId: string, messageId: string): ToolCall[] {
  return db
    .prepare<[string, string], ToolCallRecord>(
      `SELECT t.name, t.input, t.output, t.is_error, t.duration_ms
       FROM messages AS m JOIN tool_calls AS t ON t.message_id = m.id
       WHERE m.client_id = ? AND m.id = ? ORDER BY t.position`,
    )
    .all(clientId, messageId)
    .map((record) => ({
      name: record.name,
      input: JSON.parse(record.input) as unknown,
      output: record.output,
      isError: record.is_error === 1,
      ms: record.duration_ms,
    }));
}
