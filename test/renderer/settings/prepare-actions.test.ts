import { expect, test } from 'vitest';
import {
  cancelPreparation,
  changeVariations,
  prepare,
  readPreparation,
} from '../../../src/renderer/settings/prepare-actions.ts';
import { preparationPace } from '../../../src/renderer/settings/run-pace.ts';
import { MINUTE } from '../../../src/shared/time.ts';
import { aRow } from '../job-row.ts';
import { startedDesk } from '../desk-fixture.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('what is lacking is said before it is asked for, and anew when more are wanted', async () => {
  const { desk, bridge } = await startedDesk();
  await readPreparation(desk);
  expect(desk.settings.getState()).toMatchObject({ preparation: { last: null }, lacking: { answers: 612 } });
  const reads = () => bridge.asked.filter(({ name }) => name === 'answers:estimate').length;
  const before = reads();
  expect(await changeVariations(desk, 4)).toBe(true);
  expect(desk.app.getState().state?.settings.answers.variations).toBe(4);
  expect(reads()).toBe(before + 1);
});

test('a run is begun and ended', async () => {
  const { desk } = await startedDesk();
  await prepare(desk);
  const last = () => desk.settings.getState().preparation?.last;
  expect(last()).toMatchObject({ alive: 153, isCancelled: false });
  await cancelPreparation(desk, last()?.id ?? '');
  expect(last()).toMatchObject({ alive: 0, isCancelled: true });
});

test('the end of one of its jobs is followed once somebody has looked, and nothing else is', async () => {
  const { desk, bridge } = await startedDesk();
  const reads = () => bridge.asked.filter(({ name }) => name === 'answers:preparation').length;
  const tell = async (changes: Parameters<typeof aRow>[0]) => {
    bridge.emit('job:changed', { rows: [aRow(changes)], isAll: false });
    await settled();
    return reads();
  };
  const ended = { kind: 'prepare_answers', state: 'done', finishedAt: 5 } as const;
  expect(await tell(ended)).toBe(0);
  await readPreparation(desk);
  expect(await tell({ kind: 'prepare_answers', state: 'running', finishedAt: null })).toBe(1);
  expect(await tell({ ...ended, kind: 'generate_knowledge' })).toBe(1);
  expect(await tell(ended)).toBe(2);
});

test('its pace is that of its requests, and its rate that of what was taken', () => {
  const run = { taken: 60, requests: { all: 100, over: 20, failed: 0 }, startedAt: 0, alive: 80 };
  expect(preparationPace(run, 10 * MINUTE)).toEqual({ perMinute: 6, leftMs: 40 * MINUTE });
  expect(preparationPace({ ...run, alive: 0 }, 10 * MINUTE)).toBeNull();
});
