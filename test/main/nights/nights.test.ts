import { describe, expect, it } from 'vitest';
import { readJob } from '../../../src/main/db/job-rows.ts';
import { cancelJob, retryJob } from '../../../src/main/db/job-control.ts';
import { deleteClientRow } from '../../../src/main/db/clients.ts';
import { enqueue } from '../../../src/main/jobs/queue.ts';
import { DAY, HOUR } from '../../../src/shared/time.ts';
import { dumpOf } from '../../fixtures/nights.ts';
import { openNightShop, type NightShop } from './night-shop.ts';

/** To three o’clock of the next local day in Bali. */
function toNextNight({ clock }: NightShop): void {
  const three = 19 * HOUR;
  clock.advance(DAY - ((((clock.now() % DAY) - three + DAY) % DAY) - 1));
}

const states = (shop: NightShop) => shop.nights.list().nights.map(({ state }) => state);

describe('a night', () => {
  it('that failed, or that another process took back, is told to the screen at the next look', async () => {
    const shop = openNightShop();
    shop.talk();
    shop.nights.start();
    const { id, jobId } = shop.nights.run();
    cancelJob(shop.desk.db, jobId ?? '', shop.clock.now());
    shop.nights.soon();
    await new Promise((resolve) => setImmediate(resolve));
    shop.nights.stop();
    expect(shop.told.at(-1)).toMatchObject({ id, state: 'failed' });
  });

  it('that was due learns from what was said, says what it did, and is seen once', async () => {
    const shop = openNightShop();
    shop.nights.look();
    const [first, second] = [shop.talk(), shop.talk()];
    toNextNight(shop);
    const id = shop.nights.look() ?? '';
    expect(shop.nights.show(id)).toMatchObject({
      night: { state: 'running', conversations: 2 },
      report: null,
    });
    await shop.work();
    expect(shop.learnt).toEqual([first, second]);
    expect(shop.backups).toHaveLength(1);
    expect(shop.nights.show(id)).toMatchObject({
      night: {
        state: 'done',
        localDate: '2026-11-23',
        counts: { insights: 1 },
        seenAt: null,
        isUndoable: true,
      },
      report: {
        groups: [{ group: 'insights', items: [{ text: 'Signal of 2026-11-23, 2' }] }],
        failures: [],
        cost: { amount: 0.5, currency: 'USD', requests: 1 },
      },
    });
    expect(shop.nights.seen(id).seenAt).toBe(shop.clock.now());
    expect(shop.told.map(({ state }) => state)).toEqual(['running', 'running', 'done', 'done']);
  });

  it('is put back whole, and what it learnt from is not learnt from again by itself', async () => {
    const shop = openNightShop();
    shop.talk();
    const before = dumpOf(shop.desk.db);
    const { id } = shop.nights.run();
    await shop.work();
    expect(dumpOf(shop.desk.db)).not.toEqual(before);
    expect(shop.nights.undo(id)).toMatchObject({ kept: [], night: { state: 'undone', isUndoable: false } });
    expect(dumpOf(shop.desk.db)).toEqual(before);
    const later = shop.talk();
    shop.nights.run();
    await shop.work();
    expect(shop.learnt.slice(1)).toEqual([later]);
    expect(() => shop.nights.undo(id)).toThrow(/is undone: there is nothing to undo/);
  });

  it('of a day is done again when it is asked for by its date, but not twice', async () => {
    const shop = openNightShop();
    const said = shop.talk();
    const { id } = shop.nights.run('2026-11-21');
    await shop.work();
    expect(() => shop.nights.run('2026-11-21')).toThrow(/is done. To do it again, undo it first/);
    expect(() => shop.nights.run('2026-12-21')).toThrow(/is not here yet/);
    shop.nights.undo(id);
    expect(shop.nights.run('2026-11-21').id).toBe(id);
    await shop.work();
    expect(shop.learnt).toEqual([said, said]);
    expect(shop.nights.show(id).night).toMatchObject({ state: 'done', kept: 0 });
  });

  it('waits for the one before it, and the order stays', async () => {
    const shop = openNightShop();
    shop.nights.look();
    shop.gates = { ...shop.gates, begin: () => ({ isOpen: false, because: 'no', lookAgainMs: null }) };
    const said: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      said.push(shop.talk());
      toNextNight(shop);
      shop.nights.look();
      await shop.work();
    }
    expect(states(shop)).toEqual(['waiting', 'waiting', 'running']);
    shop.gates = { ...shop.gates, begin: () => ({ isOpen: true }) };
    for (let round = 0; round < 3; round += 1) await shop.work();
    expect(states(shop)).toEqual(['done', 'done', 'done']);
    expect(shop.learnt).toEqual(said);
  });

  it('that failed leaves what it was to learn from to the next one; tried again, it finds nothing', async () => {
    const shop = openNightShop();
    const said = shop.talk();
    const first = shop.nights.run();
    cancelJob(shop.desk.db, first.jobId ?? '', shop.clock.now());
    expect(shop.nights.show(first.id).night.state).toBe('failed');
    shop.clock.advance(HOUR);
    shop.nights.run();
    await shop.work();
    expect(shop.learnt).toEqual([said]);
    retryJob(shop.desk.db, first.jobId ?? '', shop.clock.now());
    shop.nights.look();
    expect(shop.nights.show(first.id).night).toMatchObject({ state: 'running', conversations: 0 });
    await shop.work();
    expect(shop.learnt).toEqual([said]);
    expect(states(shop)).toEqual(['done', 'done']);
  });

  it('waits for the jobs that it asked for, and tells of those that failed', async () => {
    const asked: string[] = [];
    const spec = { name: 'sample', maxAttempts: 1, payload: { parse: (value: unknown) => value } } as never;
    const shop: NightShop = openNightShop({
      analyse: (conversations, { nightId }) => {
        const payload = { n: conversations.length };
        asked.push(enqueue(shop.desk.db, spec, { payload, nightId }, shop.clock.now()).id);
        return asked;
      },
    });
    shop.talk();
    const { id, jobId } = shop.nights.run();
    await shop.work();
    expect(readJob(shop.desk.db, jobId ?? '')).toMatchObject({
      state: 'waiting',
      waitsFor: 'It waits for the work that it asked for.',
    });
    expect(shop.learnt).toEqual([]);
    cancelJob(shop.desk.db, asked[0] ?? '', shop.clock.now());
    await shop.work();
    expect(asked).toHaveLength(1);
    expect(shop.nights.show(id).report?.failures).toEqual([
      { what: 'sample', why: 'It was cancelled.', count: 1 },
    ]);
  });

  it('is not begun where none is wanted or no endpoint is set, and by hand only where one is', () => {
    const shop = openNightShop();
    shop.settings = { ...shop.settings, isOn: false };
    toNextNight(shop);
    expect(shop.nights.look()).toBeNull();
    expect(shop.nights.list()).toEqual({ nights: [], dueAt: null, dueDate: null });
    shop.settings = { ...shop.settings, isOn: true };
    shop.hasEndpoint = false;
    expect(shop.nights.look()).toBeNull();
    expect(() => shop.nights.run()).toThrow(/No endpoint is set/);
  });

  it('holds nothing of a client who was forgotten', async () => {
    const shop = openNightShop();
    shop.talk();
    const { id, jobId } = shop.nights.run();
    await shop.work();
    const quotes = () => shop.nights.show(id).report?.groups[0]?.items[0]?.evidence.map(({ quote }) => quote);
    expect(quotes()).toEqual(['Halo']);
    deleteClientRow(shop.desk.db, shop.clientId);
    const requests = shop.desk.db.prepare('SELECT request, reply FROM job_requests WHERE job_id = ?');
    expect(requests.all(jobId)).toEqual([{ request: '{}', reply: '{}' }]);
    const { night, report } = shop.nights.show(id);
    expect(night.conversations).toBe(0);
    expect(report?.groups[0]?.items[0]).toMatchObject({ text: 'Signal of 2026-11-22, 1', evidence: [] });
  });

  it('says what it would do without doing it', () => {
    const shop = openNightShop();
    shop.talk();
    const before = shop.desk.db.prepare('SELECT count(*) FROM nights').pluck().get();
    expect(shop.nights.plan()).toEqual({
      localDate: '2026-11-22',
      conversations: 1,
      clients: 1,
      messages: 1,
      answers: 0,
      cost: null,
      holds: [],
    });
    expect(shop.desk.db.prepare('SELECT count(*) FROM nights').pluck().get()).toBe(before);
  });
});
