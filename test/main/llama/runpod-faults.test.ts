import { expect, it, onTestFinished, test } from 'vitest';
import { runpodEndpoint } from '../../../src/main/llama/runpod.ts';
import { startRunpodSimulator, type RunpodOptions } from '../../simulators/runpod.ts';
import { drive, good, request, secretKey } from './drive.ts';
import { drill } from './runpod-drill.ts';

async function open(options: RunpodOptions = {}) {
  const simulator = await startRunpodSimulator({ key: secretKey, ...options });
  onTestFinished(() => simulator.close());
  const endpoint = runpodEndpoint({
    baseUrl: simulator.url,
    model: 'meta-llama/Llama-3.3-70B-Instruct',
    key: () => secretKey,
    timeoutMs: 700,
  });
  return { simulator, endpoint };
}

test.each(drill)('$title', async ({ options, arrange, expected, submissions = 1 }) => {
  const { simulator, endpoint } = await open(options);
  arrange(simulator);
  const outcome = await drive(endpoint);
  expect(outcome).toMatchObject(expected);
  expect(simulator.submissions).toHaveLength(submissions);
  expect(outcome.message ?? '').not.toMatch(/Wayan|marker|worker-host|handler\.py/);
});

it('collects after any trouble on the way, and hands nothing over twice', async () => {
  const { simulator, endpoint } = await open();
  simulator.enqueue({ end: { kind: 'answer', text: good }, queuedLooks: 2 });
  const { signal } = new AbortController();
  const started = await endpoint.start(request, signal);
  const remoteId = started.state === 'submitted' ? started.remoteId : '';
  const faults = [
    { kind: 'http', status: 500 },
    { kind: 'cut' },
    { kind: 'half' },
    { kind: 'page' },
    { kind: 'http', status: 429 },
  ] as const;
  simulator.fault('status', ...faults);
  const codes: unknown[] = [];
  for (let look = 0; look < faults.length; look += 1)
    codes.push(await endpoint.collect(remoteId, signal).catch(({ code }: { code?: unknown }) => code));
  expect(codes).toEqual(['server_error', 'unreachable', 'malformed', 'malformed', 'rate_limited']);
  const states: string[] = [];
  while (states.at(-1) !== 'done') states.push((await endpoint.collect(remoteId, signal)).state);
  // Two of the troubles were looks at the job all the same, so it is over by now.
  expect(states).toEqual(['done']);
  expect(simulator.submissions).toHaveLength(1);
});

it('says of a result that expired that it is gone', async () => {
  const { simulator, endpoint } = await open();
  const { signal } = new AbortController();
  const started = await endpoint.start(request, signal);
  const remoteId = started.state === 'submitted' ? started.remoteId : '';
  expect(await endpoint.collect(remoteId, signal)).toMatchObject({ state: 'done' });
  simulator.expire(remoteId);
  expect(await endpoint.collect(remoteId, signal)).toEqual({ state: 'gone' });
  await expect(endpoint.cancel(remoteId)).resolves.toBeUndefined();
});

it('sends nothing that RunPod would refuse for its size', async () => {
  const { simulator, endpoint } = await open();
  const messages = [{ role: 'user', content: 'é'.repeat(5_000_000) }] as const;
  expect(await drive(endpoint, { messages, maxTokens: 10, temperature: 0 })).toMatchObject({
    at: 'start',
    code: 'too_large',
    isRetryable: false,
    mayHaveArrived: false,
  });
  expect(simulator.requests).toEqual([]);
});

it('sends nothing without a key', async () => {
  const { simulator } = await open();
  const endpoint = runpodEndpoint({ baseUrl: simulator.url, model: '', key: () => null });
  expect(await drive(endpoint)).toMatchObject({ at: 'start', code: 'unauthorized' });
  expect(simulator.requests).toEqual([]);
});
