import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { LlamaRequest } from '../../../src/main/llama/endpoint.ts';
import { runpodEndpoint } from '../../../src/main/llama/runpod.ts';
import { startRunpodSimulator, type RunpodOptions } from '../../simulators/runpod.ts';
import { drive, good, request, secretKey } from './drive.ts';

const model = 'meta-llama/Llama-3.3-70B-Instruct';
const { schema: _schema, ...plain } = request;

async function open(options: RunpodOptions = {}, chosen = model) {
  const simulator = await startRunpodSimulator({ key: secretKey, ...options });
  onTestFinished(() => simulator.close());
  const endpoint = runpodEndpoint({
    baseUrl: simulator.url,
    model: chosen,
    key: () => secretKey,
    patienceMs: 400,
  });
  return { simulator, endpoint };
}

describe('a request', () => {
  it('without a schema goes in the native form, which every image takes', async () => {
    const { simulator, endpoint } = await open();
    await drive(endpoint, plain);
    expect(simulator.submissions[0]).toMatchObject({
      input: { messages: request.messages, sampling_params: { max_tokens: 700, temperature: 0.7 } },
      policy: { executionTimeout: 900_000, ttl: 86_400_000 },
    });
  });

  it('with a schema goes through the OpenAI route, with the schema in both spellings', async () => {
    const { simulator, endpoint } = await open();
    await drive(endpoint);
    const { jsonSchema } = request.schema!;
    expect(simulator.submissions[0]?.input).toEqual({
      openai_route: '/v1/chat/completions',
      openai_input: {
        model,
        messages: request.messages,
        max_tokens: 700,
        temperature: 0.7,
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'insights', schema: jsonSchema, strict: true },
          schema: jsonSchema,
        },
      },
    });
  });

  it('is given back with its times on the GPU and in the queue, its tokens and its model', async () => {
    const { simulator, endpoint } = await open();
    const end = { kind: 'answer', text: good } as const;
    simulator.enqueue({ end, delayTime: 183_000, executionTime: 41_000 });
    const { reply } = await drive(endpoint);
    expect(reply).toEqual({
      text: good,
      model,
      isCut: false,
      usage: { inputTokens: expect.any(Number), outputTokens: Math.ceil(good.length / 4) },
      gpuMs: 41_000,
      waitedMs: 183_000,
    });
  });

  it('waits in the queue, then runs, as it is told', async () => {
    const { simulator, endpoint } = await open();
    simulator.enqueue({ end: { kind: 'answer', text: 'x' }, queuedLooks: 2, runningLooks: 1 });
    const { signal } = new AbortController();
    const started = await endpoint.start(plain, signal);
    const remoteId = started.state === 'submitted' ? started.remoteId : '';
    const seen: string[] = [];
    for (let look = 0; look < 4; look += 1) {
      const found = await endpoint.collect(remoteId, signal);
      seen.push(found.state === 'waiting' ? found.phase : found.state);
    }
    expect(seen).toEqual(['queued', 'queued', 'running', 'done']);
  });

  it('is taken back at RunPod', async () => {
    const { simulator, endpoint } = await open();
    simulator.enqueue({ end: { kind: 'answer', text: 'x' }, queuedLooks: 9 });
    const started = await endpoint.start(plain, new AbortController().signal);
    const remoteId = started.state === 'submitted' ? started.remoteId : '';
    await endpoint.cancel(remoteId);
    expect(simulator.stateOf(remoteId)).toBe('CANCELLED');
    await expect(endpoint.cancel(remoteId)).resolves.toBeUndefined();
  });

  it('is left with the reason of its signal', async () => {
    const { simulator, endpoint } = await open();
    simulator.fault('run', { kind: 'silence' });
    const leaving = new AbortController();
    const asked = endpoint.start(plain, leaving.signal);
    leaving.abort(new Error('closing'));
    await expect(asked).rejects.toThrow('closing');
  });
});

describe.each(['new', 'old', 'first'] as const)('the %s generation of the worker', (generation) => {
  const forms: readonly (readonly [string, LlamaRequest, boolean])[] = [
    ['native', plain, false],
    ['native, as a stream put together', plain, true],
    ['with a schema', request, false],
    ['with a schema, as a stream put together', request, true],
  ];
  test.each(forms)('answers the same: %s', async (_form, asked, isStreamed) => {
    const { simulator, endpoint } = await open({ generation });
    const text = 'Bu Komang: «così così» — 日本 🙏\nbaris kedua';
    simulator.enqueue({ kind: 'answer', text, isStreamed });
    const { reply } = await drive(endpoint, asked);
    expect(reply?.text).toBe(text);
    expect(reply?.usage?.outputTokens).toBe(Math.ceil(text.length / 4));
  });

  test('tells an error the same', async () => {
    const { simulator, endpoint } = await open({ generation });
    const error = { kind: 'error', message: 'vLLM returned HTTP 400: bad', type: 'BadRequestError' } as const;
    simulator.enqueue(error, error);
    expect(await drive(endpoint)).toMatchObject({ code: 'refused' });
    expect(await drive(endpoint, plain)).toMatchObject({ code: 'refused' });
  });
});

it('says of an old worker that it wants the model named', async () => {
  const { endpoint } = await open({ generation: 'old' }, '');
  expect(await drive(endpoint)).toMatchObject({
    code: 'refused',
    message: expect.stringContaining('name of the model'),
  });
});

const tested = async (
  options: RunpodOptions = {},
  prepare?: (made: Awaited<ReturnType<typeof open>>) => unknown,
) => {
  const made = await open(options);
  await prepare?.(made);
  return { ...made, report: await made.endpoint.test(new AbortController().signal) };
};

describe('the test of an endpoint', () => {
  it('tells model, time and queue where a worker is awake', async () => {
    const { report, simulator } = await tested();
    expect(report).toEqual({
      ok: true,
      kind: 'runpod',
      model,
      latencyMs: expect.any(Number),
      queue: { waiting: 0, running: 0 },
      isAsleep: false,
    });
    expect(simulator.submissions).toHaveLength(1);
  });

  it('wakes nobody: what sleeps is said to sleep, and nothing is paid', async () => {
    const { report, simulator } = await tested({ workers: { idle: 0, ready: 0 } });
    expect(report).toMatchObject({ ok: true, model: null, isAsleep: true });
    expect(simulator.submissions).toEqual([]);
  });

  it('wakes a sleeper where that is wanted, and waits as long as it takes', async () => {
    const { simulator, endpoint } = await open({ workers: { idle: 0, ready: 0 } });
    simulator.enqueue({ end: { kind: 'answer', text: 'ready' }, queuedLooks: 4 });
    const report = await endpoint.test(new AbortController().signal, { wakes: true });
    expect(report).toMatchObject({ ok: true, model, isAsleep: false });
    expect(simulator.submissions).toHaveLength(1);
  });

  it('takes its request back where the waking is left', async () => {
    const { simulator, endpoint } = await open({ workers: { idle: 0, ready: 0 } });
    simulator.enqueue({ end: { kind: 'answer', text: 'ready' }, queuedLooks: 999 });
    const leaving = new AbortController();
    const testing = endpoint.test(leaving.signal, { wakes: true });
    await expect.poll(() => simulator.submissions.length).toBe(1);
    leaving.abort(new Error('closing'));
    await expect(testing).rejects.toThrow('closing');
    expect(simulator.submissions.map(({ id }) => simulator.stateOf(id))).toEqual(['CANCELLED']);
  });

  it('says where requests wait and no worker comes', async () => {
    const { report } = await tested({ workers: { idle: 0, ready: 0 } }, ({ simulator, endpoint }) => {
      simulator.enqueue({ end: { kind: 'answer', text: 'x' }, queuedLooks: 9 });
      return endpoint.start(plain, new AbortController().signal);
    });
    expect(report).toMatchObject({
      ok: false,
      fault: 'no_workers',
      message: expect.stringContaining('1 requests'),
    });
  });

  it('says where no GPU is free', async () => {
    const { report } = await tested({ workers: { idle: 0, ready: 0, throttled: 2 } });
    expect(report).toMatchObject({ ok: false, fault: 'no_workers', message: expect.stringContaining('GPU') });
  });

  it('takes its own request back where nobody answers in time', async () => {
    const { report, simulator } = await tested({}, ({ simulator }) =>
      simulator.enqueue({ end: { kind: 'answer', text: 'x' }, queuedLooks: 999 }),
    );
    expect(report).toMatchObject({ ok: false, fault: 'busy' });
    expect(simulator.submissions.map(({ id }) => simulator.stateOf(id))).toEqual(['CANCELLED']);
  });

  it.each([
    ['unauthorized', { key: 'another' }],
    ['not_found', { endpointId: 'another' }],
  ] as const)('says in words: %s', async (fault, options) => {
    const simulator = await startRunpodSimulator(options);
    onTestFinished(() => simulator.close());
    const baseUrl = simulator.url.replace('another', 'jiwa-test');
    const key = 'endpointId' in options ? 'rp-key' : secretKey;
    const report = await runpodEndpoint({ baseUrl, model: '', key: () => key }).test(
      new AbortController().signal,
    );
    expect(report).toMatchObject({ ok: false, fault });
    expect(JSON.stringify(report)).not.toContain('marker');
  });

  it('says that nobody is there', async () => {
    const { simulator, endpoint } = await open();
    await simulator.close();
    const report = await endpoint.test(new AbortController().signal);
    expect(report).toMatchObject({
      ok: false,
      fault: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
