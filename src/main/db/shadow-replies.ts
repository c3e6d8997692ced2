import type { IntentComparison } from '../../shared/answer.ts';
import type { Preference, ShadowReply } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** Keeps what Claude would have said. False when the reply is gone, or has a shadow already: the first one stands. */
export function addShadow(
  db: Db,
  clientId: string,
  replyId: string,
  { usage, ...shadow }: Omit<ShadowReply, 'preferred'>,
): boolean {
  const { changes } = statement<[object]>(
    db,
    `INSERT INTO shadow_replies (message_id, text, model, error, input_tokens, output_tokens, cache_read_tokens,
         cache_write_tokens, cost_usd, total_ms, created_at)
       SELECT id, @text, @model, @error, @input, @output, @cacheRead, @cacheWrite, @costUsd, @totalMs, @createdAt
       FROM messages WHERE client_id = @clientId AND id = @replyId AND source = 'prepared'
       ON CONFLICT (message_id) DO NOTHING`,
  ).run({
    ...shadow,
    clientId,
    replyId,
    input: usage?.input ?? null,
    output: usage?.output ?? null,
    cacheRead: usage?.cacheRead ?? null,
    cacheWrite: usage?.cacheWrite ?? null,
  });
  return changes === 1;
}

/** Which of the two is better, or that nobody says so any more. Null when there is nothing to compare with. */
export function preferShadow(
  db: Db,
  clientId: string,
  replyId: string,
  preferred: Preference | null,
): ShadowReply | null {
  statement<[object]>(
    db,
    `UPDATE shadow_replies SET preferred = @preferred WHERE text <> ''
       AND message_id = (SELECT id FROM messages WHERE client_id = @clientId AND id = @replyId)`,
  ).run({ clientId, replyId, preferred });
  const shadow = readShadow(db, clientId, replyId);
  return shadow === null || shadow.text === '' ? null : shadow;
}

interface Row {
  readonly text: string;
  readonly model: string;
  readonly error: ShadowReply['error'];
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly cache_read_tokens: number | null;
  readonly cache_write_tokens: number | null;
  readonly cost_usd: number | null;
  readonly total_ms: number;
  readonly created_at: number;
  readonly preferred: Preference | null;
}

/** The shadow of a reply of the client; null when there is none. */
export function readShadow(db: Db, clientId: string, replyId: string): ShadowReply | null {
  const row = statement<[string, string], Row>(
    db,
    `SELECT s.* FROM messages AS m JOIN shadow_replies AS s ON s.message_id = m.id
       WHERE m.client_id = ? AND m.id = ?`,
  ).get(clientId, replyId);
  return row ? toShadow(row) : null;
}

function toShadow(row: Row): ShadowReply {
  const { text, model, error, input_tokens: input, output_tokens: output } = row;
  const usage =
    input === null || output === null
      ? null
      : { input, output, cacheRead: row.cache_read_tokens ?? 0, cacheWrite: row.cache_write_tokens ?? 0 };
  const { cost_usd: costUsd, total_ms: totalMs, created_at: createdAt, preferred } = row;
  return { text, model, error, usage, costUsd, totalMs, createdAt, preferred };
}

/** A shadow beside what was served. */
export interface ListedShadow extends ShadowReply {
  readonly replyId: string;
  readonly clientId: string;
  /** Null: the question was removed since. */
  readonly intent: string | null;
  readonly prepared: string;
}

/** The newest shadows of all clients, of one question where it is named. */
export function listShadows(
  db: Db,
  { intent, limit }: { readonly intent: string | null; readonly limit: number },
): ListedShadow[] {
  type ListedRow = Row & Pick<ListedShadow, 'replyId' | 'clientId' | 'intent' | 'prepared'>;
  return statement<[object], ListedRow>(
    db,
    `SELECT h.*, m.id AS replyId, m.client_id AS clientId, i.slug AS intent,
         coalesce(m.original_text, m.text) AS prepared
       FROM shadow_replies AS h
       JOIN messages AS m ON m.id = h.message_id
       LEFT JOIN served_answers AS s ON s.message_id = m.id
       LEFT JOIN intents AS i ON i.id = s.intent_id
       WHERE @intent IS NULL OR i.slug = @intent
       ORDER BY h.created_at DESC, h.message_id LIMIT @limit`,
  )
    .all({ intent, limit })
    .map(({ replyId, clientId, intent: slug, prepared, ...row }) => {
      return { replyId, clientId, intent: slug, prepared, ...toShadow(row) };
    });
}

/** What comparing came to for every question, those compared and served most first. */
export function listComparisons(db: Db): IntentComparison[] {
  type ComparisonRow = Omit<IntentComparison, 'title' | 'isEnabled'> & {
    readonly title_id: string;
    readonly title_it: string;
    readonly title_en: string;
    readonly is_enabled: 0 | 1;
    readonly isPriced: 0 | 1;
  };
  return statement<[], ComparisonRow>(
    db,
    `SELECT i.slug AS intent, i.title_id, i.title_it, i.title_en, i.is_enabled, count(s.id) AS served,
         count(h.message_id) AS shadows,
         count(*) FILTER (WHERE h.preferred = 'prepared') AS preparedBetter,
         count(*) FILTER (WHERE h.preferred = 'claude') AS claudeBetter,
         coalesce(sum(h.cost_usd), 0) AS costUsd,
         count(*) FILTER (WHERE h.cost_usd IS NULL AND h.input_tokens IS NOT NULL) = 0 AS isPriced
       FROM intents AS i
       LEFT JOIN served_answers AS s ON s.intent_id = i.id
       LEFT JOIN shadow_replies AS h ON h.message_id = s.message_id
       GROUP BY i.id ORDER BY shadows DESC, served DESC, i.slug`,
  )
    .all()
    .map(
      ({ title_id: id, title_it: it, title_en: en, is_enabled: enabled, isPriced, costUsd, ...counts }) => ({
        ...counts,
        title: { id, it, en },
        isEnabled: enabled === 1,
        costUsd: isPriced === 1 ? costUsd : null,
      }),
    );
}
