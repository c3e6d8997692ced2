import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startLlamaServer } from '../simulators/llama-server.ts';
import { startRunpodSimulator, type RunpodOptions } from '../simulators/runpod.ts';
import { openTestDesk } from './jiwa.ts';

vi.setConfig({ testTimeout: 120_000 });

async function runpod(options: RunpodOptions = {}) {
  const simulator = await startRunpodSimulator(options);
  onTestFinished(() => simulator.close());
  return {
    simulator,
    env: { JIWA_LLAMA_KIND: 'runpod', JIWA_LLAMA_URL: simulator.url, JIWA_LLAMA_KEY: 'rp-key' },
  };
}

it('says which model answers, how fast, and how long the queue is', async () => {
  const { env } = await runpod();
  const desk = openTestDesk(env);
  const ran = await desk.jiwa(['endpoint', 'test']);
  expect(ran.stdout).toMatch(/meta-llama\/Llama-3\.3-70B-Instruct answered in \d/);
  expect(ran.stdout).toContain('0 waiting, 0 running');
  expect(ran.code).toBe(0);
  expect(readdirSync(desk.dataDir)).toEqual([]);
});

it('takes the settings of the app, as JSON too', async () => {
  const server = await startLlamaServer({ flavour: 'ollama' });
  onTestFinished(() => server.close());
  const desk = openTestDesk();
  const llama = { kind: 'openai', url: server.url, model: 'qwen3:8b' };
  writeFileSync(join(desk.dataDir, 'settings.json'), JSON.stringify({ llama }));
  const ran = await desk.jiwa(['endpoint', 'test', '--json']);
  expect(ran.json()).toMatchObject({ ok: true, kind: 'openai', model: 'qwen3:8b', isAsleep: false });
});

it('says that the endpoint sleeps, and wakes nobody unless it is told to', async () => {
  const { env, simulator } = await runpod({ workers: { idle: 0, ready: 0 } });
  const ran = await openTestDesk(env).jiwa(['endpoint', 'test']);
  expect(ran.stdout).toContain('No worker is awake');
  expect(ran.code).toBe(0);
  expect(simulator.submissions).toEqual([]);
  const woken = await openTestDesk(env).jiwa(['endpoint', 'test', '--wake']);
  expect(woken.stdout).toContain('answered in');
});

it('says in words what is wrong, and ends with 1', async () => {
  const { env } = await runpod({ key: 'another' });
  const desk = openTestDesk(env);
  const ran = await desk.jiwa(['endpoint', 'test']);
  expect(ran.stdout).toMatch(/Nothing answers.*HTTP 401.*Check the key/);
  expect(ran.stdout + ran.stderr).not.toContain('rp-key');
  expect(ran.code).toBe(1);
  const json = await desk.jiwa(['endpoint', 'test', '--json'], { env: { JIWA_LLAMA_URL: '' } });
  expect(json.json()).toMatchObject({ ok: false, fault: 'not_set' });
});

it('is looked at by the doctor too, where one is set', async () => {
  const { env } = await runpod();
  const desk = openTestDesk(env);
  const found = async (more: Record<string, string> = {}) => {
    const ran = await desk.jiwa(['doctor', '--json'], { env: more });
    const { checks } = ran.json() as { checks: readonly { name: string; state: string; finding: string }[] };
    return checks.find(({ name }) => name === 'LLaMA');
  };
  expect(await found()).toMatchObject({ state: 'ok', finding: expect.stringContaining('Llama-3.3') });
  expect(await found({ JIWA_LLAMA_KEY: 'wrong' })).toMatchObject({ state: 'fail' });
  expect(await found({ JIWA_LLAMA_KIND: '', JIWA_LLAMA_URL: '' })).toBeUndefined();
});
