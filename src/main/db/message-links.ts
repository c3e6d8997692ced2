import { EXAMPLE_SOURCE } from '../../shared/answer.ts';
import type { InsightFinding, LinkedFact, ReplyInsight, UsedFact } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** Keeps what search found for a reply. Insights that were removed meanwhile are left out. */
export function linkInsights(
  db: Db,
  clientId: string,
  messageId: string,
  insights: readonly InsightFinding[],
): void {
  const insert = statement(
    db,
    `INSERT OR REPLACE INTO message_insights
       (message_id, insight_id, position, score, lexical_score, vector_score, trigger)
     SELECT m.id, i.id, @position, @score, @lexicalScore, @vectorScore, @trigger
     FROM messages AS m, insights AS i
     WHERE m.client_id = @clientId AND m.id = @messageId AND i.id = @insightId`,
  );
  for (const [position, insight] of insights.entries()) {
    const { insightId, score, lexicalScore, vectorScore, trigger } = insight;
    insert.run({ clientId, messageId, position, insightId, score, lexicalScore, vectorScore, trigger });
  }
}

/** Adds house facts to those a reply may use; a fact given twice keeps its last value. */
export function linkFacts(db: Db, clientId: string, messageId: string, facts: readonly UsedFact[]): void {
  const insert = statement(
    db,
    `INSERT OR REPLACE INTO message_facts (message_id, house_fact_id, value)
     SELECT m.id, f.id, @value FROM messages AS m, house_facts AS f
     WHERE m.client_id = @clientId AND m.id = @messageId AND f.id = @houseFactId`,
  );
  for (const { houseFactId, value } of facts) insert.run({ clientId, messageId, houseFactId, value });
}

interface ReplyInsightRow extends Omit<ReplyInsight, 'isUsed'> {
  readonly isUsed: 0 | 1 | null;
}

/**
 * The insights behind a client's reply, with their wording of today: those that search found in the order of the
 * prompt, then those that were used without having been found.
 */
export function listReplyInsights(db: Db, clientId: string, messageId: string): ReplyInsight[] {
  return statement<[object], ReplyInsightRow>(
    db,
    `SELECT i.id AS insightId, i.text, i.guidance, l.score, l.lexical_score AS lexicalScore,
         l.vector_score AS vectorScore, l.trigger, coalesce(u.origin, 'search') AS origin,
         iif(n.kind IN ('named', 'none'), u.insight_id IS NOT NULL, NULL) AS isUsed
       FROM messages AS m
       JOIN (SELECT insight_id FROM message_insights WHERE message_id = @messageId
             UNION SELECT insight_id FROM used_insights WHERE message_id = @messageId) AS behind
       JOIN insights AS i ON i.id = behind.insight_id
       LEFT JOIN message_insights AS l ON l.message_id = m.id AND l.insight_id = i.id
       LEFT JOIN used_insights AS u ON u.message_id = m.id AND u.insight_id = i.id
       LEFT JOIN reply_namings AS n ON n.message_id = m.id
       WHERE m.client_id = @clientId AND m.id = @messageId
       ORDER BY l.position IS NULL, l.position, i.slug`,
  )
    .all({ clientId, messageId })
    .map(({ isUsed, ...insight }) => ({ ...insight, isUsed: isUsed === null ? null : isUsed === 1 }));
}

/** The house facts of a client's reply, with the values they had then. */
export function listLinkedFacts(db: Db, clientId: string, messageId: string): LinkedFact[] {
  return statement<[string, string], Omit<LinkedFact, 'isExample'> & { readonly source: string }>(
    db,
    `SELECT f.id AS houseFactId, f.topic, l.value, f.source
       FROM messages AS m
       JOIN message_facts AS l ON l.message_id = m.id
       JOIN house_facts AS f ON f.id = l.house_fact_id
       WHERE m.client_id = ? AND m.id = ? ORDER BY f.topic, f.id`,
  )
    .all(clientId, messageId)
    .map(({ source, ...fact }) => ({ ...fact, isExample: source === EXAMPLE_SOURCE }));
}
