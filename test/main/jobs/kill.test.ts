import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listRequests, readJob } from '../../../src/main/db/job-rows.ts';
import type { Db } from '../../../src/main/db/db.ts';
import { openTestDb } from '../../fixtures/desk.ts';
import { enqueue } from '../../../src/main/jobs/queue.ts';
import { sampleSpec } from '../../fixtures/jobs.ts';
import { messagesOf } from './killed-process.ts';
import { workApart } from './work-apart.ts';

vi.setConfig({ testTimeout: 120_000 });

const child = fileURLToPath(new URL('./killed-worker.ts', import.meta.url));

interface Folder {
  readonly dir: string;
  readonly db: Db;
  readonly ids: readonly string[];
}

/** A data folder with jobs that ask twice each and then write one row. */
function folderWith(jobs: number, maxAttempts = 3): Folder {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  const { dir, db } = desk;
  db.exec('CREATE TABLE made (n INTEGER, text TEXT)');
  const ids = Array.from(
    { length: jobs },
    (_, n) => enqueue(db, { ...sampleSpec, maxAttempts }, { payload: { n } }, Date.now()).id,
  );
  return { dir, db, ids };
}

interface Work {
  /** Where the process kills itself; nowhere, unless it is given. */
  readonly point?: string;
  readonly role?: 'owner' | 'guest';
  readonly slots?: number;
  /** Begins when so many processes are there. */
  readonly parties?: number;
  /** When it is killed from outside. */
  readonly afterMs?: number;
}

/** Works on the folder in a process of its own. Returns what ended it: a signal, or nothing. */
function work({ dir }: Folder, how: Work): Promise<NodeJS.Signals | null> {
  const { point = 'nowhere', role = 'owner', slots = 1, parties = 1, afterMs } = how;
  return workApart([child, dir, point, role, String(slots), String(parties)], afterMs);
}

function lines({ dir }: Folder, name: string): string[] {
  const file = join(dir, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

const answers = (n: number) => [`${n} generate`, `${n} repair`];

/** Everything is done once, whatever happened on the way. */
function expectAllDone({ db, ids }: Folder): void {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  for (const [n, id] of ids.entries())
    expect(readJob(db, id)).toMatchObject({ state: 'done', result: answers(n), leaseUntil: null });
  const made = db.prepare('SELECT n, text FROM made ORDER BY n').all();
  expect(made).toEqual(ids.map((_, n) => ({ n, text: `${n} repair` })));
}

/** What the endpoint took, without its ids. */
const taken = (folder: Folder) =>
  lines(folder, 'taken')
    .map((line) => messagesOf(line).at(-1)?.content ?? '')
    .sort();
const everythingOnce = (jobs: number) => Array.from({ length: jobs }, (_, n) => answers(n)).flat();

it.each([
  'after the claim',
  'before the request went out',
  'after its id was kept',
  'between two looks',
  'while polling',
  'after the reply came',
  'after the reply was kept',
  'between gates and commit',
  'within the commit',
  'after the commit',
])('a worker killed %s goes on to the same end, and the endpoint is asked nothing twice', async (point) => {
  const folder = folderWith(2);
  expect(await work(folder, { point })).toBe('SIGKILL');
  expect(await work(folder, {})).toBeNull();
  expectAllDone(folder);
  expect(taken(folder)).toEqual(everythingOnce(2));
  // The kill is seen: but for one between two runs, it cost the attempt that it ended.
  const errors = folder.ids.flatMap((id) => readJob(folder.db, id).errors);
  const isBetween = ['between two looks', 'after the commit'].includes(point);
  expect(errors.length).toBeGreaterThanOrEqual(isBetween ? 0 : 1);
  expect(errors.length).toBeLessThanOrEqual(2);
});

it('a worker killed between the endpoint’s taking a request and its id asks that one again, once, and says so', async () => {
  const folder = folderWith(2);
  expect(await work(folder, { point: 'after the endpoint took it' })).toBe('SIGKILL');
  expect(await work(folder, {})).toBeNull();
  expectAllDone(folder);
  const lost = folder.ids
    .flatMap((id) => listRequests(folder.db, id))
    .filter(({ state }) => state === 'lost');
  expect(lost[0]).toMatchObject({
    remoteId: null,
    fault: expect.stringContaining('The endpoint may have it'),
  });
  const asked = taken(folder);
  expect([...new Set(asked)]).toEqual(everythingOnce(2));
  expect(lost).toHaveLength(1);
  expect(asked.length).toBe(4 + 1);
});

it('killed again and again, it comes to the same end as long as attempts are left', async () => {
  const folder = folderWith(1);
  for (const point of ['while polling', 'within the commit'])
    expect(await work(folder, { point })).toBe('SIGKILL');
  expect(await work(folder, {})).toBeNull();
  expectAllDone(folder);
  expect(taken(folder)).toEqual(everythingOnce(1));
  expect(readJob(folder.db, folder.ids[0]!)).toMatchObject({ attempt: 3, maxAttempts: 3 });
});

it('killed at any moment with much in flight, it asks again only what it cannot know of', async () => {
  const folder = folderWith(30, 99);
  let kills = 0;
  for (let turn = 0; turn < 8; turn += 1) {
    const ended = await work(folder, { slots: 8, afterMs: 150 + turn * 17 + Math.random() * 60 });
    if (ended === 'SIGKILL') kills += 1;
  }
  expect(await work(folder, { slots: 8 })).toBeNull();
  expect(kills).toBeGreaterThan(0);
  expectAllDone(folder);
  const lost = folder.ids
    .flatMap((id) => listRequests(folder.db, id))
    .filter(({ state }) => state === 'lost');
  const asked = taken(folder);
  expect([...new Set(asked)]).toEqual(everythingOnce(30).sort());
  expect(asked.length).toBeLessThanOrEqual(60 + lost.length);
});

it('several processes on one data folder never run a job at the same time, and none twice', async () => {
  const folder = folderWith(40);
  const roles = ['owner', 'guest', 'guest'] as const;
  expect(await Promise.all(roles.map((role) => work(folder, { role, slots: 8, parties: 3 })))).toEqual([
    null,
    null,
    null,
  ]);
  expectAllDone(folder);
  const workers = new Set(lines(folder, 'taken').map((line) => line.split('-')[0]));
  expect(workers.size).toBeGreaterThan(1);
  expect(taken(folder)).toEqual(everythingOnce(40).sort());
  expect(folder.ids.map((id) => readJob(folder.db, id)).filter(({ attempt }) => attempt !== 1)).toEqual([]);
  const running = new Set<string>();
  const together = lines(folder, 'runs').filter((line) => {
    const [what, id = ''] = line.split(' ');
    if (what === 'end') return !running.delete(id);
    const isRunning = running.has(id);
    running.add(id);
    return isRunning;
  });
  expect(together).toEqual([]);
});
