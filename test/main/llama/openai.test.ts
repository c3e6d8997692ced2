import { describe, expect, it, onTestFinished } from 'vitest';
import { openaiEndpoint, type OpenaiOptions } from '../../../src/main/llama/openai.ts';
import { startLlamaServer, type LlamaServerOptions } from '../../simulators/llama-server.ts';
import { drive, good, request, secretKey } from './drive.ts';

async function open(options: LlamaServerOptions = {}, more: Partial<OpenaiOptions> = {}) {
  const server = await startLlamaServer(options);
  onTestFinished(() => server.close());
  const endpoint = openaiEndpoint({
    baseUrl: server.url,
    model: '',
    key: () => null,
    concurrency: 2,
    ...more,
  });
  return { server, endpoint };
}

const names = {
  vllm: 'meta-llama/Llama-3.3-70B-Instruct',
  'llama-server': '/models/llama-3.3-70b.gguf',
  ollama: 'llama3.3:latest',
} as const;

describe.each(['vllm', 'llama-server', 'ollama'] as const)('%s', (flavour) => {
  it('answers in one go, with the model it lists first where none is named', async () => {
    const { server, endpoint } = await open({ flavour });
    server.enqueue({ text: good });
    const { reply, items } = await drive(endpoint);
    expect(items).toBe(2);
    expect(reply).toMatchObject({
      text: good,
      model: names[flavour],
      isCut: false,
      usage: { inputTokens: expect.any(Number), outputTokens: Math.ceil(good.length / 4) },
      gpuMs: null,
      waitedMs: expect.any(Number),
    });
    expect(server.chats[0]).toMatchObject({
      model: names[flavour],
      messages: request.messages,
      max_tokens: 700,
      temperature: 0.7,
      stream: true,
      response_format: { type: 'json_schema', json_schema: { schema: request.schema?.jsonSchema } },
    });
    expect(server.chats[0]?.['response_format']).toHaveProperty('schema');
  });

  it('is tested: model and time of an answer', async () => {
    const { endpoint } = await open({ flavour });
    expect(await endpoint.test(new AbortController().signal)).toEqual({
      ok: true,
      kind: 'openai',
      model: names[flavour],
      latencyMs: expect.any(Number),
      queue: null,
      isAsleep: false,
    });
  });
});

it('asks for the list of models once', async () => {
  const { server, endpoint } = await open();
  await drive(endpoint);
  await drive(endpoint);
  expect(server.requests.filter((one) => one === 'GET /v1/models')).toHaveLength(1);
});

it('sends the key where there is one, and no header where there is none', async () => {
  const { endpoint } = await open({ key: secretKey }, { key: () => secretKey });
  expect(await drive(endpoint)).toMatchObject({ at: 'end' });
  const { endpoint: keyless } = await open({ key: secretKey });
  expect(await drive(keyless)).toMatchObject({ code: 'unauthorized' });
});

it('asks no more at once than is set; the others wait their turn, and that wait is told', async () => {
  const { server, endpoint } = await open({ delayMs: 40 });
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => drive(endpoint)));
  expect(server.mostAtOnce).toBe(2);
  expect(server.chats).toHaveLength(6);
  expect(Math.max(...outcomes.map(({ reply }) => reply?.waitedMs ?? 0))).toBeGreaterThan(0);
});

it('gives up a turn that is no longer wanted, and the next one gets it', async () => {
  const { server, endpoint } = await open({}, { concurrency: 1 });
  server.fault('/chat/completions', { kind: 'silence' });
  const first = new AbortController();
  const second = new AbortController();
  const asked = [first, second].map(({ signal }) => endpoint.start(request, signal));
  const third = drive(endpoint);
  await expect.poll(() => server.requests).toContain('POST /v1/chat/completions');
  second.abort(new Error('not wanted'));
  await expect(asked[1]).rejects.toThrow('not wanted');
  first.abort(new Error('closing'));
  await expect(asked[0]).rejects.toThrow('closing');
  expect(await third).toMatchObject({ at: 'end', reply: { text: 'ready' } });
});

it('has nothing to collect and nothing to take back', async () => {
  const { endpoint } = await open();
  expect(await endpoint.collect('anything', new AbortController().signal)).toEqual({ state: 'gone' });
  await expect(endpoint.cancel('anything')).resolves.toBeUndefined();
});

const report = async (options: LlamaServerOptions, more: Partial<OpenaiOptions> = {}) => {
  const { endpoint } = await open(options, more);
  return endpoint.test(new AbortController().signal);
};

describe('the test of a server', () => {
  it('names what is there where the model is not', async () => {
    expect(await report({}, { model: 'llama-9' })).toMatchObject({
      ok: false,
      fault: 'not_found',
      message: expect.stringContaining(names.vllm),
    });
  });

  it('takes the short name of an Ollama model', async () => {
    expect(await report({ flavour: 'ollama' }, { model: 'llama3.3' })).toMatchObject({ ok: true });
  });

  it('says that there is no model at all', async () => {
    expect(await report({ flavour: 'ollama', models: [] })).toMatchObject({
      fault: 'not_found',
      message: expect.stringContaining('no model at all'),
    });
  });

  it.each([
    ['unauthorized', { key: secretKey }],
    ['busy', { flavour: 'llama-server', isLoading: true }],
  ] as const)('says in words: %s', async (fault, options) => {
    expect(await report(options)).toMatchObject({ ok: false, kind: 'openai', fault });
  });

  it('goes without a list of models where the server has none and the model is named', async () => {
    const { server, endpoint } = await open({}, { model: names.vllm });
    server.fault('/models', { kind: 'http', status: 404 });
    expect(await endpoint.test(new AbortController().signal)).toMatchObject({ ok: true, model: names.vllm });
  });
});
