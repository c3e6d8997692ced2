import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listLacking } from '../../../../src/main/answers/prepare/lacking.ts';
import { Preparation } from '../../../../src/main/answers/prepare/preparation.ts';
import { systemClock } from '../../../../src/main/clock.ts';
import type { Db } from '../../../../src/main/db/db.ts';
import { findHouseFact, saveHouseFact } from '../../../../src/main/db/house-facts.ts';
import { readJob } from '../../../../src/main/db/job-rows.ts';
import { importStarter } from '../../../../src/main/starter.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { openTestDb, silentLog } from '../../../fixtures/desk.ts';
import { workApart } from '../../jobs/work-apart.ts';

vi.setConfig({ testTimeout: 120_000 });

const slug = 'kitas-investor-price';
const child = fileURLToPath(new URL('./killed-preparer.ts', import.meta.url));
const starter = fileURLToPath(new URL('../../../../resources/starter', import.meta.url));

interface Folder {
  readonly dir: string;
  readonly db: Db;
  readonly jobs: readonly string[];
  readonly since: string;
}

/** The starter pack with a price that changed, and all three languages of its question asked for. */
function wantingFolder(): Folder {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  const { dir, db } = desk;
  const since = String(Date.now());
  importStarter(db, systemClock, starter, silentLog);
  const fact = findHouseFact(db, slug)!;
  saveHouseFact(db, { ...fact, value: { ...fact.value, en: '€1,200' } }, Date.now());
  const parts = { db, clock: systemClock, settings: () => defaultSettings, onChange: () => undefined };
  return { dir, db, jobs: new Preparation(parts).start({ intent: slug }).jobs, since };
}

/** Works on the folder in a process of its own. Returns what ended it: a signal, or nothing. */
const work = ({ dir, since }: Folder, point: string) => workApart([child, dir, point, since]);

const taken = ({ dir }: Folder) => readFileSync(join(dir, 'taken'), 'utf8').split('\n').filter(Boolean);

/** Every answer that was lacking is there once, and nothing is wanted any more. */
function expectAllPrepared({ db, jobs }: Folder): void {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  for (const id of jobs) expect(readJob(db, id)).toMatchObject({ state: 'done', leaseUntil: null });
  expect(listLacking(db, { intent: slug, variations: 3 }, Date.now())).toEqual([]);
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get();
  expect(count("SELECT count(*) FROM prepared_answers WHERE source = 'generated'")).toBe(18);
  expect(count("SELECT count(DISTINCT text) FROM prepared_answers WHERE source = 'generated'")).toBe(18);
  expect(count('SELECT count(*) FROM answer_needs')).toBe(0);
  expect(count('SELECT count(*) FROM rejected_answers')).toBe(0);
}

it.each([
  'after the claim',
  'before the request went out',
  'after its id was kept',
  'between two looks',
  'while polling',
  'after the reply came',
  'between gates and commit',
  'within the commit',
  'after the commit',
])('killed %s, the same answers are there in the end, and each request was paid once', async (point) => {
  const folder = wantingFolder();
  expect(await work(folder, point)).toBe('SIGKILL');
  expect(await work(folder, 'nowhere')).toBeNull();
  expectAllPrepared(folder);
  // A request and its repair for each language.
  expect(taken(folder)).toHaveLength(6);
});

it('killed before the id of a request is known, that one request is asked for again', async () => {
  const folder = wantingFolder();
  expect(await work(folder, 'after the endpoint took it')).toBe('SIGKILL');
  expect(await work(folder, 'nowhere')).toBeNull();
  expectAllPrepared(folder);
  expect(taken(folder)).toHaveLength(6 + 1);
});
