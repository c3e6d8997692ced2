import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { JobFeed } from '../../../src/main/jobs/feed.ts';
import { finishJob } from '../../../src/main/db/jobs.ts';
import type { Emit, Events } from '../../../src/shared/events.ts';
import type { JobsOverview } from '../../../src/shared/job.ts';
import { MINUTE } from '../../../src/shared/time.ts';
import { aJob, claimed } from '../../fixtures/jobs.ts';
import { silentLog } from '../../fixtures/desk.ts';
import { asking, openShop, type Shop } from './harness.ts';

const overview: JobsOverview = {
  counts: [],
  holds: [],
  spending: {
    currency: 'USD',
    perUsd: 1,
    today: { spent: 0, budget: null },
    month: { spent: 0, budget: null },
  },
};

function openFeed({ desk: { db }, clock }: Shop) {
  const batches: Events['job:changed'][] = [];
  const runs: Events['job:long-run-ended'][] = [];
  let overviews = 0;
  const emit: Emit = (name, value) => {
    if (name === 'job:changed') batches.push(value as Events['job:changed']);
    if (name === 'job:long-run-ended') runs.push(value as Events['job:long-run-ended']);
    if (name === 'job:overview') overviews += 1;
  };
  const feed = new JobFeed({ db, clock, log: silentLog, emit, overview: () => overview });
  onTestFinished(() => feed.close());
  return { feed, batches, runs, overviews: () => overviews };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

it('tells many changes in few batches, each job as it is at the end of the batch', async () => {
  const shop = openShop();
  const { feed, batches } = openFeed(shop);
  const ids = Array.from({ length: 150 }, () => shop.add());
  for (const id of ids) for (let again = 0; again < 20; again += 1) feed.tell([id]);
  claimed(shop.desk.db, ids[0] ?? '', shop.clock.now());
  await until(() => expect(batches.length).toBeGreaterThan(0));
  await sleep(250);
  expect(batches).toHaveLength(1);
  const [batch] = batches;
  expect([batch?.isAll, batch?.rows.length]).toEqual([false, 150]);
  expect(batch?.rows.find(({ id }) => id === ids[0])?.state).toBe('running');
});

it('tells of jobs that were added within the transaction of another one', async () => {
  const shop = openShop();
  const before = shop.add();
  const { feed, batches } = openFeed(shop);
  const added = shop.add();
  feed.tell([]);
  await until(() => expect(batches).toHaveLength(1));
  expect(batches[0]?.rows.map(({ id }) => id)).toEqual([added]);
  expect(batches[0]?.rows.map(({ id }) => id)).not.toContain(before);
});

it('says that anything may have changed where another process did it, or too much did', async () => {
  const shop = openShop();
  const { feed, batches } = openFeed(shop);
  feed.tell('all');
  await until(() => expect(batches).toEqual([{ rows: [], isAll: true }]));
  for (let n = 0; n < 201; n += 1) shop.add();
  feed.tell([]);
  await until(() => expect(batches).toHaveLength(2));
  for (let n = 0; n < 201; n += 1) feed.tell([shop.add()]);
  await until(() => expect(batches).toHaveLength(3));
  expect(batches[2]?.isAll).toBe(true);
});

it('tells of a run that took long when it has ended, once, and of none that was short', async () => {
  const shop = openShop();
  const { db } = shop.desk;
  const { feed, runs, overviews } = openFeed(shop);
  const work = async (ms: number) => {
    const id = aJob(db, shop.clock.now());
    const claim = claimed(db, id, shop.clock.now());
    feed.tell([id]);
    const seen = overviews();
    await until(() => expect(overviews()).toBeGreaterThan(seen));
    shop.clock.advance(ms);
    finishJob(db, claim, { result: 1, write: null }, shop.clock.now());
    feed.tell([id]);
    await until(() => expect(overviews()).toBeGreaterThan(seen + 1));
  };
  await work(9 * MINUTE);
  expect(runs).toEqual([]);
  shop.clock.advance(1);
  await work(11 * MINUTE);
  expect(runs).toEqual([{ ms: 11 * MINUTE, done: 1, failed: 0 }]);
});

it('hears of every run of the worker: begun, and ended', async () => {
  const shop = openShop();
  const changed: string[] = [];
  const worker = shop.worker(asking, { onChange: (ids) => changed.push(...ids) });
  const id = shop.add();
  await worker.runOnce();
  expect(changed).toEqual([id, id]);
});
