import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { retryJob } from '../../../src/main/db/job-control.ts';
import { openDb } from '../../../src/main/db/open.ts';
import { LlamaFault } from '../../../src/main/llama/fault.ts';
import { recordingLog, type TestDb } from '../../fixtures/desk.ts';
import { aJob, doneAtOnce, sampleKind } from '../../fixtures/jobs.ts';
import { fakeEndpoint } from './fake-endpoint.ts';
import { asking, openShop, runFor, type Shop, untilEnded } from './harness.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop();
});

/** Waits until a real worker has brought it about. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

const writeTwice = (db: TestDb['db']) => {
  db.exec('INSERT INTO made VALUES (1)');
  db.exec('INSERT INTO made VALUES (1)');
};

describe('outcomes', () => {
  it('are done, together with what the job wrote', async () => {
    shop.desk.db.exec('CREATE TABLE made (n INTEGER)');
    const worker = shop.worker(
      sampleKind(async ({ payload, report }) => {
        report({ done: payload.n });
        const write = (db: TestDb['db']) => void db.prepare('INSERT INTO made VALUES (?)').run(payload.n);
        return { kind: 'done', result: { n: payload.n }, write };
      }),
    );
    const id = shop.add({ payload: { n: 4 } });
    expect(await worker.runOnce()).toBe(1);
    expect(shop.job(id)).toMatchObject({
      state: 'done',
      result: { n: 4 },
      progress: { done: 4 },
      attempt: 1,
    });
    expect(shop.desk.db.prepare('SELECT n FROM made').pluck().all()).toEqual([4]);
  });

  it('are failures that are tried again later and later, and then stay', async () => {
    const worker = shop.worker(sampleKind(() => Promise.reject(new TypeError('It has no name.'))));
    const id = shop.add();
    await worker.runOnce();
    expect(shop.job(id)).toMatchObject({ state: 'waiting', attempt: 1, runAt: shop.clock.now() + 3_750 });
    expect(await worker.runOnce()).toBe(0);
    await runFor(shop, worker, 5);
    expect(shop.job(id)).toMatchObject({ state: 'failed', attempt: 3 });
    expect(shop.job(id).errors.map(({ error }) => error)).toEqual(
      Array(3).fill('TypeError: It has no name.'),
    );
    retryJob(shop.desk.db, id, shop.clock.now());
    await worker.runOnce();
    expect(shop.job(id)).toMatchObject({ state: 'waiting', attempt: 1, errors: { length: 4 } });
  });

  it('fail where what they write cannot be written, and leave nothing of it', async () => {
    shop.desk.db.exec('CREATE TABLE made (n INTEGER UNIQUE)');
    const worker = shop.worker(sampleKind(async () => ({ kind: 'done', write: writeTwice })));
    const id = shop.add();
    await worker.runOnce();
    expect(shop.job(id)).toMatchObject({
      state: 'waiting',
      errors: [{ error: expect.stringContaining('UNIQUE') }],
    });
    expect(shop.desk.db.prepare('SELECT n FROM made').all()).toEqual([]);
  });

  it('are final for a payload that is none of the kind', async () => {
    const id = shop.add();
    shop.desk.db.prepare(`UPDATE jobs SET payload = '{"n":"many"}' WHERE id = ?`).run(id);
    await shop.worker(sampleKind(doneAtOnce)).runOnce();
    expect(shop.job(id)).toMatchObject({
      state: 'failed',
      errors: [{ error: expect.stringContaining('n: ') }],
    });
  });

  it('cost no attempt when they put the job off', async () => {
    const worker = shop.worker(
      sampleKind(async () => ({ kind: 'snooze', ms: 1_000, because: 'The GPU is cold.' })),
    );
    const id = shop.add();
    await runFor(shop, worker, 20);
    expect(shop.job(id)).toMatchObject({
      state: 'waiting',
      attempt: 0,
      waitsFor: 'The GPU is cold.',
      errors: [],
    });
  });
});

describe('a started worker', () => {
  const real = { now: () => Date.now() };

  it('has no timer while nothing waits, and one when something does', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    try {
      const worker = shop.worker(sampleKind(doneAtOnce), { clock: real });
      worker.start();
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      expect(timers).not.toHaveBeenCalled();
      aJob(shop.desk.db, Date.now() + 60_000, {});
      worker.nudge();
      await new Promise(setImmediate);
      await new Promise(setImmediate);
      expect(timers.mock.calls.map(([, ms]) => Number(ms) > 50_000)).toEqual([true]);
    } finally {
      timers.mockRestore();
    }
  });

  it('works until nothing is left, without being asked again', async () => {
    shop.endpoint = fakeEndpoint({ after: 2 });
    const worker = shop.worker(asking, { clock: real });
    worker.start();
    const ids = Array.from({ length: 6 }, () => aJob(shop.desk.db, Date.now()));
    worker.nudge();
    await until(() => expect(ids.filter((id) => shop.job(id).state !== 'done')).toEqual([]));
    expect(shop.endpoint.taken.size).toBe(6);
  });

  it('gives signs of life for what takes longer than its lease', async () => {
    const over = new EventEmitter();
    const kind = sampleKind(() => once(over, 'end').then(doneAtOnce), { leaseMs: 90 });
    const id = aJob(shop.desk.db, Date.now());
    shop.worker(kind, { clock: real }).start();
    await until(() => expect(shop.job(id).state).toBe('running'));
    const other = shop.worker(kind, { clock: real, role: 'guest' });
    for (let look = 0; look < 10; look += 1) {
      await sleep(30);
      await other.runOnce();
      expect(shop.job(id)).toMatchObject({ state: 'running', attempt: 1, errors: [] });
    }
    over.emit('end');
    await until(() => expect(shop.job(id).state).toBe('done'));
  });

  it('begins at once what the owner before it left running, and leaves alone what a guest runs', async () => {
    const [before, guest] = (['owner', 'guest'] as const).map((role) =>
      shop.worker(untilEnded, { role, slots: 1 }),
    );
    const [mine, theirs] = [shop.add(), shop.add()];
    void before?.runOnce();
    void guest?.runOnce();
    expect([shop.job(mine).state, shop.job(theirs).state]).toEqual(['running', 'running']);
    shop.worker(sampleKind(doneAtOnce)).start();
    await until(() => expect(shop.job(mine)).toMatchObject({ state: 'done', attempt: 2 }));
    expect(shop.job(theirs)).toMatchObject({ state: 'running', attempt: 1 });
  });

  it('that is stopped puts off what it runs, without cost, and claims nothing more', async () => {
    const worker = shop.worker(untilEnded, { slots: 1 });
    const [id, next] = [shop.add(), shop.add()];
    worker.start();
    await until(() => expect(shop.job(id).state).toBe('running'));
    await worker.stop();
    expect(shop.job(id)).toMatchObject({
      state: 'waiting',
      attempt: 0,
      errors: [],
      waitsFor: 'The app was closed.',
    });
    expect(shop.job(next)).toMatchObject({ state: 'waiting', startedAt: null });
  });

  it('keeps going where its database refuses once', async () => {
    const { log, lines } = recordingLog();
    const other = openDb({ file: `${shop.desk.dir}/jiwa.db` });
    shop.desk.db.pragma('busy_timeout = 1');
    const worker = shop.worker(sampleKind(doneAtOnce), { log });
    const id = shop.add();
    other.exec('BEGIN IMMEDIATE');
    worker.start();
    await until(() => expect(lines.some(({ level }) => level === 'error')).toBe(true));
    other.exec('COMMIT');
    other.close();
    worker.nudge();
    await until(() => expect(shop.job(id).state).toBe('done'));
  });
});

it('writes no payload, prompt or answer to the log', async () => {
  const { log, lines } = recordingLog();
  const worker = shop.worker(asking, { log });
  shop.add({ payload: { n: 424_242 } });
  shop.endpoint.starts.push(() => Promise.reject(new LlamaFault('server_error', 'secret words')));
  await runFor(shop, worker, 5);
  expect(lines.length).toBeGreaterThan(2);
  expect(JSON.stringify(lines)).not.toMatch(/424242|Nyepi|secret words/);
});
