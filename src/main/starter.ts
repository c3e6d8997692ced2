import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importAnswers, importFacts } from './answers/import.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import { countInsights } from './db/insights.ts';
import { importInsights } from './knowledge/import.ts';
import type { Log } from './log.ts';

/** Gives a new data folder its first insights, house facts and prepared answers. An existing one is left alone. */
export function importStarter(db: Db, clock: Clock, folder: string, log: Log): void {
  if (countInsights(db) > 0 || !existsSync(folder)) return;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const startedAt = clock.now();
  db.transaction(() => {
    importInsights(db, clock, read('insights.jsonl'), 'starter');
    importFacts(db, clock, read('house-facts.jsonl'));
    importAnswers(db, clock, read('intents.jsonl'), 'starter');
  })();
  log.info({ ms: clock.now() - startedAt, insights: countInsights(db) }, 'starter pack imported');
}
