import { beforeEach, describe, expect, it } from 'vitest';
import { budgetGate, readSpending, waitsForMoney } from '../../../src/main/jobs/budget.ts';
import { wakeJobs } from '../../../src/main/db/job-control.ts';
import { beginRequest, storeReply } from '../../../src/main/db/job-requests.ts';
import { snoozeJob } from '../../../src/main/db/jobs.ts';
import { openGates } from '../../../src/main/jobs/gates.ts';
import { waits } from '../../../src/shared/job-waits.ts';
import { defaultSettings, type Settings } from '../../../src/shared/settings.ts';
import { aJob, claimed } from '../../fixtures/jobs.ts';
import { asking, openShop, runFor, type Shop } from './harness.ts';

let shop: Shop;
let offline: Settings['offline'];
const parts = () => ({ db: shop.desk.db, clock: shop.clock, settings: () => offline });

beforeEach(() => {
  shop = openShop();
  offline = { ...defaultSettings.offline, currency: 'EUR', perUsd: 0.5 };
});

/** An answer that arrived at this moment and cost so much. */
function answered(at: number, costUsd: number | null): void {
  const { db } = shop.desk;
  const id = aJob(db, at);
  claimed(db, id, at, `owner/${id}/1`);
  const request = Number(
    beginRequest(
      db,
      { jobId: id, lease: `owner/${id}/1`, step: 's', endpoint: 'e', request: {}, atOnce: 99 },
      at,
    ),
  );
  storeReply(
    db,
    request,
    {},
    { model: null, costUsd, gpuMs: null, inputTokens: null, outputTokens: null },
    at,
  );
}

const local = (day: number, hour = 12, month = 10): number => new Date(2026, month, day, hour).getTime();
const goTo = (at: number) => shop.clock.advance(at - shop.clock.now());

it('counts what answers cost today and this month, in the currency of the operator', () => {
  goTo(local(22));
  answered(local(30, 23, 9), 16);
  answered(local(1, 0), 8);
  answered(local(21, 23), 4);
  answered(local(22, 0), 2);
  answered(local(22, 11), null);
  expect(readSpending(parts())).toMatchObject({
    currency: 'EUR',
    today: { spent: 1, budget: null },
    month: { spent: 7, budget: null },
  });
});

describe('the budget gate', () => {
  it('is open without a budget, whatever was spent', () => {
    answered(shop.clock.now(), 1_000);
    expect(budgetGate(parts())()).toEqual({ isOpen: true });
  });

  it('closes when the budget of the day is spent, until the next day begins', () => {
    goTo(local(22, 20));
    offline = { ...offline, budgetPerDay: 1 };
    answered(local(22, 19), 1.9);
    expect(budgetGate(parts())().isOpen).toBe(true);
    answered(local(22, 19), 0.1);
    expect(budgetGate(parts())()).toEqual({
      isOpen: false,
      because: waits.budgetDay,
      lookAgainMs: local(23, 0) - local(22, 20),
    });
    goTo(local(23, 0));
    expect(budgetGate(parts())().isOpen).toBe(true);
  });

  it('closes for the rest of the month where that is spent, also across a new year', () => {
    goTo(local(15, 20, 11));
    offline = { ...offline, budgetPerDay: 9, budgetPerMonth: 1 };
    answered(local(2, 10, 11), 2);
    expect(budgetGate(parts())()).toEqual({
      isOpen: false,
      because: waits.budgetMonth,
      lookAgainMs: new Date(2027, 0, 1).getTime() - local(15, 20, 11),
    });
  });

  it('of nothing lets nothing out', () => {
    offline = { ...offline, budgetPerDay: 0 };
    expect(budgetGate(parts())().isOpen).toBe(false);
  });

  it('stops what is new, sees through what is out, and lets go on the next day', async () => {
    goTo(local(22, 20));
    offline = { ...offline, budgetPerDay: 0.001 };
    const worker = shop.worker(asking, { gates: { ...openGates, spend: budgetGate(parts()) } });
    const out = shop.add();
    await worker.runOnce();
    answered(shop.clock.now(), 5);
    const held = shop.add();
    await runFor(shop, worker, 3);
    expect([shop.job(out).state, shop.job(held).state, shop.job(held).attempt]).toEqual([
      'done',
      'waiting',
      0,
    ]);
    goTo(local(23, 1));
    await runFor(shop, worker, 2);
    expect(shop.job(held).state).toBe('done');
  });
});

it('what was put off for money is due at once when the budget may have changed, and nothing else', () => {
  const { db } = shop.desk;
  const now = shop.clock.now();
  const asleep = (because: string): string => {
    const id = aJob(db, now);
    snoozeJob(db, claimed(db, id, now, `owner/${id}/1`), { runAt: now + 9_999, because }, now);
    return id;
  };
  const forMoney = asleep(waits.budgetDay);
  const atEndpoint = asleep(waits.queued);
  expect(wakeJobs(db, waitsForMoney, now)).toEqual([forMoney]);
  expect([shop.job(forMoney).runAt, shop.job(atEndpoint).runAt]).toEqual([now, now + 9_999]);
});
