import { expect } from 'vitest';
import type { RunpodOptions, RunpodSimulator } from '../../simulators/runpod.ts';
import { good, secretKey, secretWords, sloppyAnswers, type Outcome } from './drive.ts';

interface Row {
  readonly title: string;
  readonly options?: RunpodOptions;
  readonly arrange: (simulator: RunpodSimulator) => void;
  readonly expected: Partial<Outcome>;
  /** Jobs that RunPod took: each of them is paid for. */
  readonly submissions?: number;
}

const answer = { kind: 'answer', text: good } as const;
const whole = { at: 'end', items: 2, rejects: [] } as const;
const traceback = 'File "/src/handler.py", line 9, in generate\nValueError: ';
const pythonError = (type: string) =>
  JSON.stringify({
    error_type: `<class '${type}'>`,
    error_message: `${secretWords} ${secretKey}`,
    error_traceback: traceback,
    hostname: 'worker-host',
    worker_id: 'w1',
    runpod_version: '1.8.1',
  });

/** What goes wrong at RunPod, and what is to come of it. */
export const drill: readonly Row[] = [
  // Handing over.
  {
    title: 'a key that is refused',
    options: { key: 'another' },
    arrange: () => undefined,
    expected: { at: 'start', code: 'unauthorized', isRetryable: false, mayHaveArrived: false },
    submissions: 0,
  },
  {
    title: 'an endpoint that is not there',
    options: { endpointId: 'another/jiwa-test' },
    arrange: (runpod) => runpod.fault('run', { kind: 'http', status: 404 }),
    expected: { at: 'start', code: 'not_found', isRetryable: false },
    submissions: 0,
  },
  {
    title: '429 with Retry-After in seconds',
    arrange: (runpod) => runpod.fault('run', { kind: 'http', status: 429, headers: { 'retry-after': '7' } }),
    expected: { at: 'start', code: 'rate_limited', isRetryable: true, retryAfterMs: 7_000 },
    submissions: 0,
  },
  {
    title: '429 that does not say how long',
    arrange: (runpod) => runpod.fault('run', { kind: 'http', status: 429, body: 'slow down' }),
    expected: { at: 'start', code: 'rate_limited', isRetryable: true, retryAfterMs: null },
    submissions: 0,
  },
  {
    title: 'a request that is not accepted',
    arrange: (runpod) => runpod.fault('run', { kind: 'http', status: 400 }),
    expected: { at: 'start', code: 'refused', isRetryable: false, mayHaveArrived: false },
    submissions: 0,
  },
  {
    title: 'a server error, behind which the job may be',
    arrange: (runpod) => runpod.fault('run', { kind: 'http', status: 500 }),
    expected: { at: 'start', code: 'server_error', isRetryable: true, mayHaveArrived: true },
    submissions: 0,
  },
  {
    title: 'a service that is down for a moment',
    arrange: (runpod) => runpod.fault('run', { kind: 'http', status: 503 }),
    expected: { at: 'start', code: 'busy', isRetryable: true, mayHaveArrived: false },
    submissions: 0,
  },
  {
    title: 'a sign-in page of the network',
    arrange: (runpod) => runpod.fault('run', { kind: 'page' }),
    expected: { at: 'start', code: 'malformed', isRetryable: true },
    submissions: 0,
  },
  {
    title: 'a redirect, which is not followed with the key',
    arrange: (runpod) => runpod.fault('run', { kind: 'redirect' }),
    expected: { at: 'start', code: 'refused', isRetryable: false },
    submissions: 0,
  },
  {
    title: 'an answer that breaks off after the job was taken',
    arrange: (runpod) => runpod.fault('run', { kind: 'cut' }),
    expected: { at: 'start', code: 'unreachable', isRetryable: true, mayHaveArrived: true },
  },
  {
    title: 'half-written JSON after the job was taken',
    arrange: (runpod) => runpod.fault('run', { kind: 'half' }),
    expected: { at: 'start', code: 'malformed', mayHaveArrived: true },
  },
  {
    title: 'a connection that is gone after the job was taken',
    arrange: (runpod) => runpod.fault('run', { kind: 'gone' }),
    expected: { at: 'start', code: 'unreachable', mayHaveArrived: true },
  },
  {
    title: 'no answer at all',
    arrange: (runpod) => runpod.fault('run', { kind: 'silence' }),
    expected: { at: 'start', code: 'timeout', isRetryable: true, mayHaveArrived: true },
  },
  {
    title: 'an answer without an id',
    arrange: (runpod) => runpod.fault('run', { kind: 'other', body: { status: 'IN_QUEUE' } }),
    expected: { at: 'start', code: 'malformed', mayHaveArrived: true },
  },
  {
    title: 'an answer that comes byte by byte',
    arrange: (runpod) => {
      runpod.enqueue(answer);
      runpod.fault('run', { kind: 'slow' });
      runpod.fault('status', { kind: 'slow' });
    },
    expected: whole,
  },
  {
    title: 'JSON under another content type',
    arrange: (runpod) => {
      runpod.enqueue(answer);
      runpod.fault('run', { kind: 'typed', type: 'text/plain' });
      runpod.fault('status', { kind: 'typed', type: 'application/octet-stream' });
    },
    expected: whole,
  },
  // Waiting.
  {
    title: 'a cold start, then a long run',
    arrange: (runpod) =>
      runpod.enqueue({
        end: answer,
        queuedLooks: 30,
        runningLooks: 5,
        delayTime: 183_000,
        executionTime: 41_000,
      }),
    expected: whole,
  },
  ...(
    [
      ['429', { kind: 'http', status: 429, headers: { 'retry-after': '3' } }, 'rate_limited'],
      ['a server error', { kind: 'http', status: 502 }, 'server_error'],
      ['a sign-in page', { kind: 'page' }, 'malformed'],
      ['half-written JSON', { kind: 'half' }, 'malformed'],
      ['a connection that breaks', { kind: 'cut' }, 'unreachable'],
      ['an answer that stalls', { kind: 'stall' }, 'timeout'],
      ['a state nobody knows', { kind: 'other', body: { status: 'DREAMING' } }, 'malformed'],
    ] as const
  ).map(([what, fault, code]) => ({
    title: `${what} while it waits: the job is still there`,
    arrange: (runpod: RunpodSimulator) => runpod.fault('status', fault),
    expected: { at: 'collect', code, isRetryable: true, mayHaveArrived: false } as const,
  })),
  // Ends without an answer.
  {
    title: 'an uncaught error of the handler, told as JSON in a text',
    arrange: (runpod) => runpod.enqueue({ kind: 'failed', error: pythonError('torch.OutOfMemoryError') }),
    expected: {
      at: 'end',
      code: 'worker_failed',
      isRetryable: true,
      message: expect.stringContaining('torch.OutOfMemoryError'),
    },
  },
  {
    title: 'an error told as plain text with a traceback',
    arrange: (runpod) =>
      runpod.enqueue({ kind: 'failed', error: `handler: ${secretWords} \ntraceback: ${traceback}` }),
    expected: { at: 'end', code: 'worker_failed', message: expect.stringContaining('ValueError') },
  },
  {
    title: 'a failure that tells nothing',
    arrange: (runpod) => runpod.enqueue({ kind: 'failed', error: undefined }),
    expected: { at: 'end', code: 'worker_failed', isRetryable: true },
  },
  {
    title: 'a job that ran too long',
    arrange: (runpod) => runpod.enqueue({ kind: 'state', status: 'TIMED_OUT' }),
    expected: { at: 'end', code: 'timeout', isRetryable: true },
  },
  {
    title: 'a job that somebody cancelled',
    arrange: (runpod) => runpod.enqueue({ kind: 'state', status: 'CANCELLED' }),
    expected: { at: 'end', code: 'cancelled', isRetryable: false },
  },
  {
    title: 'COMPLETED, and the output is an error of the server',
    arrange: (runpod) => runpod.enqueue({ kind: 'error', message: `vLLM returned HTTP 500: ${secretWords}` }),
    expected: { at: 'end', code: 'worker_failed', isRetryable: true },
  },
  {
    title: 'COMPLETED, and the output says that the prompt is too long',
    arrange: (runpod) =>
      runpod.enqueue({
        kind: 'error',
        message: "vLLM returned HTTP 400: This model's maximum context length is 8192 tokens",
      }),
    expected: { at: 'end', code: 'too_large', isRetryable: false },
  },
  {
    title: 'COMPLETED, and the model is not the one that is served',
    arrange: (runpod) =>
      runpod.enqueue({
        kind: 'error',
        message: 'The model `llama-9` does not exist.',
        type: 'NotFoundError',
      }),
    expected: { at: 'end', code: 'not_found', isRetryable: false },
  },
  {
    title: 'COMPLETED, and the error is a bare text',
    arrange: (runpod) =>
      runpod.enqueue({ kind: 'output', output: [{ error: 'vLLM engine not initialized.' }] }),
    expected: { at: 'end', code: 'worker_failed' },
  },
  {
    title: 'an output that was dropped because it was empty',
    arrange: (runpod) => runpod.enqueue({ kind: 'output' }),
    expected: { at: 'end', code: 'empty', isRetryable: true },
  },
  {
    title: 'an empty list as output',
    arrange: (runpod) => runpod.enqueue({ kind: 'output', output: [] }),
    expected: { at: 'end', code: 'empty' },
  },
  {
    title: 'an answer without a word',
    arrange: (runpod) => runpod.enqueue({ kind: 'answer', text: ' \n' }),
    expected: { at: 'end', code: 'empty' },
  },
  {
    title: 'the output of another worker than vLLM',
    arrange: (runpod) => runpod.enqueue({ kind: 'output', output: [{ image: 'aGVsbG8=' }] }),
    expected: { at: 'end', code: 'malformed' },
  },
  // Answers.
  {
    title: 'an answer that reached its length',
    arrange: (runpod) => runpod.enqueue({ kind: 'answer', text: good.slice(0, 70), finish: 'length' }),
    expected: { at: 'end', items: 1, rejects: ['cut'], reply: expect.objectContaining({ isCut: true }) },
  },
  {
    title: 'raw events in pieces cut anywhere',
    arrange: (runpod) => runpod.enqueue({ ...answer, isStreamed: true }),
    expected: whole,
  },
  {
    title: 'an error in the middle of raw events',
    arrange: (runpod) =>
      runpod.enqueue({
        kind: 'output',
        output: ['data: {"choices":[{"del', { error: { message: 'HTTP 500', type: 'worker_error' } }],
      }),
    expected: { at: 'end', code: 'malformed' },
  },
  ...sloppyAnswers.map(([what, text, items, rejects]) => ({
    title: `the model answers with ${what}`,
    arrange: (runpod: RunpodSimulator) => runpod.enqueue({ kind: 'answer', text }),
    expected: { at: 'end', items, rejects } as const,
  })),
];
