import { expect, it, vi } from 'vitest';
import { listRejected } from '../../../../src/main/db/knowledge-batches.ts';
import { readRun } from '../../../../src/main/db/knowledge-runs.ts';
import { listInsights } from '../../../../src/main/db/insights.ts';
import { usualMishaps } from '../../../simulators/insight-pool.ts';
import { openFactory, serverWithInsights, untilOver } from './factory.ts';

vi.setConfig({ testTimeout: 120_000 });

it('comes to its target through malformed, repeated, foreign and hostile items, and keeps each with its reason', async () => {
  const core = await openFactory(await serverWithInsights({ mishaps: usualMishaps }), { withStarter: true });
  const { id } = core.generation.start({ target: 180, goesTo: 'review' });
  core.jobs.start();
  await untilOver(core, id);
  const run = readRun(core.db, id);
  expect(run).toMatchObject({ state: 'done', ending: 'target', taken: 180, kept: 180 });
  expect(Object.keys(run.rejects)).toEqual(
    expect.arrayContaining([
      'not_new',
      'language',
      'instruction',
      'cut',
      'personal_data',
      'sweeping',
      'triggers',
    ]),
  );
  // An item of the wrong form was repaired.
  expect(run.rejects.invalid).toBeUndefined();
  const rejected = listRejected(core.db, id, 1_000);
  expect(rejected).toHaveLength(run.rejected);
  expect(rejected.every(({ raw, detail }) => raw !== '' && detail !== '')).toBe(true);
  const made = listInsights(core.db, { status: 'review' });
  expect(made).toHaveLength(180);
  const texts = made.flatMap(({ text, guidance, triggers }) => [text, guidance, ...triggers]).join('\n');
  expect(texts).not.toMatch(/Ignore all|\+62|Italians are/);
});

it('stops by itself when hardly anything new comes, and says so', async () => {
  const core = await openFactory(await serverWithInsights({ size: 60 }));
  const { id } = core.generation.start({ target: 1_000, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, id);
  const run = readRun(core.db, id);
  expect(run).toMatchObject({ state: 'done', ending: 'dry', alive: 0 });
  expect(run.taken).toBeLessThan(100);
  expect(run.batches.planned).toBeLessThan(40);
});

it('stops by itself when nothing of use comes, and says so', async () => {
  const place = await serverWithInsights({ answer: () => 'I am sorry, I cannot write this.' });
  const core = await openFactory(place, { concurrency: 8 });
  const { id } = core.generation.start({ target: 1_000, goesTo: 'live' });
  core.jobs.start();
  await untilOver(core, id);
  expect(readRun(core.db, id)).toMatchObject({
    ending: 'barren',
    taken: 0,
    rejects: { unreadable: expect.any(Number) },
  });
});
