import { expect, it, onTestFinished, test } from 'vitest';
import { openaiEndpoint, type OpenaiOptions } from '../../../src/main/llama/openai.ts';
import {
  startLlamaServer,
  type LlamaServer,
  type LlamaServerOptions,
} from '../../simulators/llama-server.ts';
import { drive, good, request, secretKey, sloppyAnswers, type Outcome } from './drive.ts';

const model = 'meta-llama/Llama-3.3-70B-Instruct';

async function open(options: LlamaServerOptions = {}, more: Partial<OpenaiOptions> = {}) {
  const server = await startLlamaServer({ key: secretKey, ...options });
  onTestFinished(() => server.close());
  const patience = { timeoutMs: 5_000, silenceMs: 400, probeMs: 100 };
  const endpoint = openaiEndpoint({
    baseUrl: server.url,
    model,
    key: () => secretKey,
    concurrency: 2,
    patience,
    ...more,
  });
  return { server, endpoint };
}

interface Row {
  readonly title: string;
  readonly options?: LlamaServerOptions;
  readonly arrange?: (server: LlamaServer) => void;
  readonly expected: Partial<Outcome>;
}

const chat = '/chat/completions';
const whole = { at: 'end', items: 2, rejects: [] } as const;

/** What goes wrong, and what is to come of it. */
const drill: readonly Row[] = [
  // Refused.
  {
    title: 'a key that is refused',
    options: { key: 'another' },
    expected: { code: 'unauthorized', isRetryable: false },
  },
  {
    title: 'a key that may not',
    arrange: (server) => server.fault(chat, { kind: 'http', status: 403 }),
    expected: { code: 'unauthorized', isRetryable: false },
  },
  {
    title: 'a model that is not served (vLLM)',
    options: { models: ['another'] },
    expected: {
      code: 'not_found',
      isRetryable: false,
      message: expect.stringContaining('name of the model'),
    },
  },
  {
    title: 'a model that was not pulled (Ollama)',
    options: { flavour: 'ollama' },
    expected: { code: 'not_found', isRetryable: false },
  },
  {
    title: 'a model that is loading (llama-server)',
    options: { flavour: 'llama-server', isLoading: true },
    expected: { code: 'busy', isRetryable: true },
  },
  {
    title: 'a prompt longer than the context',
    arrange: (server) =>
      server.fault(chat, {
        kind: 'http',
        status: 400,
        body: JSON.stringify({ error: { message: "This model's maximum context length is 8192 tokens." } }),
      }),
    expected: { code: 'too_large', isRetryable: false },
  },
  {
    title: 'a request that is not accepted',
    arrange: (server) => server.fault(chat, { kind: 'http', status: 422 }),
    expected: { code: 'refused', isRetryable: false },
  },
  {
    title: 'a body that is too large for the proxy',
    arrange: (server) => server.fault(chat, { kind: 'http', status: 413 }),
    expected: { code: 'too_large', isRetryable: false },
  },
  {
    title: '429 with Retry-After in seconds',
    arrange: (server) => server.fault(chat, { kind: 'http', status: 429, headers: { 'retry-after': '12' } }),
    expected: { code: 'rate_limited', isRetryable: true, retryAfterMs: 12_000 },
  },
  {
    title: '429 with Retry-After as a date gone by',
    arrange: (server) =>
      server.fault(chat, {
        kind: 'http',
        status: 429,
        headers: { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' },
      }),
    expected: { code: 'rate_limited', retryAfterMs: 0 },
  },
  {
    title: '429 with a Retry-After that makes no sense',
    arrange: (server) =>
      server.fault(chat, { kind: 'http', status: 429, headers: { 'retry-after': 'soon' } }),
    expected: { code: 'rate_limited', retryAfterMs: null },
  },
  ...(
    [
      [500, 'server_error'],
      [502, 'server_error'],
      [503, 'busy'],
      [504, 'timeout'],
      [524, 'timeout'],
    ] as const
  ).map(([status, code]) => ({
    title: `HTTP ${status} of the server or the proxy before it`,
    arrange: (server: LlamaServer) => server.fault(chat, { kind: 'http', status, body: '<html>' }),
    expected: { code, isRetryable: true } as const,
  })),
  // No answer, or not one.
  {
    title: 'a sign-in page of the network',
    arrange: (server) => server.fault(chat, { kind: 'page' }),
    expected: { code: 'malformed', message: expect.stringContaining('text/html') },
  },
  {
    title: 'a redirect, which is not followed with the key',
    arrange: (server) => server.fault(chat, { kind: 'redirect' }),
    expected: { code: 'refused', isRetryable: false },
  },
  {
    title: 'a connection that is gone at once',
    arrange: (server) => server.fault(chat, { kind: 'gone' }),
    expected: { code: 'unreachable', isRetryable: true, mayHaveArrived: true },
  },
  {
    title: 'a stream whose connection breaks',
    arrange: (server) => server.fault(chat, { kind: 'cut' }),
    expected: { code: 'unreachable', isRetryable: true },
  },
  {
    title: 'a stream that ends in the middle as if it were whole',
    arrange: (server) => server.enqueue({ text: good, ending: 'missing' }),
    expected: { code: 'unreachable', message: expect.stringContaining('broke off') },
  },
  {
    title: 'a stream that stalls, of a server that is alive',
    arrange: (server) => server.fault(chat, { kind: 'stall' }),
    expected: { code: 'timeout', message: expect.stringContaining('fell silent') },
  },
  {
    title: 'no answer, of a server that is alive',
    arrange: (server) => server.fault(chat, { kind: 'silence' }),
    expected: { code: 'timeout', mayHaveArrived: true },
  },
  {
    title: 'no answer, of a server that does not answer anything any more',
    arrange: (server) => {
      server.fault(chat, { kind: 'silence' });
      server.fault('/models', ...Array.from({ length: 9 }, () => ({ kind: 'gone' }) as const));
    },
    expected: { code: 'unreachable', message: expect.stringContaining('stopped answering') },
  },
  {
    title: 'an error in the middle of a stream',
    arrange: (server) => server.enqueue({ text: good, ending: 'error' }),
    expected: { code: 'worker_failed', isRetryable: true },
  },
  {
    title: 'a piece of a stream that is no JSON',
    arrange: (server) => server.enqueue({ text: good, ending: 'malformed' }),
    expected: { code: 'malformed' },
  },
  {
    title: 'an error with status 200',
    arrange: (server) => {
      server.enqueue({ text: good, way: 'whole' });
      server.fault(chat, { kind: 'other', body: { error: { message: 'x', type: 'BadRequestError' } } });
    },
    expected: { code: 'refused', isRetryable: false },
  },
  {
    title: 'half-written JSON of a server that does not stream',
    arrange: (server) => {
      server.enqueue({ text: good, way: 'whole' });
      server.fault(chat, { kind: 'half' });
    },
    expected: { code: 'malformed', isRetryable: true },
  },
  {
    title: 'JSON of another shape',
    arrange: (server) => {
      server.enqueue({ text: good, way: 'whole' });
      server.fault(chat, { kind: 'other', body: { models: [] } });
    },
    expected: { code: 'malformed' },
  },
  {
    title: 'an answer without a word',
    arrange: (server) => server.enqueue({ text: '' }),
    expected: { code: 'empty', isRetryable: true },
  },
  // Answers.
  { title: 'an answer, streamed', arrange: (server) => server.enqueue({ text: good }), expected: whole },
  {
    title: 'a stream in pieces cut anywhere',
    arrange: (server) => server.enqueue({ text: good, isCutAnywhere: true }),
    expected: whole,
  },
  {
    title: 'a stream that comes byte by byte, letters cut in two',
    arrange: (server) => {
      server.enqueue({ text: good });
      server.fault(chat, { kind: 'slow' });
    },
    expected: whole,
  },
  {
    title: 'a stream that says only at its end that it is over',
    arrange: (server) => server.enqueue({ text: good, ending: 'no_finish' }),
    expected: whole,
  },
  {
    title: 'an answer of a server that does not stream',
    arrange: (server) => server.enqueue({ text: good, way: 'whole' }),
    expected: whole,
  },
  {
    title: 'JSON under another content type',
    arrange: (server) => {
      server.enqueue({ text: good, way: 'whole' });
      server.fault(chat, { kind: 'typed', type: 'text/plain' });
    },
    expected: whole,
  },
  {
    title: 'a server that knows no schema: asked again without one',
    options: { hasNoSchema: true },
    arrange: (server) => server.enqueue({ text: good }),
    expected: whole,
  },
  {
    title: 'an answer that reached its length',
    arrange: (server) => server.enqueue({ text: good.slice(0, 70), finish: 'length' }),
    expected: { items: 1, rejects: ['cut'], reply: expect.objectContaining({ isCut: true }) },
  },
  ...sloppyAnswers.map(([what, text, items, rejects]) => ({
    title: `the model answers with ${what}`,
    arrange: (server: LlamaServer) => server.enqueue({ text }),
    expected: { at: 'end', items, rejects } as const,
  })),
];

test.each(drill)('$title', async ({ options, arrange, expected }) => {
  const { server, endpoint } = await open(options);
  arrange?.(server);
  const outcome = await drive(endpoint);
  expect(outcome).toMatchObject(expected);
  expect(outcome.message ?? '').not.toMatch(/Wayan|marker/);
});

it('says that nobody is there', async () => {
  const { server, endpoint } = await open();
  await server.close();
  expect(await drive(endpoint)).toMatchObject({
    code: 'unreachable',
    mayHaveArrived: false,
    message: expect.stringContaining('ECONNREFUSED'),
  });
});

it('remembers that a server knows no schema, and asks it no second time', async () => {
  const { server, endpoint } = await open({ hasNoSchema: true });
  await drive(endpoint);
  await drive(endpoint);
  expect(server.requests.filter((one) => one.startsWith('POST'))).toHaveLength(3);
  expect(server.chats.map((body) => 'response_format' in body)).toEqual([false, false]);
  expect(request.schema).toBeDefined();
});
