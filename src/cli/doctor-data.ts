import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { backupPath } from '../main/backup/backup.ts';
import { systemClock } from '../main/clock.ts';
import type { Db } from '../main/db/db.ts';
import { readGeneration } from '../main/db/generations.ts';
import { findIndexesOutOfStep, quickCheck } from '../main/db/health.ts';
import { listHouseFacts } from '../main/db/house-facts.ts';
import { countLiveInsights } from '../main/db/insights.ts';
import { schemaVersion } from '../main/db/migrate.ts';
import { openDb } from '../main/db/open.ts';
import { builtinEmbedder } from '../main/knowledge/embed/builtin.ts';
import { checkIndexFolder } from '../main/knowledge/index/folder.ts';
import { openLexicon } from '../main/text/lexicon/lexicon.ts';
import { DeskError } from '../shared/fault.ts';
import type { Settings } from '../shared/settings.ts';
import { resourcesDir } from './desk.ts';
import { fail, ok, warn, type Check } from './doctor-check.ts';

/** The database, its full-text indexes, the cultural index, the house facts. Nothing is created where nothing is. */
export async function checkData(dataDir: string, settings: Settings): Promise<Check[]> {
  const file = join(dataDir, 'jiwa.db');
  if (!existsSync(file)) return [ok('database', 'none yet; the first use makes it')];
  let db: Db;
  try {
    const now = systemClock.now();
    db = openDb({ file, backupPath: (version) => backupPath(dataDir, version, now) });
  } catch (error) {
    return [unopened(error)];
  }
  try {
    return [
      checkDatabase(db),
      checkFullText(db),
      await checkIndex(db, join(dataDir, 'index'), settings),
      checkFacts(db, systemClock.now()),
    ];
  } catch (error) {
    return [unopened(error)];
  } finally {
    db.close();
  }
}

const fromBackup = 'Close the app and put the newest copy from the backups folder in its place.';

function unopened(error: unknown): Check {
  if (error instanceof DeskError) return fail('database', error.message, 'Nothing was changed.');
  return fail(
    'database',
    `It cannot be read (${error instanceof Error ? error.message : 'unknown'}).`,
    fromBackup,
  );
}

function checkDatabase(db: Db): Check {
  const [finding] = quickCheck(db);
  if (finding === undefined) return ok('database', `sound, version ${schemaVersion(db)}`);
  return fail('database', `It is damaged: ${finding}.`, fromBackup);
}

function checkFullText(db: Db): Check {
  const broken = findIndexesOutOfStep(db);
  if (broken.length === 0) return ok('full-text search', 'in step with the data');
  return fail('full-text search', `${broken.join(', ')} misses rows or has too many.`, fromBackup);
}

async function checkIndex(db: Db, dir: string, { embedder }: Settings): Promise<Check> {
  const name = 'cultural index';
  const todo = 'The app rebuilds it by itself; `index rebuild` does it now.';
  const kept = checkIndexFolder(dir);
  if (!kept) {
    if (countLiveInsights(db) === 0) return ok(name, 'no insights yet');
    return warn(name, 'It is missing or damaged; search goes by words alone.', todo);
  }
  const { vectors, insights, embedder: madeBy, generation } = kept;
  const expected =
    embedder.kind === 'builtin' ? builtinEmbedder(openLexicon(join(resourcesDir, 'lexicon'))).id : madeBy;
  if (madeBy !== expected)
    return warn(name, `It was built by ${madeBy}, the settings say ${expected}.`, todo);
  if (generation !== readGeneration(db, 'insights'))
    return warn(name, 'It is older than the insights.', todo);
  return ok(name, `${insights} insights, ${vectors} vectors by ${madeBy}`);
}

function checkFacts(db: Db, now: number): Check {
  const facts = listHouseFacts(db);
  const expired = facts.filter(({ validUntil }) => validUntil !== null && validUntil < now);
  if (expired.length === 0) return ok('house facts', `${facts.length}, none expired`);
  const which = expired.map(({ slug }) => slug).join(', ');
  const finding = `Expired and said to nobody: ${which}.`;
  return warn('house facts', finding, 'Import them anew with `facts import`.');
}
