import type { SignalLanguage } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { readGeneration } from './generations.ts';
import { statement } from './statement.ts';

/** An insight as novelty is judged against it, whatever its status: what was rejected must not come back. */
export interface KnownInsight {
  readonly id: string;
  readonly slug: string;
  readonly language: SignalLanguage;
  readonly text: string;
  readonly triggers: readonly string[];
}

/** What changed after a generation: the insights as they are, and the ids of all that changed, gone ones included. */
export interface KnownChanges {
  readonly generation: number;
  readonly changed: readonly string[];
}

export function readChangedIds(db: Db, after: number): KnownChanges {
  return db.transaction(() => ({
    generation: readGeneration(db, 'insights'),
    changed: statement<[number], { id: string }>(
      db,
      'SELECT insight_id AS id FROM insight_changes WHERE generation > ? ORDER BY generation',
    )
      .all(after)
      .map(({ id }) => id),
  }))();
}

export function readKnown(db: Db, ids: readonly string[]): KnownInsight[] {
  return statement<[string], Omit<KnownInsight, 'triggers'> & { triggers: string }>(
    db,
    `SELECT i.id, i.slug, i.language, i.text,
         (SELECT json_group_array(phrase) FROM (SELECT phrase FROM triggers WHERE insight_id = i.id ORDER BY seq)) AS triggers
       FROM insights AS i WHERE i.id IN (SELECT value FROM json_each(?)) ORDER BY i.seq`,
  )
    .all(JSON.stringify(ids))
    .map((row) => ({ ...row, triggers: JSON.parse(row.triggers) as string[] }));
}
