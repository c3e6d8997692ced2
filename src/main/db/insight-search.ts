import type { InsightCategory } from '../../shared/insight.ts';
import type { SignalLanguage } from '../../shared/language.ts';
import type { Db } from './db.ts';

/** A full-text hit. `bm25` as SQLite gives it: negative, lower is better. */
interface TextHit {
  readonly insightId: string;
  readonly triggerId: string | null;
  readonly bm25: number;
}

/** A live insight as search shows it, with its phrases. */
export interface LiveInsight {
  readonly insightId: string;
  readonly slug: string;
  readonly text: string;
  readonly guidance: string;
  readonly category: InsightCategory;
  readonly language: SignalLanguage;
  readonly updatedAt: number;
  readonly triggers: readonly { readonly id: string; readonly phrase: string }[];
}

export interface InsightSearch {
  /** Live insights with a phrase that matches an FTS5 expression, best first. */
  inTriggers(match: string, limit: number): TextHit[];
  /** Live insights whose text or guidance matches an FTS5 expression, best first. */
  inTexts(match: string, limit: number): TextHit[];
  /** Those of the ids that are live now, in no order. */
  live(insightIds: readonly string[]): LiveInsight[];
  /** All live ones. */
  liveIds(): string[];
  /** Those that changed or went after a generation, at most so many. */
  changedAfter(generation: number, limit: number): string[];
}

/** Prepares the statements of search once for this database. */
export function openInsightSearch(db: Db): InsightSearch {
  const inTriggers = db.prepare(`
    SELECT t.insight_id AS insightId, t.id AS triggerId, f.rank AS bm25
    FROM triggers_fts f JOIN triggers t ON t.seq = f.rowid JOIN insights i ON i.id = t.insight_id
    WHERE triggers_fts MATCH ? AND i.status = 'live' ORDER BY f.rank LIMIT ?`);
  // A hit in the text says more than one in the advice.
  const inTexts = db.prepare(`
    SELECT i.id AS insightId, NULL AS triggerId, bm25(insights_fts, 2.0, 1.0) AS bm25
    FROM insights_fts f JOIN insights i ON i.seq = f.rowid
    WHERE insights_fts MATCH ? AND i.status = 'live' ORDER BY 3 LIMIT ?`);
  // The plus keeps SQLite from going through all live insights by their status instead of looking the few ids up.
  const live = db.prepare(`
    SELECT i.id AS insightId, i.slug, i.text, i.guidance, i.category, i.language, i.updated_at AS updatedAt,
      (SELECT json_group_array(json_object('id', t.id, 'phrase', t.phrase) ORDER BY t.seq)
        FROM triggers t WHERE t.insight_id = i.id)
        AS triggers
    FROM insights i WHERE i.id IN (SELECT value FROM json_each(?)) AND +i.status = 'live'`);
  const liveIds = db.prepare("SELECT id FROM insights WHERE status = 'live' ORDER BY seq").pluck();
  const changedAfter = db
    .prepare('SELECT insight_id FROM insight_changes WHERE generation > ? LIMIT ?')
    .pluck();
  return {
    inTriggers: (match, limit) => inTriggers.all(match, limit) as TextHit[],
    inTexts: (match, limit) => inTexts.all(match, limit) as TextHit[],
    live: (insightIds) =>
      (live.all(JSON.stringify(insightIds)) as (LiveInsight & { triggers: string })[]).map((row) => ({
        ...row,
        triggers: JSON.parse(row.triggers) as LiveInsight['triggers'],
      })),
    liveIds: () => liveIds.all() as string[],
    changedAfter: (generation, limit) => changedAfter.all(generation, limit) as string[],
  };
}
