import type { InsightSource } from '../../shared/insight.ts';
import type { DayRange } from './day-record.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** Only what models wrote is ever merged away or retired. */
const madeByModels = `('generated', 'night')`;

/** Live insights that stood in the prompts of one reply, of whom at least one was written by a model. */
export interface FoundPair {
  readonly oneId: string;
  readonly otherId: string;
  readonly times: number;
}

/** Pairs that replies of a day were given together, most often first. */
export function listFoundTogether(db: Db, range: DayRange, limit: number): FoundPair[] {
  return statement<[object], FoundPair>(
    db,
    `SELECT a.insight_id AS oneId, b.insight_id AS otherId, count(*) AS times
       FROM messages AS m
       JOIN message_insights AS a ON a.message_id = m.id
       JOIN message_insights AS b ON b.message_id = m.id AND b.insight_id > a.insight_id
       JOIN insights AS x ON x.id = a.insight_id JOIN insights AS y ON y.id = b.insight_id
       WHERE m.created_at >= @from AND m.created_at < @to AND m.author = 'desk'
         AND x.status = 'live' AND y.status = 'live' AND x.language = y.language
         AND (x.source IN ${madeByModels} OR y.source IN ${madeByModels})
       GROUP BY 1, 2 ORDER BY times DESC, 1, 2 LIMIT @limit`,
  ).all({ ...range, limit });
}

/** How an insight fared beside the one that it says the same as. */
export interface InsightFate {
  readonly id: string;
  readonly text: string;
  readonly source: InsightSource;
  readonly createdAt: number;
  readonly used: number;
}

export function readFate(db: Db, insightId: string): InsightFate | null {
  const found = statement<[string], InsightFate>(
    db,
    `SELECT i.id, i.text, i.source, i.created_at AS createdAt,
         (SELECT count(*) FROM used_insights AS u WHERE u.insight_id = i.id) AS used
       FROM insights AS i WHERE i.id = ? AND i.status = 'live'`,
  ).get(insightId);
  return found ?? null;
}

export interface Unused {
  readonly id: string;
  readonly text: string;
  /** Replies that were given it, said what they used, and did not use it. */
  readonly found: number;
}

/**
 * Insights of models that replies were given at least so often and that none ever used, those given most first. Replies that do not
 * say what they used say nothing of it.
 */
export function listFoundNeverUsed(
  db: Db,
  {
    since,
    bornBefore,
    leastFound,
    limit,
  }: Readonly<Record<'since' | 'bornBefore' | 'leastFound' | 'limit', number>>,
): Unused[] {
  return statement<[object], Unused>(
    db,
    `SELECT i.id, i.text, f.found
       FROM (SELECT l.insight_id, count(*) AS found
         FROM messages AS m JOIN reply_namings AS n ON n.message_id = m.id
         JOIN message_insights AS l ON l.message_id = m.id
         WHERE m.created_at >= @since AND m.state IN ('draft', 'sent') AND n.kind IN ('named', 'none')
         GROUP BY l.insight_id HAVING count(*) >= @leastFound) AS f
       JOIN insights AS i ON i.id = f.insight_id
       WHERE i.status = 'live' AND i.source IN ${madeByModels} AND i.created_at < @bornBefore
         AND NOT EXISTS (SELECT 1 FROM used_insights AS u WHERE u.insight_id = i.id)
       ORDER BY f.found DESC, i.seq LIMIT @limit`,
  ).all({ since, bornBefore, leastFound, limit });
}

/** Old insights of models that no reply was ever given or used, where alike ones are used so often; the oldest first. */
export function listOldNeverUsed(
  db: Db,
  {
    since,
    bornBefore,
    leastAlike,
    limit,
  }: Readonly<Record<'since' | 'bornBefore' | 'leastAlike' | 'limit', number>>,
): Unused[] {
  return statement<[object], Unused>(
    db,
    `WITH alike AS (
         SELECT i.category, i.language FROM used_insights AS u JOIN insights AS i ON i.id = u.insight_id
         WHERE u.at >= @since GROUP BY 1, 2 HAVING count(*) >= @leastAlike)
       SELECT i.id, i.text, 0 AS found
         FROM insights AS i JOIN alike AS a ON a.category = i.category AND a.language = i.language
         WHERE i.status = 'live' AND i.source IN ${madeByModels} AND i.created_at < @bornBefore
           AND NOT EXISTS (SELECT 1 FROM used_insights AS u WHERE u.insight_id = i.id)
           AND NOT EXISTS (SELECT 1 FROM message_insights AS l WHERE l.insight_id = i.id)
         ORDER BY i.seq LIMIT @limit`,
  ).all({ since, bornBefore, leastAlike, limit });
}
