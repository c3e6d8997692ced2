import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { Insight } from '../../src/shared/insight.ts';
import type { KnowledgeRun, RunEstimate } from '../../src/shared/knowledge-run.ts';
import { insightPool } from '../simulators/insight-pool.ts';
import { startRunpodSimulator } from '../simulators/runpod.ts';
import { furnishFolder, openTestDesk, type TestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder();
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

async function deskWithEndpoint() {
  const simulator = await startRunpodSimulator({ answer: insightPool().answer });
  onTestFinished(() => simulator.close());
  const env = { JIWA_LLAMA_KIND: 'runpod', JIWA_LLAMA_URL: simulator.url, JIWA_LLAMA_KEY: 'rp-key' };
  return { ...openTestDesk(env, furnished), simulator };
}

const generated = async ({ jiwa }: Pick<TestDesk, 'jiwa'>) =>
  ((await jiwa(['knowledge', 'list', '--json'])).json() as Insight[]).filter(
    ({ source }) => source === 'generated',
  );

it('generates knowledge to its target, compares the runs, and undoes one of them exactly', async () => {
  const desk = await deskWithEndpoint();
  const estimate = await desk.jiwa(['knowledge', 'generate', '--target', '1000', '--estimate', '--json']);
  expect(estimate.json() as RunEstimate).toMatchObject({ insights: 1_000, from: 'usual' });
  const first = await desk.jiwa(['knowledge', 'generate', '--target', '25']);
  expect([first.code, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toContain('25 of 25 taken');
  expect(first.stdout).toContain('the target is reached');
  const second = await desk.jiwa(['knowledge', 'generate', '--target', '12', '--review', '--json']);
  expect(second.json() as KnowledgeRun).toMatchObject({ ending: 'target', taken: 12, goesTo: 'review' });
  expect(await generated(desk)).toHaveLength(37);

  const runs = (await desk.jiwa(['knowledge', 'runs', '--json'])).json() as KnowledgeRun[];
  expect(runs.map(({ taken }) => taken)).toEqual([12, 25]);
  const table = await desk.jiwa(['knowledge', 'runs']);
  expect(table.stdout).toContain('meta-llama/Llama-3.3-70B-Instruct');
  const id = runs[1]!.id;
  const undone = await desk.jiwa(['knowledge', 'runs', 'undo', id.slice(-12), '--json']);
  expect(undone.json()).toMatchObject({ removed: 25, run: { state: 'undone', taken: 25, kept: 0 } });
  const left = await generated(desk);
  expect(left).toHaveLength(12);
  expect(left.every(({ status }) => status === 'review')).toBe(true);
  const shown = await desk.jiwa(['knowledge', 'runs', 'show', id]);
  expect(shown.stdout).toMatch(/state +undone/);
  const twice = await desk.jiwa(['knowledge', 'runs', 'undo', id]);
  expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('was undone already')]);
});

it('is interrupted at any time, and the same command goes on with the run', async () => {
  const desk = await deskWithEndpoint();
  const child = desk.start(['knowledge', 'generate', '--target', '60']);
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += String(text)));
  await vi.waitFor(() => expect(said).toMatch(/\n\d+ of 60, \d+ a minute/), { timeout: 60_000 });
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([130, null]);
  const before = await generated(desk);
  expect(before.length).toBeLessThan(60);
  const again = await desk.jiwa(['knowledge', 'generate']);
  expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/^The run \S+ goes on: \d+ of 60\./)]);
  const all = await generated(desk);
  expect(all).toHaveLength(60);
  expect(new Set(all.map(({ text }) => text)).size).toBe(60);
  const [run] = (await desk.jiwa(['knowledge', 'runs', '--json'])).json() as KnowledgeRun[];
  // What was out when it was interrupted was collected afterwards.
  expect(run!.spending.requests).toBe(desk.simulator.submissions.length);
});

it('says why a run does not go on while it waits, and may be interrupted', async () => {
  const nobody = { JIWA_LLAMA_KIND: 'openai', JIWA_LLAMA_URL: 'http://127.0.0.1:9/v1' };
  const desk = openTestDesk(nobody, furnished);
  const child = desk.start(['knowledge', 'generate', '--target', '20']);
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += String(text)));
  await vi.waitFor(() => expect(said).toContain('Check the address, that it runs, and the network'), {
    timeout: 60_000,
  });
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([130, null]);
});

it('begins nothing where no endpoint is set', async () => {
  const { jiwa } = openTestDesk({}, furnished);
  const refused = await jiwa(['knowledge', 'generate', '--target', '5']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('No endpoint for LLaMA is set');
  expect((await jiwa(['knowledge', 'runs', '--json'])).json()).toEqual([]);
});
