import { expect, test } from 'vitest';
import {
  chooseList,
  actOnJob,
  readJobs,
  readOlderJobs,
  selectJob,
} from '../../../src/renderer/jobs/jobs-actions.ts';
import type { JobsOverview } from '../../../src/shared/job.ts';
import { startedDesk } from '../desk-fixture.ts';

const area = (desk: Awaited<ReturnType<typeof startedDesk>>['desk']) => desk.jobs.getState();
/** What events bring about is asked for in the background. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a job that is retried leaves the list of the failed ones, and its details follow', async () => {
  const { desk } = await startedDesk();
  await chooseList(desk, { state: 'failed' });
  const before = area(desk).rows.length;
  const id = area(desk).rows[1]?.id ?? '';
  await selectJob(desk, id);
  expect(area(desk).details?.job.state).toBe('failed');
  expect(await actOnJob(desk, 'job:retry', id)).toBe(true);
  await settled();
  expect(area(desk).rows).toHaveLength(before - 1);
  expect(area(desk).details?.job.state).toBe('waiting');
  await chooseList(desk, { state: 'waiting' });
  expect(area(desk).rows.map((row) => row.id)).toContain(id);
});

test('what a job cannot do any more is told, and changes nothing', async () => {
  const { desk, told } = await startedDesk();
  await chooseList(desk, { state: 'done' });
  const id = area(desk).rows[0]?.id ?? '';
  expect(await actOnJob(desk, 'job:cancel', id)).toBe(false);
  expect(told).toMatchObject([{ kind: 'error', code: 'conflict' }]);
});

test('nothing is asked while nothing happens; an event that tells of too much reads the list anew', async () => {
  const { desk, bridge } = await startedDesk();
  await readJobs(desk);
  bridge.asked.length = 0;
  await settled();
  expect(bridge.asked).toEqual([]);
  bridge.emit('job:changed', { rows: [], isAll: true });
  await settled();
  expect(bridge.asked.map(({ name }) => name)).toEqual(['job:list']);
});

test('a list of one kind holds that kind only, and an answer for another list is dropped', async () => {
  const { desk } = await startedDesk();
  const late = readJobs(desk);
  const chosen = chooseList(desk, { state: 'done', kind: 'prepare_answers' });
  await Promise.all([late, chosen]);
  const { rows } = area(desk);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(({ state, kind }) => state === 'done' && kind === 'prepare_answers')).toBe(true);
  await readOlderJobs(desk);
  expect(area(desk).rows).toEqual(rows);
});

test('a budget that is nearly spent is told once when it comes to that, not at every change and not at the start', async () => {
  const { desk, bridge, told } = await startedDesk();
  const { spending, ...rest } = area(desk).overview ?? ({} as JobsOverview);
  const spend = (spent: number) =>
    bridge.emit('job:overview', { ...rest, spending: { ...spending, today: { spent, budget: 2 } } });
  for (const spent of [1.5, 1.6, 1.7, 2.1, 2.2]) spend(spent);
  expect(told).toEqual([
    { kind: 'budget', what: 'soon' },
    { kind: 'budget', what: 'spent' },
  ]);
});
