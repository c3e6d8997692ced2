import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { AnswerHistory } from '../../src/shared/answer.ts';
import type { PreparedSoFar } from '../../src/main/db/answer-origins.ts';
import { answerPool } from '../simulators/answer-pool.ts';
import { startRunpodSimulator } from '../simulators/runpod.ts';
import { furnishFolder, openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let furnished = '';
beforeAll(async () => {
  furnished = await furnishFolder();
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

async function deskWithEndpoint() {
  const simulator = await startRunpodSimulator({ answer: answerPool().answer });
  onTestFinished(() => simulator.close());
  const env = { JIWA_LLAMA_KIND: 'runpod', JIWA_LLAMA_URL: simulator.url, JIWA_LLAMA_KEY: 'rp-key' };
  return { ...openTestDesk(env, furnished), simulator };
}

type Said = PreparedSoFar & { readonly jobs: readonly string[] };

it('prepares what is lacking for one question, and nothing the second time', async () => {
  const { jiwa, simulator } = await deskWithEndpoint();
  const first = await jiwa(['answers', 'prepare', '--intent', 'kitas-investor-price', '--json']);
  expect([first.code, first.stderr]).toEqual([0, expect.not.stringContaining('rror')]);
  expect(first.json() as Said).toMatchObject({ alive: 0, over: 3, failed: 0, taken: 12, rejected: 0 });
  const again = await jiwa(['answers', 'prepare', '--intent', 'kitas-investor-price']);
  expect([again.code, again.stdout]).toEqual([0, 'Every question has enough answers.\n']);
  expect(simulator.submissions).toHaveLength(3);
});

it('shows of each answer who wrote it, on which facts it stands, and how it fared', async () => {
  const { jiwa } = await deskWithEndpoint();
  await jiwa(['answers', 'prepare', '--intent', 'kitas-investor-price', '--language', 'it']);
  const shown = await jiwa(['answers', 'show', 'kitas-investor-price', '--language', 'it', '--json']);
  const histories = shown.json() as AnswerHistory[];
  expect(histories.map(({ source }) => source).sort()).toEqual([
    ...Array.from({ length: 4 }, () => 'generated'),
    ...Array.from({ length: 2 }, () => 'starter'),
  ]);
  expect(histories.find(({ source }) => source === 'generated')).toMatchObject({
    status: 'live',
    model: expect.any(String),
    promptVersion: expect.stringMatching(/^prepare-answers-/),
    facts: [{ slug: expect.any(String), value: expect.any(String), isExpired: false }],
    served: 0,
    servedAt: null,
    labels: [],
    isDoubted: false,
  });
  const text = await jiwa(['answers', 'show', 'kitas-investor-price', '--language', 'it']);
  expect(text.stdout).toMatch(/it formal {2}live\n/);
  expect(text.stdout).toContain('never served');
  const unknown = await jiwa(['answers', 'show', 'no-such-intent']);
  expect([unknown.code, unknown.stderr]).toEqual([3, expect.stringContaining('no-such-intent')]);
});

it('is interrupted at any time, and the same command goes on without asking twice', async () => {
  const { jiwa, start, simulator } = await deskWithEndpoint();
  const child = start(['answers', 'prepare', '--language', 'it']);
  let said = '';
  child.stdout?.on('data', (text: Buffer) => (said += String(text)));
  await vi.waitFor(() => expect(said).toMatch(/\n\d+ of \d+ requests/), { timeout: 60_000 });
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([130, null]);
  const again = await jiwa(['answers', 'prepare', '--language', 'it', '--json']);
  expect(again.code).toBe(0);
  const after = await jiwa(['answers', 'prepare', '--language', 'it']);
  expect(after.stdout).toBe('Every question has enough answers.\n');
  const intents = ((await jiwa(['answers', 'export', '--json'])).json() as unknown[]).length;
  expect(simulator.submissions).toHaveLength(intents);
});

it('begins nothing where no endpoint is set, and names a question that is not there', async () => {
  const { jiwa } = openTestDesk({}, furnished);
  const refused = await jiwa(['answers', 'prepare']);
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining('No endpoint for LLaMA is set'),
  ]);
  expect((await jiwa(['jobs', 'list', '--json'])).json()).toEqual([]);
  const unknown = await jiwa(['answers', 'prepare', '--intent', 'no-such-intent']);
  expect([unknown.code, unknown.stderr]).toEqual([3, expect.stringContaining('no-such-intent')]);
});
