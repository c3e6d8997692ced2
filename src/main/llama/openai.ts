import { z } from 'zod';
import type { EndpointReport } from '../../shared/endpoint.ts';
import { MINUTE, SECOND } from '../../shared/time.ts';
import { askChat, type ChatOptions } from './openai-chat.ts';
import type { Endpoint, LlamaReply, LlamaRequest } from './endpoint.ts';
import { LlamaFault } from './fault.ts';
import { parseAnswer, placeOf, send } from './http.ts';
import { trialRequest } from './trial.ts';
import { Turns } from './turns.ts';

export interface OpenaiOptions {
  /** Up to and with `/v1`, without a slash at the end. */
  readonly baseUrl: string;
  /** Empty: the first one that the server lists. */
  readonly model: string;
  /** Asked for each request; null where the server wants none. */
  readonly key: () => string | null;
  /** Requests at once; the others wait here. */
  readonly concurrency: number;
  readonly patience?: Partial<ChatOptions['patience']>;
}

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) });
const patience = {
  timeoutMs: 15 * MINUTE,
  // Fetch itself gives up after five minutes without a byte.
  silenceMs: 4 * MINUTE,
  probeMs: 20 * SECOND,
};

/** LLaMA on any server that speaks OpenAI's chat completions: it answers in one go, and has nothing to collect. */
export function openaiEndpoint(options: OpenaiOptions): Endpoint {
  const { baseUrl, key, concurrency } = options;
  const turns = new Turns(concurrency);
  const state = { isConstrained: true };
  let listed: string | null = null;
  const models = async (signal: AbortSignal): Promise<string[]> => {
    const call = { url: `${baseUrl}/models`, method: 'GET', key: key(), timeoutMs: 20 * SECOND } as const;
    return parseAnswer(await send({ ...call, signal }), modelsSchema).data.map(({ id }) => id);
  };
  const modelFor = async (signal: AbortSignal): Promise<string> =>
    options.model || (listed ??= (await models(signal))[0] ?? '');
  const ask = (request: LlamaRequest, signal: AbortSignal): Promise<LlamaReply> => {
    const asked = performance.now();
    return turns.take(signal, async () => {
      const waitedMs = Math.round(performance.now() - asked);
      const model = await modelFor(signal);
      const chat = { baseUrl, key, model, state, patience: { ...patience, ...options.patience } };
      const spoken = await askChat(chat, request, signal);
      return { ...spoken, gpuMs: null, waitedMs };
    });
  };
  return {
    kind: 'openai',
    start: async (request, signal) => ({ state: 'done', reply: await ask(request, signal) }),
    collect: async () => ({ state: 'gone' }),
    cancel: async () => undefined,
    test: (signal) => testOpenai({ ...options, models, ask, signal }),
  };
}

interface Trial extends OpenaiOptions {
  readonly models: (signal: AbortSignal) => Promise<string[]>;
  readonly ask: (request: LlamaRequest, signal: AbortSignal) => Promise<LlamaReply>;
  readonly signal: AbortSignal;
}

async function testOpenai({ models, ask, signal, model, baseUrl }: Trial): Promise<EndpointReport> {
  try {
    assertListed(await listedModels(models, model, signal), model, baseUrl);
    const asked = performance.now();
    const reply = await ask(trialRequest, signal);
    const latencyMs = Math.round(performance.now() - asked);
    return { ok: true, kind: 'openai', model: reply.model ?? model, latencyMs, queue: null, isAsleep: false };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof LlamaFault)) throw error;
    return { ok: false, kind: 'openai', fault: error.code, message: error.message };
  }
}

/** Null where the server has no list, which is no fault while the model is named. */
async function listedModels(
  models: Trial['models'],
  model: string,
  signal: AbortSignal,
): Promise<string[] | null> {
  try {
    return await models(signal);
  } catch (error) {
    if (model !== '' && error instanceof LlamaFault && error.code === 'not_found') return null;
    throw error;
  }
}

/** Ollama lists `name:latest` and takes `name`. */
function assertListed(ids: readonly string[] | null, model: string, baseUrl: string): void {
  if (ids === null || (model === '' && ids.length > 0)) return;
  if (ids.some((id) => id === model || id === `${model}:latest`)) return;
  const there = ids.length === 0 ? 'no model at all' : `other models: ${ids.slice(0, 5).join(', ')}`;
  throw new LlamaFault('not_found', `${placeOf(baseUrl)} has ${there}. Check the name of the model.`);
}
