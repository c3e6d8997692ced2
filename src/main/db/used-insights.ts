import type { InsightUsage } from '../../shared/insight.ts';
import type { InsightNaming, InsightOrigin, ReplyState } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** An insight that a reply named as used. */
export interface UsedInsight {
  readonly insightId: string;
  readonly origin: InsightOrigin;
}

/** Keeps what a client's reply said of its insights. Does nothing when the reply is gone. */
export function keepNaming(
  db: Db,
  reply: { readonly clientId: string; readonly replyId: string },
  naming: InsightNaming & { readonly used: readonly UsedInsight[] },
  now: number,
): void {
  const { kind, ignored, used } = naming;
  statement(
    db,
    `INSERT OR REPLACE INTO reply_namings (message_id, kind, ignored)
     SELECT id, @kind, @ignored FROM messages WHERE client_id = @clientId AND id = @replyId`,
  ).run({ ...reply, kind, ignored });
  const insert = statement(
    db,
    `INSERT OR REPLACE INTO used_insights (message_id, insight_id, origin, at)
     SELECT m.id, i.id, @origin, @now FROM messages AS m, insights AS i
     WHERE m.client_id = @clientId AND m.id = @replyId AND i.id = @insightId`,
  );
  for (const { insightId, origin } of used) insert.run({ ...reply, insightId, origin, now });
}

/** Null for a reply that said nothing because no model wrote it, or because it has not ended. */
export function readNaming(db: Db, clientId: string, replyId: string): InsightNaming | null {
  const found = statement<[string, string], InsightNaming>(
    db,
    `SELECT n.kind, n.ignored FROM messages AS m JOIN reply_namings AS n ON n.message_id = m.id
       WHERE m.client_id = ? AND m.id = ?`,
  ).get(clientId, replyId);
  return found ?? null;
}

/** How often an insight was used and found. Replies that were replaced or came to nothing do not count. */
export function readInsightUsage(db: Db, insightId: string): InsightUsage {
  const usage = statement<[object], InsightUsage>(
    db,
    `SELECT
       (SELECT count(*) FROM used_insights AS u JOIN messages AS m ON m.id = u.message_id
          WHERE u.insight_id = @insightId AND m.state IN ('draft', 'sent')) AS timesUsed,
       (SELECT max(u.at) FROM used_insights AS u JOIN messages AS m ON m.id = u.message_id
          WHERE u.insight_id = @insightId AND m.state IN ('draft', 'sent')) AS lastUsedAt,
       (SELECT count(*) FROM message_insights AS l JOIN messages AS m ON m.id = l.message_id
          WHERE l.insight_id = @insightId AND m.state IN ('draft', 'sent')) AS timesFound`,
  ).get({ insightId });
  return usage ?? { timesUsed: 0, lastUsedAt: null, timesFound: 0 };
}

/** A live insight that a reply used and search had not found for the client's message. No text of the client is in it. */
export interface SearchMiss {
  readonly at: number;
  readonly clientId: string;
  /** The client's message that was answered; to be read with the client's id. */
  readonly messageId: string;
  readonly replyId: string;
  readonly insightId: string;
  readonly slug: string;
  readonly text: string;
  readonly origin: Exclude<InsightOrigin, 'search'>;
  readonly state: Extract<ReplyState, 'draft' | 'sent'>;
  /** The consultant's verdict on the reply: a bad one is a poor teacher. */
  readonly thumb: 'up' | 'down' | null;
  /** What search had found instead, best first. */
  readonly found: readonly { readonly insightId: string; readonly slug: string; readonly score: number }[];
}

/** What search missed since a time, newest first. Replies that were replaced or came to nothing do not count. */
export function listSearchMisses(
  db: Db,
  { since, limit }: { readonly since: number; readonly limit: number },
): SearchMiss[] {
  return statement<[number, number], Omit<SearchMiss, 'found'> & { readonly found: string }>(
    db,
    `SELECT s.at, s.client_id AS clientId, s.message_id AS messageId, s.reply_id AS replyId,
         s.insight_id AS insightId, i.slug, i.text, s.origin, r.state, r.thumb,
         (SELECT json_group_array(json_object('insightId', id, 'slug', slug, 'score', score))
            FROM (SELECT f.id, f.slug, l.score FROM message_insights AS l JOIN insights AS f ON f.id = l.insight_id
                  WHERE l.message_id = s.reply_id ORDER BY l.position)) AS found
       FROM search_misses AS s
       JOIN insights AS i ON i.id = s.insight_id AND i.status = 'live'
       JOIN messages AS r ON r.id = s.reply_id AND r.state IN ('draft', 'sent')
       WHERE s.at >= ? ORDER BY s.at DESC, i.slug LIMIT ?`,
  )
    .all(since, limit)
    .map((row) => ({ ...row, found: JSON.parse(row.found) as SearchMiss['found'] }));
}
