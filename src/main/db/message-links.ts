import { EXAMPLE_SOURCE } from '../../shared/answer.ts';
import type { LinkedFact, UsedFact, UsedInsight } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** What stood in the prompt of a reply. Insights and facts that were removed meanwhile are left out. */
export function linkInsights(
  db: Db,
  clientId: string,
  messageId: string,
  insights: readonly UsedInsight[],
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

/** The insights of a client's reply in the order of the prompt, with their wording of today. */
export function listLinkedInsights(db: Db, clientId: string, messageId: string): UsedInsight[] {
  return statement<[string, string], UsedInsight>(
    db,
    `SELECT i.id AS insightId, i.text, i.guidance, l.score, l.lexical_score AS lexicalScore,
         l.vector_score AS vectorScore, l.trigger
       FROM messages AS m
       JOIN message_insights AS l ON l.message_id = m.id
       JOIN insights AS i ON i.id = l.insight_id
       WHERE m.client_id = ? AND m.id = ? ORDER BY l.position`,
  ).all(clientId, messageId);
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
