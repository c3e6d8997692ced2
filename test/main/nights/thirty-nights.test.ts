import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/shared/time.ts';
import { LlamaFault } from '../../../src/main/llama/fault.ts';
import { openGates } from '../../../src/main/jobs/gates.ts';
import { seededRandom } from '../../fixtures/random.ts';
import { openNightShop, type NightShop } from './night-shop.ts';

const STEP_MS = 30 * MINUTE;
const DAYS = 34;

/** What happens on a day of the month, by its number; hours are those since noon of the first day. */
interface Event {
  readonly day: number;
  readonly what: string;
  /** How long; for ever where it is not given. */
  readonly hours?: number;
  begin(this: void, world: World): void;
  end?(this: void, world: World): void;
}

interface World {
  readonly shop: NightShop;
  /** `closed`: the app does not run. `asleep`: the machine sleeps, the app with it. */
  state: 'on' | 'asleep' | 'closed';
  /** Puts the clock on the wall on or back. */
  shift(this: void, ms: number): void;
}

const unreachable = () => Promise.reject(new LlamaFault('unreachable', 'It cannot be reached.'));
const spent = () =>
  ({ isOpen: false, because: 'The budget of the day is spent.', lookAgainMs: HOUR }) as const;

const events: readonly Event[] = [
  {
    day: 2,
    what: 'the machine sleeps over night',
    hours: 20,
    begin: (world) => void (world.state = 'asleep'),
  },
  {
    day: 5,
    what: 'the app is closed for four days',
    hours: 96,
    begin: (world) => void (world.state = 'closed'),
  },
  { day: 11, what: 'a flight to Bali', begin: ({ shop }) => void (shop.zone = 'Asia/Makassar') },
  { day: 14, what: 'a flight to New York', begin: ({ shop }) => void (shop.zone = 'America/New_York') },
  { day: 16, what: 'over the date line', begin: ({ shop }) => void (shop.zone = 'Pacific/Auckland') },
  { day: 18, what: 'and home', begin: ({ shop }) => void (shop.zone = 'Europe/Rome') },
  { day: 20, what: 'the clock is put back by 26 hours', begin: ({ shift }) => shift(-26 * HOUR) },
  {
    day: 23,
    what: 'the endpoint is down for three nights',
    hours: 72,
    begin: ({ shop }) => void Object.assign(shop.endpoint, { start: unreachable }),
    end: ({ shop }) =>
      void Object.assign(shop.endpoint, {
        start: async (asked: never) => ({ state: 'submitted', remoteId: shop.endpoint.take(asked) }),
      }),
  },
  {
    day: 28,
    what: 'the budget is spent',
    hours: 30,
    begin: ({ shop }) => void (shop.gates = { ...openGates, spend: spent }),
    end: ({ shop }) => void (shop.gates = openGates),
  },
  { day: 31, what: 'the app is opened late', hours: 16, begin: (world) => void (world.state = 'closed') },
];

/** Hour and day on the wall, as somebody else finds them out. */
function onTheWall(at: number, zone: string): { date: string; hour: number } {
  const text = new Date(at).toLocaleString('sv-SE', { timeZone: zone });
  return { date: text.slice(0, 10), hour: Number(text.slice(11, 13)) + Number(text.slice(14, 16)) / 60 };
}

async function live(start: number, seed: number) {
  const random = seededRandom(seed);
  const shop = openNightShop({}, start);
  shop.zone = 'Europe/Rome';
  const world: World = { shop, state: 'on', shift: (ms) => shop.clock.advance(ms) };
  const said: string[] = [];
  /** Local days on which the app ran between three and the end of the time for making up. */
  const due = new Set<string>();
  let atOnce = 0;
  for (let step = 0; step < (DAYS * DAY) / STEP_MS; step += 1) {
    const hours = (step * STEP_MS) / HOUR;
    for (const { day, hours: span = Infinity, begin, end } of events) {
      if (hours === day * 24 + 8) begin(world);
      if (hours !== day * 24 + 8 + span) continue;
      end?.(world);
      if (world.state === 'closed') shop.reopen();
      world.state = 'on';
    }
    // Not while nobody can: a client writes to an app that runs.
    if (world.state === 'on') {
      if (random() < 0.12) said.push(shop.talk());
      const { date, hour } = onTheWall(shop.clock.now(), shop.zone);
      if (hour >= 3 && hour <= 15 && shop.clock.now() > start + 12 * HOUR) due.add(date);
      shop.nights.look();
      atOnce = Math.max(atOnce, shop.nights.list().nights.filter(({ state }) => state === 'running').length);
      await shop.work();
      shop.nights.look();
    }
    // The work of a step takes a minute.
    shop.clock.advance(world.state === 'on' ? STEP_MS - MINUTE : STEP_MS);
  }
  shop.nights.run();
  await shop.work();
  return { shop, said, due, atOnce };
}

describe.each([
  ['autumn, when the clock is put back', Date.UTC(2026, 9, 3, 10)],
  ['spring, when it is put on', Date.UTC(2027, 2, 6, 11)],
])('thirty-four days in %s', (_season, start) => {
  it.each([1, 2])(
    'have one night for each local day that had one due, and lose and repeat nothing (%i)',
    async (seed) => {
      const { shop, said, due, atOnce } = await live(start, seed);
      const { nights } = shop.nights.list();
      const scheduled = nights.filter(({ origin }) => origin === 'schedule');
      expect(scheduled.map(({ localDate }) => localDate).sort()).toEqual([...due].sort());
      expect(scheduled.length).toBeGreaterThanOrEqual(27);
      expect(nights.map(({ state }) => state)).toEqual(nights.map(() => 'done'));
      expect(atOnce).toBe(1);
      expect(said.length).toBeGreaterThan(100);
      expect(shop.learnt).toEqual(said);
    },
    120_000,
  );
});
