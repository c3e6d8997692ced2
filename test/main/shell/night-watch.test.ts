import { expect, it } from 'vitest';
import { desktopEntry } from '../../../src/main/shell/desktop-entry.ts';
import { NightWatch } from '../../../src/main/shell/night-watch.ts';
import type { Night } from '../../../src/shared/night.ts';

const night = (changes: Partial<Night>): { night: Night } => ({
  night: {
    id: 'n1',
    localDate: '2026-11-25',
    origin: 'schedule',
    state: 'running',
    from: 0,
    to: 1,
    conversations: 4,
    jobId: null,
    createdAt: 1,
    endedAt: null,
    undoneAt: null,
    seenAt: null,
    counts: {},
    kept: 0,
    isUndoable: true,
    ...changes,
  },
});

function watched() {
  const told: string[] = [];
  const world = { keepsAwake: true, awake: 0 };
  const watch = new NightWatch({
    language: () => 'en',
    keepsAwake: () => world.keepsAwake,
    notify: (title, body) => void told.push(`${title}: ${body}`),
    stayAwake: () => {
      world.awake += 1;
      return () => void (world.awake -= 1);
    },
  });
  return { told, world, watch };
}

it('keeps the machine awake while a night goes on, says so, and tells that the report is ready, once', () => {
  const { told, world, watch } = watched();
  watch.take(night({ state: 'waiting' }));
  expect([world.awake, told]).toEqual([0, []]);
  watch.take(night({}));
  watch.take(night({}));
  expect([world.awake, told.length]).toEqual([1, 1]);
  watch.take(night({ state: 'done', counts: { insights: 40, clients: 3 } }));
  watch.take(night({ state: 'done', seenAt: 5 }));
  expect(world.awake).toBe(0);
  expect(told.slice(1)).toEqual(['The morning report is ready: 43 things learnt from 4 conversations']);
});

it('follows the settings in the middle of a night, and says nothing of one that learnt nothing', () => {
  const { told, world, watch } = watched();
  world.keepsAwake = false;
  watch.take(night({}));
  expect([world.awake, told]).toEqual([0, []]);
  world.keepsAwake = true;
  watch.refresh();
  expect(world.awake).toBe(1);
  world.keepsAwake = false;
  watch.refresh();
  watch.take(night({ state: 'done' }));
  expect([world.awake, told.length]).toEqual([0, 1]);
});

it('tells of a night that failed', () => {
  const { told, watch } = watched();
  watch.take(night({}));
  watch.take(night({ state: 'failed' }));
  expect(told.at(-1)).toContain('did not come to its end');
});

it('writes a login entry that a desktop reads as the command it is', () => {
  expect(desktopEntry(['/opt/Jiwa Desk/jiwa "x"', '--hidden', '100%'])).toContain(
    'Exec="/opt/Jiwa Desk/jiwa \\\\"x\\\\"" "--hidden" "100%%"\n',
  );
});
