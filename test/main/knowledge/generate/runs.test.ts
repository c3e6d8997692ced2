import { expect, it, vi } from 'vitest';
import { listAliveJobs } from '../../../../src/main/db/knowledge-batches.ts';
import { listInsights } from '../../../../src/main/db/insights.ts';
import { readRun } from '../../../../src/main/db/knowledge-runs.ts';
import { openFactory, runpodWithInsights, serverWithInsights, untilOver } from './factory.ts';

vi.setConfig({ testTimeout: 120_000 });

it('undoing a run removes exactly what it made; its numbers stay, and it can be begun again', async () => {
  const core = await openFactory(await serverWithInsights(), { withStarter: true });
  const before = listInsights(core.db);
  core.jobs.start();
  const first = core.generation.start({ target: 30, goesTo: 'live' });
  await untilOver(core, first.id);
  const second = core.generation.start({ target: 20, goesTo: 'live' });
  await untilOver(core, second.id);
  const bySecond = listInsights(core.db).filter(({ createdAt }) => createdAt >= second.startedAt);
  expect(core.generation.undo(first.id)).toMatchObject({
    removed: 30,
    run: { state: 'undone', taken: 30, kept: 0 },
  });
  const left = listInsights(core.db);
  expect(left).toHaveLength(before.length + 20);
  expect(left).toEqual(expect.arrayContaining([...before, ...bySecond]));
  expect(() => core.generation.undo(first.id)).toThrow('was undone already');
  const again = core.generation.again(first.id);
  expect(again).toMatchObject({ target: 30, goesTo: 'live', state: 'running' });
  await untilOver(core, again.id);
  expect(readRun(core.db, again.id)).toMatchObject({ ending: 'target', kept: 30 });
});

it('only one run goes on at a time; it can be cancelled, and what is out is taken back', async () => {
  const { simulator, ...place } = await runpodWithInsights();
  simulator.enqueue(
    ...Array.from({ length: 4 }, () => ({
      end: { kind: 'state' as const, status: 'COMPLETED' },
      queuedLooks: 99,
    })),
  );
  const core = await openFactory(place);
  const { id } = core.generation.start({ target: 100, goesTo: 'live' });
  expect(() => core.generation.start({ target: 5, goesTo: 'live' })).toThrow('is not over yet');
  core.jobs.start();
  await vi.waitFor(() => expect(simulator.submissions).toHaveLength(4), { timeout: 20_000 });
  expect(core.generation.cancel(id)).toMatchObject({ state: 'done', ending: 'cancelled', alive: 0 });
  await vi.waitFor(
    () =>
      expect(simulator.submissions.map((one) => simulator.stateOf(one.id))).toEqual(
        Array(4).fill('CANCELLED'),
      ),
    { timeout: 20_000 },
  );
  expect(listAliveJobs(core.db, id)).toEqual([]);
  expect(() => core.generation.cancel(id)).toThrow('is over already');
  expect(() => core.generation.resume(id)).toThrow('is over');
});

it('a run whose jobs all failed stands with the error, and goes on when it is told to', async () => {
  const { simulator, ...place } = await runpodWithInsights();
  simulator.enqueue(
    ...Array.from({ length: 3 }, () => ({
      kind: 'error' as const,
      message: 'context length exceeded',
      type: 'BadRequestError',
    })),
  );
  const core = await openFactory(place, { concurrency: 3 });
  const { id } = core.generation.start({ target: 25, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, id);
  const standing = readRun(core.db, id);
  expect(standing).toMatchObject({ state: 'running', alive: 0, taken: 0, batches: { failed: 3 } });
  expect(standing.lastError).toContain('Ask for less at once');
  expect(core.generation.resume(id).alive).toBeGreaterThan(0);
  await untilOver(core, id);
  expect(readRun(core.db, id)).toMatchObject({ state: 'done', ending: 'target', taken: 25 });
});

it('asks for the emptiest cells of the plan first, each once before one twice', async () => {
  const core = await openFactory(await serverWithInsights());
  const { id } = core.generation.start({ target: 200, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, id);
  const cells = core.db
    .prepare<[string], { cell: string; language: string }>(
      `SELECT k.cell, i.language FROM knowledge_batches AS k JOIN insights AS i ON i.cell = k.cell
         WHERE k.run_id = ? GROUP BY k.ordinal`,
    )
    .all(id);
  expect(new Set(cells.map(({ cell }) => cell)).size).toBe(cells.length);
  expect(new Set(cells.map(({ cell }) => cell.split('/')[0])).size).toBeGreaterThan(8);
  expect(new Set(cells.map(({ language }) => language)).size).toBeGreaterThan(3);
});

it('says beforehand what it will take: as usual at first, then as the last run did', async () => {
  const core = await openFactory(await runpodWithInsights());
  expect(core.generation.estimate(1_000)).toMatchObject({ insights: 1_000, batches: 143, from: 'usual' });
  const { id } = core.generation.start({ target: 60, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, id);
  const { spending } = readRun(core.db, id);
  const estimate = core.generation.estimate(120);
  expect(estimate.from).toBe('runs');
  expect(estimate.costUsd).toBeCloseTo(2 * spending.costUsd, 6);
  expect(estimate.gpuMinutes).toBeCloseTo((2 * spending.gpuMs) / 60_000, 6);
});
