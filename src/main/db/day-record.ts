import type { Verdict } from '../../shared/answer.ts';
import type { Language } from '../../shared/language.ts';
import type { InsightOrigin, ReplySource, ReplyState } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** From `from` on, before `to`, in ms. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

/** A message of a day as a night looks at it. */
export interface DayMessage {
  readonly id: string;
  readonly author: 'client' | 'desk';
  readonly text: string;
  readonly language: Language | null;
  readonly repliesTo: string | null;
  /** Null for a client's. */
  readonly source: ReplySource | null;
  readonly state: Extract<ReplyState, 'draft' | 'sent'> | null;
  /** Of a reply that the consultant changed before it was sent: what was proposed. */
  readonly originalText: string | null;
  readonly thumb: 'up' | 'down' | null;
  readonly note: string | null;
  /** Of a prepared answer that was served. */
  readonly verdict: Verdict['kind'] | null;
  readonly isMarkedWrong: boolean;
}

/** What a night learns from in one conversation: the messages after the one and up to the other (`messages.seq`). */
export interface DayPart {
  readonly clientId: string;
  readonly conversationId: string;
  readonly afterSeq: number;
  readonly toSeq: number;
}

const ofThePart = `m.client_id = @clientId AND m.conversation_id = @conversationId
  AND m.seq > @afterSeq AND m.seq <= @toSeq`;
// Whoever asks: nothing is ever learnt from these.
const notTemporary =
  'EXISTS (SELECT 1 FROM conversations AS c WHERE c.id = m.conversation_id AND c.is_temporary = 0)';

/** A client's messages in a part of a conversation and the replies to them that stand, in their order. */
export function readDayPart(db: Db, clientId: string, part: DayPart): DayMessage[] {
  return statement<[object], Omit<DayMessage, 'isMarkedWrong'> & { readonly isMarkedWrong: 0 | 1 }>(
    db,
    `SELECT m.id, m.author, m.text, m.language, m.replies_to AS repliesTo, m.source, m.state,
         iif(m.original_text IS NOT m.text, m.original_text, NULL) AS originalText, m.thumb,
         m.feedback_note AS note, m.verdict, m.is_marked_wrong AS isMarkedWrong
       FROM messages AS m
       WHERE ${ofThePart} AND ${notTemporary} AND (m.author = 'client' OR m.state IN ('draft', 'sent'))
       ORDER BY m.seq`,
  )
    .all({ ...part, clientId })
    .map((row) => ({ ...row, isMarkedWrong: row.isMarkedWrong === 1 }));
}

/** What became of an insight in a reply. `origin` null: it was given, and the reply did not name it. */
export interface DayInsight {
  readonly replyId: string;
  readonly insightId: string;
  readonly origin: InsightOrigin | null;
}

/** The insights that the replies of a part of a conversation were given or named as used. */
export function readDayInsights(db: Db, clientId: string, part: DayPart): DayInsight[] {
  return statement<[object], DayInsight>(
    db,
    `WITH replies AS (
         SELECT m.id FROM messages AS m
         WHERE ${ofThePart} AND ${notTemporary} AND m.author = 'desk' AND m.state IN ('draft', 'sent'))
       SELECT l.message_id AS replyId, l.insight_id AS insightId, u.origin
         FROM replies AS r JOIN message_insights AS l ON l.message_id = r.id
         LEFT JOIN used_insights AS u ON u.message_id = l.message_id AND u.insight_id = l.insight_id
       UNION
       SELECT u.message_id, u.insight_id, u.origin FROM replies AS r JOIN used_insights AS u ON u.message_id = r.id
       ORDER BY 1, 2`,
  ).all({ ...part, clientId });
}

/** Changes whenever one of these clients is forgotten or renamed, or what was said, sent or rated in their conversations. */
export function fingerprintOf(db: Db, parts: readonly DayPart[]): string {
  const sum = statement<[object], { n: number; told: number; state: string | null }>(
    db,
    `SELECT count(*) AS n, total(length(m.text)) AS told, max(c.updated_at) || '/' ||
         total(m.state = 'sent') || '/' || count(m.thumb) || '/' || count(m.feedback_note) || '/' ||
         total(m.is_marked_wrong) || '/' || total(v.is_temporary) AS state
       FROM messages AS m JOIN clients AS c ON c.id = m.client_id JOIN conversations AS v ON v.id = m.conversation_id
       WHERE ${ofThePart}`,
  );
  return JSON.stringify(parts.map((part) => sum.get({ ...part })));
}
