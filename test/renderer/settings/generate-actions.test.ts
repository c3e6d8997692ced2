import { expect, test } from 'vitest';
import {
  cancelRun,
  changeTarget,
  generate,
  readRuns,
  undoRun,
} from '../../../src/renderer/settings/generate-actions.ts';
import { paceOf } from '../../../src/renderer/settings/run-pace.ts';
import { MINUTE } from '../../../src/shared/time.ts';
import { startedDesk } from '../desk-fixture.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a run is begun once, ended, and what it made removed', async () => {
  const { desk } = await startedDesk();
  const runs = () => desk.settings.getState().runs ?? [];
  await generate(desk, 1_000, 'live');
  await generate(desk, 1_000, 'live');
  expect(runs().map(({ state, target }) => [state, target])).toEqual([['running', 1_000]]);
  const id = runs()[0]?.id ?? '';
  await cancelRun(desk, id);
  expect(runs()[0]).toMatchObject({ state: 'done', ending: 'cancelled' });
  await undoRun(desk, id);
  expect(runs()[0]?.state).toBe('undone');
});

test('what a run will take is said anew when its goal changes', async () => {
  const { desk } = await startedDesk();
  expect(await changeTarget(desk, 300)).toBe(true);
  expect(desk.settings.getState().estimate).toMatchObject({ insights: 300 });
  expect(desk.app.getState().state?.settings.knowledge.target).toBe(300);
});

test('changes of runs are followed once somebody has looked at them, and cost nothing before', async () => {
  const { desk, bridge } = await startedDesk();
  const reads = () => bridge.asked.filter(({ name }) => name === 'knowledge:runs').length;
  bridge.emit('knowledge:changed', { runId: 'x' });
  await settled();
  expect(reads()).toBe(0);
  await readRuns(desk);
  bridge.emit('knowledge:changed', { runId: 'x' });
  await settled();
  expect(reads()).toBe(2);
});

test('the pace of a run tells how long it goes on, and nothing while it has stopped or nothing came', () => {
  const run = { taken: 200, target: 1_000, startedAt: 0, alive: 4 };
  expect(paceOf(run, 10 * MINUTE)).toEqual({ perMinute: 20, leftMs: 40 * MINUTE });
  expect(paceOf({ ...run, alive: 0 }, 10 * MINUTE)).toBeNull();
  expect(paceOf({ ...run, taken: 0 }, 10 * MINUTE)).toBeNull();
  expect(paceOf(run, 0)).toBeNull();
});
