import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openGates, type Gates, type Standing } from '../../../src/main/jobs/gates.ts';
import { enqueue } from '../../../src/main/jobs/queue.ts';
import { doneAtOnce, sampleKind, sampleSpec } from '../../fixtures/jobs.ts';
import { asking, openShop, runFor, type Shop } from './harness.ts';

let shop: Shop;
beforeEach(() => {
  shop = openShop();
});

/** Waits until a real worker has brought it about. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });

const gatesWith = (changes: Partial<Gates>): Gates => ({ ...openGates, ...changes });

describe('gates', () => {
  const shut: Standing = { isOpen: false, because: 'Not now.', lookAgainMs: 1_000 };
  const local = sampleKind(doneAtOnce, { name: 'local', isLocal: true });

  it.each<[string, Partial<Gates>]>([
    ['power', { begin: () => shut }],
    ['the budget', { spend: () => shut }],
    ['the window', { windows: { ...openGates.windows, now: () => shut } }],
  ])('hold back what is new for %s, and see through what is out', async (_what, changes) => {
    let gates = openGates;
    const live: Gates = {
      awake: () => gates.awake(),
      begin: () => gates.begin(),
      spend: () => gates.spend(),
      windows: {
        now: () => gates.windows.now(),
        idle: () => gates.windows.idle(),
        night: () => gates.windows.night(),
      },
    };
    const worker = shop.worker(asking, { gates: live });
    const begun = shop.add();
    await worker.runOnce();
    gates = gatesWith(changes);
    const fresh = shop.add();
    await runFor(shop, worker, 3);
    expect([shop.job(begun).state, shop.job(fresh).state, shop.endpoint.taken.size]).toEqual([
      'done',
      'waiting',
      1,
    ]);
    gates = openGates;
    await runFor(shop, worker, 2);
    expect(shop.job(fresh).state).toBe('done');
  });

  it('let local jobs run when the budget is spent, and where no endpoint is set', async () => {
    const worker = shop.worker(asking, {
      kinds: [asking, local],
      gates: gatesWith({ spend: () => shut }),
      endpoint: () => null,
    });
    const held = shop.add();
    const { id } = enqueue(
      shop.desk.db,
      { ...sampleSpec, name: 'local' },
      { payload: { n: 1 } },
      shop.clock.now(),
    );
    await worker.runOnce();
    expect([shop.job(id).state, shop.job(held)]).toEqual([
      'done',
      expect.objectContaining({ state: 'waiting', attempt: 0 }),
    ]);
  });

  it('stop everything while the machine sleeps', async () => {
    let awake: Standing = { isOpen: false, because: 'The machine sleeps.', lookAgainMs: null };
    const worker = shop.worker(sampleKind(doneAtOnce), { gates: gatesWith({ awake: () => awake }) });
    const id = shop.add();
    worker.start();
    await sleep(30);
    expect(shop.job(id).state).toBe('waiting');
    awake = { isOpen: true };
    worker.nudge();
    await until(() => expect(shop.job(id).state).toBe('done'));
  });

  it('are looked at again by themselves', async () => {
    let looks = 0;
    const night = (): Standing =>
      (looks += 1) > 4 ? { isOpen: true } : { isOpen: false, because: 'It is day.', lookAgainMs: 25 };
    const gates = gatesWith({ windows: { ...openGates.windows, night } });
    const worker = shop.worker(local, { gates });
    enqueue(
      shop.desk.db,
      { ...sampleSpec, name: 'local' },
      { payload: { n: 1 }, window: 'night' },
      shop.clock.now(),
    );
    worker.start();
    await until(() => expect(shop.desk.db.prepare('SELECT state FROM jobs').pluck().get()).toBe('done'));
  });
});
