import { z } from 'zod';
import { HOUR, MINUTE, SECOND } from '../../shared/time.ts';
import { chatBody } from './chat-shape.ts';
import type { Endpoint, LlamaRequest, RemoteState, Started } from './endpoint.ts';
import { adviceFor, LlamaFault } from './fault.ts';
import { assertOk, parseAnswer, send, type Answer } from './http.ts';
import { readOutput, workerFault } from './runpod-output.ts';
import { testRunpod, type CallRunpod } from './runpod-test.ts';

export interface RunpodOptions {
  /** Up to and with the endpoint's id, without a slash at the end. */
  readonly baseUrl: string;
  /** As the worker serves it. Empty: the worker's own, which images up to v2.9 refuse where a schema is asked for. */
  readonly model: string;
  /** Asked for each request. */
  readonly key: () => string | null;
  /** Longest wait for one HTTP answer, ms. */
  readonly timeoutMs?: number;
  /** How long the Test button waits for an answer of a worker that is awake, ms. */
  readonly patienceMs?: number;
}

/** `/run` takes no more (10 MB). */
const largestRequest = 10_000_000;
/** A request nobody collects ends by itself, and one that waits for a GPU has all night. */
const policy = { executionTimeout: 15 * MINUTE, ttl: 24 * HOUR };

/** Longest wait for a worker that has to be woken for a test. */
const coldStart = 15 * MINUTE;

const submittedSchema = z.object({ id: z.string().min(1).max(200) });
const statusSchema = z.object({
  status: z.string(),
  delayTime: z.number().nonnegative().nullish().catch(null),
  executionTime: z.number().nonnegative().nullish().catch(null),
  output: z.unknown().optional(),
  error: z.unknown().optional(),
});
type Status = z.infer<typeof statusSchema>;

/** LLaMA on RunPod's serverless queue, with the vLLM worker of any generation. */
export function runpodEndpoint(options: RunpodOptions): Endpoint {
  const call: CallRunpod = (path, signal, method = 'GET', body) =>
    send({
      url: `${options.baseUrl}${path}`,
      method,
      key: keyOf(options),
      timeoutMs: options.timeoutMs ?? 30 * SECOND,
      signal,
      ...(body === undefined ? {} : { body }),
    });
  const endpoint: Endpoint = {
    kind: 'runpod',
    start: async (request, signal) => {
      const body = JSON.stringify({ input: inputOf(request, options.model), policy });
      assertFits(body);
      return submitted(await call('/run', signal, 'POST', body));
    },
    collect: async (remoteId, signal) => {
      const answer = await call(`/status/${encodeURIComponent(remoteId)}`, signal);
      if (answer.status === 404) return { state: 'gone' };
      return stateOf(parseAnswer(answer, statusSchema));
    },
    cancel: async (remoteId) => {
      const path = `/cancel/${encodeURIComponent(remoteId)}`;
      const answer = await call(path, new AbortController().signal, 'POST', '{}');
      if (answer.status !== 404) assertOk(answer);
    },
    test: (signal, { wakes } = { wakes: false }) => {
      const patienceMs = wakes ? coldStart : (options.patienceMs ?? 30 * SECOND);
      return testRunpod({ endpoint, call, signal, wakes, patienceMs });
    },
  };
  return endpoint;
}

function keyOf({ key }: RunpodOptions): string {
  const value = key();
  if (value === null) throw new LlamaFault('unauthorized', 'RunPod needs a key, and none is set.');
  return value;
}

/**
 * With a schema the request goes through the worker's OpenAI route, which takes `response_format` in every generation;
 * the native form of images up to v2.9 breaks on it.
 */
function inputOf(request: LlamaRequest, model: string): object {
  if (request.schema)
    return { openai_route: '/v1/chat/completions', openai_input: chatBody(request, model, true) };
  const { messages, maxTokens, temperature } = request;
  // Without max_tokens images up to v2.9 stop after 16.
  return { messages, sampling_params: { max_tokens: maxTokens, temperature } };
}

function assertFits(body: string): void {
  const size = Buffer.byteLength(body);
  if (size > largestRequest)
    throw new LlamaFault(
      'too_large',
      `The request has ${(size / 1e6).toFixed(1)} MB and RunPod takes 10 MB. ${adviceFor.too_large}`,
    );
}

/** From here on the request is paid for: an answer that cannot be read means it may be running there. */
function submitted(answer: Answer): Started {
  try {
    return { state: 'submitted', remoteId: parseAnswer(answer, submittedSchema).id };
  } catch (error) {
    const mayHaveArrived = answer.status < 300 || answer.status === 500 || answer.status === 504;
    if (!(error instanceof LlamaFault) || !mayHaveArrived) throw error;
    const { code, message, retryAfterMs } = error;
    throw new LlamaFault(code, message, { retryAfterMs, mayHaveArrived, cause: error });
  }
}

function stateOf(status: Status): RemoteState {
  switch (status.status) {
    case 'IN_QUEUE':
      return { state: 'waiting', phase: 'queued' };
    case 'IN_PROGRESS':
    case 'RUNNING':
      return { state: 'waiting', phase: 'running' };
    case 'COMPLETED':
      return completed(status);
    case 'FAILED':
      return { state: 'failed', fault: workerFault(status.error) };
    case 'TIMED_OUT':
      return {
        state: 'failed',
        fault: new LlamaFault('timeout', `The job ran too long. ${adviceFor.timeout}`),
      };
    case 'CANCELLED':
      return { state: 'failed', fault: new LlamaFault('cancelled', 'The job was cancelled at RunPod.') };
    default:
      throw new LlamaFault(
        'malformed',
        'RunPod told a state of the job that is not known. Update Jiwa Desk.',
      );
  }
}

function completed({ output, error, delayTime, executionTime }: Status): RemoteState {
  try {
    if (output === undefined && error != null) throw workerFault(error);
    const reply = { ...readOutput(output), gpuMs: executionTime ?? null, waitedMs: delayTime ?? null };
    return { state: 'done', reply };
  } catch (fault) {
    if (fault instanceof LlamaFault) return { state: 'failed', fault };
    throw fault;
  }
}
