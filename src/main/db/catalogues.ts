import type { CatalogueUse } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** A live insight as the catalogue lists it. */
export interface CatalogueInsight {
  readonly number: number;
  readonly language: string;
  readonly text: string;
  readonly guidance: string;
}

/** The catalogue of one local day. */
export interface KeptCatalogue {
  readonly day: string;
  readonly text: string;
  /** How many insights it lists. */
  readonly insights: number;
}

/** Days that are kept, the day itself aside: a clock that goes back across midnight finds the same text again. */
const OTHER_DAYS = 1;

/**
 * The catalogue of a day: the one that is kept, or a new one of the insights that are live now. The first to ask makes
 * it, and every process has the same from then on.
 */
export function keepCatalogue(
  db: Db,
  day: string,
  now: number,
  compose: (insights: readonly CatalogueInsight[]) => string,
): KeptCatalogue {
  return db
    .transaction(() => {
      const made = readCatalogue(db, day);
      if (made) return made;
      const insights = listCatalogueInsights(db);
      const text = compose(insights);
      db.prepare('INSERT INTO catalogues (day, text, insights, created_at) VALUES (?, ?, ?, ?)').run(
        day,
        text,
        insights.length,
        now,
      );
      db.prepare(
        `DELETE FROM catalogues WHERE day <> @day
           AND day NOT IN (SELECT day FROM catalogues WHERE day <> @day ORDER BY day DESC LIMIT @others)`,
      ).run({ day, others: OTHER_DAYS });
      return { day, text, insights: insights.length };
    })
    .immediate();
}

/** Undefined when nobody has asked for it on that day yet. */
export function readCatalogue(db: Db, day: string): KeptCatalogue | undefined {
  return statement<[string], KeptCatalogue>(
    db,
    'SELECT day, text, insights FROM catalogues WHERE day = ?',
  ).get(day);
}

/** The live insights by their numbers, which is the order they came in. */
function listCatalogueInsights(db: Db): CatalogueInsight[] {
  return statement<[], CatalogueInsight>(
    db,
    `SELECT n.number, i.language, i.text, i.guidance FROM insight_numbers AS n
       JOIN insights AS i ON i.id = n.insight_id WHERE i.status = 'live' ORDER BY n.number`,
  ).all();
}

/** What requests with the catalogue of a day took of one model, newest first. */
export interface CatalogueRequest {
  readonly isRefused: boolean;
  readonly isCached: boolean;
}

/** The newest requests of a model that carried the catalogue of this day. */
export function listCatalogueRequests(db: Db, model: string, day: string, limit: number): CatalogueRequest[] {
  return statement<[string, string, number], { isRefused: 0 | 1; isCached: 0 | 1 }>(
    db,
    `SELECT is_refused AS isRefused, cache_read_tokens + cache_write_tokens > 0 AS isCached
       FROM catalogue_requests WHERE model = ? AND day = ? ORDER BY id DESC LIMIT ?`,
  )
    .all(model, day, limit)
    .map(({ isRefused, isCached }) => ({ isRefused: isRefused === 1, isCached: isCached === 1 }));
}

/** What one request took for the catalogue. */
export interface CatalogueShare {
  readonly day: string;
  readonly model: string;
  readonly insights: number;
  readonly isRefused: boolean;
  readonly tokens: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** Null: the model has no price. */
  readonly costUsd: number | null;
}

/** Keeps what one request of a client's reply took. Does nothing when the reply is gone. */
export function insertCatalogueRequest(
  db: Db,
  clientId: string,
  messageId: string,
  share: CatalogueShare,
): void {
  statement(
    db,
    `INSERT INTO catalogue_requests
       (message_id, day, model, insights, is_refused, tokens, cache_read_tokens, cache_write_tokens, cost_usd)
     SELECT id, @day, @model, @insights, @refused, @tokens, @cacheRead, @cacheWrite, @costUsd
     FROM messages WHERE client_id = @clientId AND id = @messageId`,
  ).run({ ...share, refused: share.isRefused ? 1 : 0, clientId, messageId });
}

/** What the catalogue took of a client's reply, over all its requests; null when none of them carried it. */
export function readCatalogueUse(db: Db, clientId: string, messageId: string): CatalogueUse | null {
  const found = statement<[string, string], CatalogueUse & { readonly isPriced: 0 | 1 }>(
    db,
    `SELECT max(c.insights) AS insights, sum(c.tokens) AS tokens, sum(c.cache_read_tokens) AS cacheRead,
         sum(c.cache_write_tokens) AS cacheWrite, sum(c.cost_usd) AS costUsd,
         count(c.cost_usd) = count(*) AS isPriced
       FROM messages AS m JOIN catalogue_requests AS c ON c.message_id = m.id
       WHERE m.client_id = ? AND m.id = ? AND c.is_refused = 0 GROUP BY m.id`,
  ).get(clientId, messageId);
  if (!found) return null;
  const { isPriced, ...use } = found;
  return isPriced === 1 ? use : { ...use, costUsd: null };
}
