import { afterEach, beforeEach, expect, it } from 'vitest';
import { cancelJob, hastenJob } from '../../../src/main/db/job-control.ts';
import { countActive, countByKind, pageOfJobs, readJobRows } from '../../../src/main/db/job-list.ts';
import { readJob } from '../../../src/main/db/job-rows.ts';
import { failJob, snoozeJob } from '../../../src/main/db/jobs.ts';
import { HOUR } from '../../../src/shared/time.ts';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { aJob, claimed } from '../../fixtures/jobs.ts';

const NOW = 10 ** 9;
let desk: TestDb;
beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

it('pages through the jobs of a state, newest first, none twice and none left out', () => {
  const { db } = desk;
  // Many of one moment: only the id tells them apart.
  const ids = Array.from({ length: 25 }, (_, n) => aJob(db, NOW + Math.floor(n / 10)));
  const cancelled = aJob(db, NOW);
  cancelJob(db, cancelled, NOW);
  const seen: string[] = [];
  for (let before = null as { createdAt: number; id: string } | null; ;) {
    const { rows, hasMore } = pageOfJobs(db, { state: 'waiting', kind: null, before, limit: 7 });
    seen.push(...rows.map(({ id }) => id));
    before = rows.at(-1) ?? null;
    if (!hasMore) break;
  }
  expect(seen).toHaveLength(25);
  expect(new Set(seen)).toEqual(new Set(ids));
  expect(pageOfJobs(db, { state: 'waiting', kind: 'other', before: null, limit: 7 }).rows).toEqual([]);
  expect(pageOfJobs(db, { state: 'cancelled', kind: 'sample', before: null, limit: 7 }).rows).toEqual([
    expect.objectContaining({ id: cancelled, kind: 'sample', finishedAt: NOW }),
  ]);
});

it('shows the last error of a job, and counts jobs by kind and state', () => {
  const { db } = desk;
  const id = aJob(db, NOW);
  failJob(db, claimed(db, id, NOW, 'owner/1/1'), { error: 'first', retryAt: NOW }, NOW);
  failJob(db, claimed(db, id, NOW, 'owner/1/2'), { error: 'second', retryAt: null }, NOW);
  aJob(db, NOW);
  expect(readJobRows(db, [id, 'gone'])).toEqual([
    expect.objectContaining({ id, state: 'failed', lastError: 'second', attempt: 2, costUsd: 0 }),
  ]);
  expect(countByKind(db)).toEqual([
    { kind: 'sample', state: 'failed', n: 1 },
    { kind: 'sample', state: 'waiting', n: 1 },
  ]);
});

it('lets a waiting job begin at once, before others, whatever window it was for; and no other', () => {
  const { db } = desk;
  aJob(db, NOW);
  const night = aJob(db, NOW, { window: 'night', runAt: NOW + HOUR });
  hastenJob(db, night, NOW);
  expect(readJob(db, night)).toMatchObject({ window: 'now', runAt: NOW, priority: 0 });
  claimed(db, night, NOW);
  expect(() => hastenJob(db, night, NOW)).toThrow('it is running');
  expect(() => hastenJob(db, 'nobody', NOW)).toThrow('There is no job');
});

it('counts as active what runs, has something out, or begins soon', () => {
  const { db } = desk;
  aJob(db, NOW, { runAt: NOW + HOUR });
  expect(countActive(db, NOW)).toBe(0);
  const id = aJob(db, NOW);
  expect(countActive(db, NOW)).toBe(1);
  const claim = claimed(db, id, NOW);
  expect(countActive(db, NOW)).toBe(1);
  snoozeJob(db, claim, { runAt: NOW + HOUR, because: 'x' }, NOW);
  expect(countActive(db, NOW)).toBe(0);
});
