import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listRuns } from '../../../../src/main/db/knowledge-runs.ts';
import { openDb } from '../../../../src/main/db/open.ts';
import type { Db } from '../../../../src/main/db/db.ts';
import { usualMishaps } from '../../../simulators/insight-pool.ts';
import type { RunpodSimulator } from '../../../simulators/runpod.ts';
import { workApart } from '../../jobs/work-apart.ts';
import { newFolder, runpodWithInsights } from './factory.ts';

vi.setConfig({ testTimeout: 300_000 });

const child = fileURLToPath(new URL('./killed-factory.ts', import.meta.url));

interface Work {
  readonly dir: string;
  readonly url: string;
  readonly target: number;
  readonly point?: string;
  readonly afterMs?: number;
}

/** Works on the folder in a process of its own. Returns what ended it. */
const work = ({ dir, url, target, point = '', afterMs }: Work) =>
  workApart([child, dir, url, String(target), point], afterMs);

function open(dir: string): Db {
  const db = openDb({ file: join(dir, 'jiwa.db') });
  onTestFinished(() => void db.close());
  return db;
}

const numberOf = (db: Db, sql: string) => Number(db.prepare(sql).pluck().get());

/** The target is made, each insight once, and the server was asked each step once, but for what nobody can know of. */
function expectWhole(db: Db, target: number, simulator: RunpodSimulator): void {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  const [run, ...others] = listRuns(db);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ state: 'done', ending: 'target', taken: target, kept: target, alive: 0 });
  expect(numberOf(db, 'SELECT count(DISTINCT text) FROM insights')).toBe(target);
  expect(numberOf(db, "SELECT count(*) FROM insights WHERE source <> 'generated' OR run_id IS NULL")).toBe(0);
  // Every batch is written down once, and what it says it took is there.
  expect(numberOf(db, 'SELECT total(taken) FROM knowledge_batches')).toBe(target);
  expect(numberOf(db, "SELECT count(*) FROM jobs WHERE state <> 'done'")).toBe(0);
  const steps = numberOf(db, 'SELECT count(*) FROM (SELECT DISTINCT job_id, step FROM job_requests)');
  const lost = numberOf(db, "SELECT count(*) FROM job_requests WHERE state = 'lost'");
  expect(simulator.submissions.length).toBeGreaterThanOrEqual(steps);
  expect(simulator.submissions.length).toBeLessThanOrEqual(steps + lost);
  expect(run!.spending.requests).toBe(steps + lost);
}

it.each([
  'after a request was handed over',
  'among the insights of a batch',
  'when the next batch was enqueued',
  'after a batch was written down',
])(
  'a run whose process is killed %s comes to the same end, and nothing is asked or made twice',
  async (point) => {
    const { simulator, url } = await runpodWithInsights();
    const folder = { dir: newFolder(), url, target: 70 };
    expect(await work({ ...folder, point })).toBe('SIGKILL');
    expect(await work(folder)).toBeNull();
    expectWhole(open(folder.dir), 70, simulator);
  },
);

it('killed again and again at any moment, with a model that errs, it comes to the same end', async () => {
  const { simulator, url } = await runpodWithInsights({ mishaps: usualMishaps });
  const folder = { dir: newFolder(), url, target: 120 };
  let kills = 0;
  // A fast machine ends the run between two kills; what came after that would be a run of its own.
  while (kills < 5 && (await work({ ...folder, afterMs: 1_000 + Math.random() * 1_500 })) === 'SIGKILL')
    kills += 1;
  if (kills === 5) await work(folder);
  expect(kills).toBeGreaterThan(0);
  expectWhole(open(folder.dir), 120, simulator);
});
