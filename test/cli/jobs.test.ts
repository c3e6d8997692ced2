import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { failJob, finishJob } from '../../src/main/db/jobs.ts';
import { readJob } from '../../src/main/db/job-rows.ts';
import { openDb } from '../../src/main/db/open.ts';
import type { Db } from '../../src/main/db/db.ts';
import type { Job } from '../../src/shared/job.ts';
import { aJob, claimed } from '../fixtures/jobs.ts';
import { furnishFolder, openOwner, openTestDesk, type TestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder();
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

/** A folder with a job that waits, one that is done and one that failed. */
function deskWithJobs(): TestDesk & { db: Db; waiting: string; done: string; failed: string } {
  const desk = openTestDesk({}, furnished);
  const db = openDb({ file: join(desk.dataDir, 'jiwa.db') });
  onTestFinished(() => void db.close());
  const now = Date.now();
  const done = aJob(db, now);
  finishJob(db, claimed(db, done, now), { result: { insights: 9 }, write: null }, now);
  const failed = aJob(db, now);
  failJob(db, claimed(db, failed, now), { error: 'The answer made no sense.', retryAt: null }, now);
  const waiting = aJob(db, now, { window: 'night', key: 'batch-7' });
  return { ...desk, db, waiting, done, failed };
}

it('lists jobs, as text and as JSON', async () => {
  const { jiwa, waiting, done, failed } = deskWithJobs();
  const text = await jiwa(['jobs', 'list']);
  expect(text.code).toBe(0);
  expect(text.stdout).toContain(`${done.slice(-12)}  done`);
  expect(text.stdout).toContain('The answer made no sense.');
  expect(text.stdout).toContain('for night');
  expect(text.stdout).toContain('1 waiting, 0 running, 1 done, 1 failed, 0 cancelled.');
  const json = (await jiwa(['jobs', 'list', '--json'])).json() as Job[];
  expect(json.map(({ id }) => id)).toEqual([waiting, failed, done]);
  const some = await jiwa([
    'jobs',
    'list',
    '--state',
    'failed',
    'done',
    '--kind',
    'sample',
    '-n',
    '1',
    '--json',
  ]);
  expect((some.json() as Job[]).map(({ id }) => id)).toEqual([failed]);
});

it('shows one job with its timeline, by the end of its id', async () => {
  const { jiwa, failed } = deskWithJobs();
  const text = await jiwa(['jobs', 'show', failed.slice(-12)]);
  expect(text.stdout).toMatch(/state +failed, The answer made no sense\./);
  expect(text.stdout).toMatch(/attempt 1 +The answer made no sense\./);
  const json = await jiwa(['jobs', 'show', failed, '--json']);
  expect(json.json()).toMatchObject({ id: failed, state: 'failed', requests: [], timeline: { length: 4 } });
  const unknown = await jiwa(['jobs', 'show', 'zzz', '--json']);
  expect(unknown.code).toBe(3);
  expect(unknown.json()).toMatchObject({ error: { code: 'not_found' } });
});

it('cancels and tries again, and refuses what cannot be', async () => {
  const { jiwa, db, waiting, done, failed } = deskWithJobs();
  expect((await jiwa(['jobs', 'cancel', waiting])).stdout).toBe(`The job sample ${waiting} was cancelled.\n`);
  expect(readJob(db, waiting).state).toBe('cancelled');
  expect((await jiwa(['jobs', 'retry', failed, '--json'])).json()).toMatchObject({
    state: 'waiting',
    attempt: 0,
  });
  const refused = await jiwa(['jobs', 'retry', done]);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('cannot be tried again: it is done');
});

it('says of which jobs it does not know how to run them, and leaves them', async () => {
  const { jiwa, db, waiting } = deskWithJobs();
  const ran = await jiwa(['jobs', 'run', '--wait']);
  expect([ran.code, ran.stdout]).toEqual([
    0,
    '0 runs. 1 waiting, 0 running, 1 done, 1 failed, 0 cancelled.\n',
  ]);
  expect(ran.stderr).toBe('1 job waits that this version does not know how to run.\n');
  expect(readJob(db, waiting)).toMatchObject({ state: 'waiting', attempt: 0 });
});

it('watches until nothing is left', async () => {
  const { start, db, waiting } = deskWithJobs();
  const watching = start(['jobs', 'watch', '--json']);
  const lines: string[] = [];
  watching.stdout?.on('data', (text: Buffer) => lines.push(...String(text).split('\n').filter(Boolean)));
  await vi.waitFor(() => expect(lines).toHaveLength(1), { timeout: 60_000 });
  finishJob(db, claimed(db, waiting, Date.now()), { result: 1, write: null }, Date.now());
  const [code] = (await once(watching, 'close')) as [number];
  expect(code).toBe(0);
  expect(lines.map((line) => (JSON.parse(line) as Job).state)).toEqual(['waiting', 'done']);
});

it('may be interrupted while it watches', async () => {
  const { start } = deskWithJobs();
  const watching = start(['jobs', 'watch']);
  await once(watching.stdout!, 'data');
  watching.kill('SIGINT');
  expect(await once(watching, 'close')).toEqual([130, null]);
});

it('works beside the running app, which hears of it', async () => {
  const { jiwa, db, dataDir, failed } = deskWithJobs();
  const core = await openOwner(dataDir);
  try {
    const bell = () => statSync(join(dataDir, 'jobs.bell')).mtimeMs;
    const before = bell();
    expect((await jiwa(['jobs', 'retry', failed])).code).toBe(0);
    expect(bell()).toBeGreaterThan(before);
    expect(readJob(db, failed).state).toBe('waiting');
  } finally {
    await core.close();
  }
});
