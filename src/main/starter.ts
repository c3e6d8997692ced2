import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importAnswers, importFacts } from './answers/import.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import { readGeneration } from './db/generations.ts';
import { importInsights } from './knowledge/exchange.ts';
import type { Log } from './log.ts';

/**
 * Gives a new data folder its first insights, house facts and prepared answers, all or nothing. A folder that ever
 * held any is left alone, also when everything in it was deleted on purpose.
 */
export function importStarter(db: Db, clock: Clock, folder: string, log: Log): void {
  const isNew = readGeneration(db, 'insights') === 0 && readGeneration(db, 'answers') === 0;
  if (!isNew || !existsSync(folder)) return;
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const startedAt = clock.now();
  db.transaction(() => {
    importInsights(db, clock, read('insights.jsonl'), 'starter');
    importFacts(db, clock, read('house-facts.jsonl'));
    importAnswers(db, clock, read('intents.jsonl'), 'starter');
  })();
  log.info({ ms: clock.now() - startedAt }, 'starter pack imported');
}
