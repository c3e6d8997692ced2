import { describe, expect, it, onTestFinished } from 'vitest';
import { openLlama } from '../../../src/main/llama/llama.ts';
import { defaultSettings, type Settings } from '../../../src/shared/settings.ts';
import { startLlamaServer } from '../../simulators/llama-server.ts';
import { startRunpodSimulator } from '../../simulators/runpod.ts';

function open(
  settings: Partial<Settings['llama']>,
  env: Record<string, string> = {},
  key: string | null = 'rp-key',
) {
  let current = { ...defaultSettings.llama, ...settings };
  const llama = openLlama({ settings: () => current, env, key: () => key });
  const change = (patch: Partial<Settings['llama']>) => {
    current = { ...current, ...patch };
  };
  return { llama, change };
}

it('says what to do where nothing is set', async () => {
  const { llama } = open({});
  expect(() => llama.endpoint()).toThrow(/Settings, Offline work/);
  expect(await llama.test()).toMatchObject({ ok: false, fault: 'not_set' });
});

it('gives the same endpoint while the settings stay, another one when they change', () => {
  const { llama, change } = open({ endpoint: 'abc123' });
  const first = llama.endpoint();
  expect(llama.endpoint()).toBe(first);
  change({ usdPerGpuSecond: 1 });
  expect(llama.endpoint()).toBe(first);
  change({ kind: 'openai', url: 'http://127.0.0.1:1/v1' });
  expect(llama.endpoint().kind).toBe('openai');
});

it('names what its requests are kept under by kind and address alone, and says how many it takes', () => {
  const { llama, change } = open({ endpoint: '', concurrency: 7 });
  expect(llama.inUse()).toBeNull();
  change({ endpoint: 'abc123' });
  expect(llama.inUse()).toEqual({
    id: 'runpod:https://api.runpod.ai/v2/abc123',
    endpoint: llama.endpoint(),
    atOnce: 7,
  });
  const { id = '' } = llama.inUse() ?? {};
  change({ model: 'another' });
  expect(llama.inUse()?.id).toBe(id);
});

describe('addresses', () => {
  it.each(['', '/', '/run', '/openai/v1', '/health'])('RunPod’s is taken with %j behind it', async (rest) => {
    const runpod = await startRunpodSimulator();
    onTestFinished(() => runpod.close());
    expect(await open({ endpoint: `${runpod.url}${rest}` }).llama.test()).toMatchObject({ ok: true });
  });

  it.each(['', '/', '/v1', '/v1/', '/v1/chat/completions', '/v1/models'])(
    'a server’s is taken with %j behind the host',
    async (rest) => {
      const server = await startLlamaServer();
      onTestFinished(() => server.close());
      const url = server.url.replace('/v1', rest);
      expect(await open({ kind: 'openai', url }).llama.test()).toMatchObject({ ok: true });
    },
  );
});

describe('the environment', () => {
  it('stands before the settings: kind, address and model', async () => {
    const server = await startLlamaServer({ models: ['a', 'b'] });
    onTestFinished(() => server.close());
    const env = { JIWA_LLAMA_KIND: 'openai', JIWA_LLAMA_URL: server.url, JIWA_LLAMA_MODEL: 'b' };
    const { llama } = open({ kind: 'runpod', endpoint: 'abc123', model: 'a' }, env);
    expect(await llama.test()).toMatchObject({ ok: true, kind: 'openai', model: 'b' });
    expect(llama.variables()).toEqual(Object.keys(env));
  });

  it('counts as not set where it is empty', () => {
    const { llama } = open({ endpoint: 'abc123' }, { JIWA_LLAMA_KIND: '', JIWA_LLAMA_URL: ' ' });
    expect(llama.endpoint().kind).toBe('runpod');
    expect(llama.variables()).toEqual([]);
  });

  it.each([
    [{ JIWA_LLAMA_KIND: 'ollama' }, /JIWA_LLAMA_KIND must be one of: runpod, openai/],
    [{ JIWA_LLAMA_URL: 'ftp://secret-word' }, /begins with http/],
  ])('is refused in words where it names nothing that can be: %j', async (env, words) => {
    const report = await open({ endpoint: 'abc123' }, env).llama.test();
    expect(report).toMatchObject({ ok: false, fault: 'not_set', message: expect.stringMatching(words) });
    expect(JSON.stringify(report)).not.toContain('secret-word');
  });
});

it('leaves a test that is going on when it is closed', async () => {
  const runpod = await startRunpodSimulator();
  onTestFinished(() => runpod.close());
  runpod.fault('health', { kind: 'silence' });
  const { llama } = open({ endpoint: runpod.url });
  const testing = llama.test();
  llama.close();
  await expect(testing).rejects.toThrow('aborted');
});
