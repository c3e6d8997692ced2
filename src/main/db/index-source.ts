import type { Db } from './db.ts';
import { readGeneration } from './generations.ts';

/** A text of a live insight that may be found: its own text (`triggerId` null) or one of its phrases. */
export interface IndexText {
  readonly insightId: string;
  readonly triggerId: string | null;
  readonly text: string;
}

/** What an index is built from, and the generation it was read at, from one moment. */
interface IndexSource {
  readonly generation: number;
  /** By insight, its own text first. */
  readonly texts: readonly IndexText[];
}

/** An insight that changed: its texts as they are now; none when it is gone or not live any more. */
interface InsightChange {
  readonly insightId: string;
  readonly generation: number;
  readonly texts: readonly IndexText[];
}

// The plus keeps SQLite from going through all live insights by their status instead of looking the few ids up.
const textsOfLive = (which: string) => `
  SELECT i.id AS insightId, NULL AS triggerId, i.text FROM insights i WHERE +i.status = 'live' ${which}
  UNION ALL
  SELECT t.insight_id, t.id, t.phrase FROM triggers t JOIN insights i ON i.id = t.insight_id
  WHERE +i.status = 'live' ${which}
  ORDER BY 1, 2`;

/** Everything an index is built from. */
export function readIndexSource(db: Db): IndexSource {
  return db.transaction(() => ({
    generation: readGeneration(db, 'insights'),
    texts: db.prepare(textsOfLive('')).all() as IndexText[],
  }))();
}

/** All texts of all insights, also of those that are not live: they may be again. */
export function readAllTexts(db: Db): string[] {
  return db.prepare('SELECT text FROM insights UNION SELECT phrase FROM triggers').pluck().all() as string[];
}

/**
 * The insights that changed after a generation, whoever changed them, and the generation now, from one moment. Null
 * when there are more than `most`: building anew is cheaper then.
 */
export function readIndexChanges(
  db: Db,
  since: number,
  most: number,
): { generation: number; changes: InsightChange[] } | null {
  return db.transaction(() => {
    const changed = db
      .prepare(
        `SELECT insight_id AS insightId, generation FROM insight_changes
         WHERE generation > ? ORDER BY generation LIMIT ?`,
      )
      .all(since, most + 1) as { insightId: string; generation: number }[];
    if (changed.length > most) return null;
    const ids = JSON.stringify(changed.map(({ insightId }) => insightId));
    const texts = db
      .prepare(textsOfLive('AND i.id IN (SELECT value FROM json_each(@ids))'))
      .all({ ids }) as IndexText[];
    return {
      generation: readGeneration(db, 'insights'),
      changes: changed.map((change) => ({
        ...change,
        texts: texts.filter(({ insightId }) => insightId === change.insightId),
      })),
    };
  })();
}

/** Forgets that insights went which no index built at this generation holds. */
export function forgetRemovedInsights(db: Db, generation: number): void {
  db.prepare(
    'DELETE FROM insight_changes WHERE generation <= ? AND insight_id NOT IN (SELECT id FROM insights)',
  ).run(generation);
}
