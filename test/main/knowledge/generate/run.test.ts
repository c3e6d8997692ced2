import { expect, it, vi } from 'vitest';
import { readRun } from '../../../../src/main/db/knowledge-runs.ts';
import { listInsights } from '../../../../src/main/db/insights.ts';
import { openFactory, runpodWithInsights, serverWithInsights, untilOver } from './factory.ts';

vi.setConfig({ testTimeout: 120_000 });

it('makes as many insights as were wanted at RunPod, each once, and says what they took', async () => {
  const place = await runpodWithInsights();
  const core = await openFactory(place);
  const { id } = core.generation.start({ target: 45, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, id);
  const run = readRun(core.db, id);
  expect(run).toMatchObject({
    state: 'done',
    ending: 'target',
    taken: 45,
    kept: 45,
    models: ['meta-llama/Llama-3.3-70B-Instruct'],
    endpoints: ['runpod'],
  });
  const insights = listInsights(core.db, { status: 'live' });
  expect(insights).toHaveLength(45);
  expect(new Set(insights.map(({ text }) => text)).size).toBe(45);
  expect(insights.every(({ source, triggers }) => source === 'generated' && triggers.length >= 6)).toBe(true);
  expect(run.spending.requests).toBe(place.simulator.submissions.length);
  expect(run.spending.costUsd).toBeGreaterThan(0);
});

it('makes them at a server that answers in one go, and they are found while the run goes on', async () => {
  const core = await openFactory(await serverWithInsights(), { withStarter: true });
  const { id } = core.generation.start({ target: 400, goesTo: 'live' });
  core.jobs.start();
  await vi.waitFor(() => expect(readRun(core.db, id).taken).toBeGreaterThan(5), {
    timeout: 30_000,
    interval: 5,
  });
  const made = listInsights(core.db).find(({ source }) => source === 'generated')!;
  const search = async () => (await core.knowledge.explain(made.triggers[0]!)).candidates;
  await vi.waitFor(async () => expect((await search()).map(({ item }) => item.slug)).toContain(made.slug), {
    timeout: 30_000,
  });
  expect(readRun(core.db, id).state).toBe('running');
  const ended = core.generation.cancel(id);
  expect(ended).toMatchObject({ state: 'done', ending: 'cancelled', alive: 0 });
  expect(ended.kept).toBe(ended.taken);
});
