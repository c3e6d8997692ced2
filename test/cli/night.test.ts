import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { Db } from '../../src/main/db/db.ts';
import { openDb } from '../../src/main/db/open.ts';
import type { Night, NightDetails, NightPlan, NightUndone } from '../../src/shared/night.ts';
import { aClient } from '../fixtures/desk.ts';
import { aMessage, anEndedConversation } from '../fixtures/messages.ts';
import { dumpOf } from '../fixtures/nights.ts';
import { startRunpodSimulator } from '../simulators/runpod.ts';
import { wholeNight } from '../simulators/whole-night.ts';
import { furnishFolder, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder();
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

async function deskWithTalks(count: number) {
  const simulator = await startRunpodSimulator({ answer: wholeNight().answer });
  onTestFinished(() => simulator.close());
  const env = { JIWA_LLAMA_KIND: 'runpod', JIWA_LLAMA_URL: simulator.url, JIWA_LLAMA_KEY: 'rp-key' };
  const desk = openTestDesk(env, furnished);
  const db = openDb({ file: join(desk.dataDir, 'jiwa.db') });
  onTestFinished(() => void db.close());
  // What the demo's clients said is not looked at here.
  db.prepare('UPDATE conversations SET is_temporary = 1').run();
  for (let n = 0; n < count; n += 1) talk(db, n);
  return { ...desk, db, simulator };
}

function talk(db: Db, n: number): void {
  const clientId = aClient(db, { name: `Cliente ${n}`, language: 'it' }).id;
  const place = {
    clientId,
    conversationId: anEndedConversation(db, clientId, 1, 2),
    language: 'it',
  } as const;
  aMessage(db, { ...place, text: 'Buongiorno, vorrei aprire un piccolo ristorante a Canggu.', at: 1 });
  aMessage(db, {
    ...place,
    text: 'Ma sono molto preoccupato per i costi, ho paura di spendere troppo.',
    at: 2,
  });
}

const count = (db: Db, table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

it('says what it would do, does it, tells of it, and takes it back exactly', async () => {
  const { jiwa, db, simulator } = await deskWithTalks(2);
  const before = dumpOf(db);
  const plan = (await jiwa(['night', 'run', '--dry-run', '--json'])).json() as NightPlan;
  expect(plan).toMatchObject({ conversations: 2, clients: 2, messages: 4 });
  expect([count(db, 'nights'), simulator.submissions.length]).toEqual([0, 0]);

  const ran = await jiwa(['night', 'run', '--json']);
  expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining('rror')]);
  const { night, report } = ran.json() as NightDetails;
  expect(night).toMatchObject({ state: 'done', conversations: 2, origin: 'hand' });
  const clients = report?.groups.find(({ group }) => group === 'clients');
  expect(clients?.items.map(({ evidence }) => evidence.length)).not.toContain(0);
  expect(report?.cost.requests).toBeGreaterThanOrEqual(4);
  const insights = report?.groups.find(({ group }) => group === 'insights')?.items ?? [];
  expect(insights.length).toBeGreaterThan(0);
  expect(JSON.stringify(insights)).not.toMatch(/Cliente/);
  expect(report?.failures).toEqual([]);
  expect(dumpOf(db)).not.toEqual(before);

  expect((await jiwa(['night', 'list', '--json'])).json() as Night[]).toHaveLength(1);
  const shown = await jiwa(['night', 'show', night.localDate]);
  expect(shown.stdout).toMatch(/Of clients[\s\S]*“.*preoccupato/);
  const undone = (await jiwa(['night', 'undo', night.id.slice(-12), '--json'])).json() as NightUndone;
  expect(undone).toMatchObject({ kept: [], night: { state: 'undone' } });
  expect(dumpOf(db)).toEqual(before);
  const again = await jiwa(['night', 'undo', night.localDate]);
  expect([again.code, again.stderr]).toEqual([expect.any(Number), expect.stringContaining('is undone')]);
  expect((await jiwa(['night', 'show', '1999-01-01'])).code).toBe(3);
  expect((await jiwa(['night', 'run', '--date', '2026-02-30'])).code).toBe(2);
});

it('killed at any moment it goes on where it was, does nothing twice, and is taken back exactly', async () => {
  const { jiwa, start, db, simulator } = await deskWithTalks(6);
  const before = dumpOf(db);
  let kills = 0;
  for (const ms of [700, 900, 1_100, 1_300, 1_600, 2_000]) {
    const child = start(['night', 'run']);
    const closed = once(child, 'close');
    if ((await Promise.race([sleep(ms, 'late'), closed])) === 'late') {
      child.kill('SIGKILL');
      kills += 1;
    }
    await closed;
    if (db.prepare(`SELECT 1 FROM nights WHERE state = 'done'`).get()) break;
  }
  const ran = await jiwa(['night', 'run', '--json']);
  expect(ran.code).toBe(0);
  expect(kills).toBeGreaterThan(1);
  const nights = (await jiwa(['night', 'list', '--json'])).json() as Night[];
  const learning = nights.filter(({ conversations }) => conversations > 0);
  expect(learning).toMatchObject([{ state: 'done', conversations: 6 }]);
  expect(count(db, 'analyses')).toBe(6);
  expect(count(db, 'night_recording')).toBe(0);
  expect(simulator.submissions.length).toBeLessThan(6 + 2 * kills + 6);
  for (const { id } of nights) await jiwa(['night', 'undo', id]);
  expect(dumpOf(db)).toEqual(before);
});
