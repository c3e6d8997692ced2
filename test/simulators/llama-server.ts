import { jsonReply, serveFaulty, type Asked, type HttpFault, type Reply } from './http-faults.ts';
import { isRecord, streamOf } from './runpod-worker.ts';

/** Whose habits the server has. */
type Flavour = 'vllm' | 'llama-server' | 'ollama';

/** What the model says, and how it is told. */
interface ChatPlan {
  readonly text: string;
  readonly finish?: 'stop' | 'length';
  /** `whole`: it does not stream, whatever was asked. */
  readonly way?: 'whole';
  /** Pieces of the stream are cut anywhere instead of after events. */
  readonly isCutAnywhere?: boolean;
  /** The stream ends so: without a word that it is over, with an error in the middle, with a piece that is no JSON. */
  readonly ending?: 'missing' | 'error' | 'malformed' | 'no_finish';
}

export interface LlamaServer {
  /** Up to and with `/v1`. */
  readonly url: string;
  /** Bodies of all chat completions that were answered by the model. */
  readonly chats: readonly Record<string, unknown>[];
  /** `METHOD /path` of every request. */
  readonly requests: readonly string[];
  /** Most chats that were open at once. */
  readonly mostAtOnce: number;
  /** Plans for the next chats, one each. */
  enqueue(...plans: readonly ChatPlan[]): void;
  /** The next requests of this path are misanswered, one each. */
  fault(path: '/chat/completions' | '/models', ...faults: readonly HttpFault[]): void;
  readonly close: () => Promise<void>;
}

export interface LlamaServerOptions {
  readonly flavour?: Flavour;
  /** The only key that is taken; without it any, and none. Ollama never asks. */
  readonly key?: string;
  /** Names that are served. */
  readonly models?: readonly string[];
  /** llama-server: while true it is loading. */
  readonly isLoading?: boolean;
  /** Requests with a schema are refused, as by servers that know none. */
  readonly hasNoSchema?: boolean;
  /** Each chat takes so long, ms. */
  readonly delayMs?: number;
  readonly answer?: (chat: Record<string, unknown>) => string;
  readonly port?: number;
}

const defaultModels: Readonly<Record<Flavour, readonly string[]>> = {
  vllm: ['meta-llama/Llama-3.3-70B-Instruct'],
  'llama-server': ['/models/llama-3.3-70b.gguf'],
  ollama: ['llama3.3:latest', 'qwen3:8b'],
};

/** An OpenAI-compatible server over real HTTP, with the habits of vLLM, llama-server or Ollama, misbehaving as its script says. */
export async function startLlamaServer(options: LlamaServerOptions = {}): Promise<LlamaServer> {
  const model = new Model(options);
  const faults = new Map<string, HttpFault[]>();
  const requests: string[] = [];
  const server = await serveFaulty(
    (asked) => model.answer(asked),
    ({ method, path }) => {
      requests.push(`${method} ${path}`);
      return faults.get(path)?.shift();
    },
    options.port,
  );
  return {
    url: `${server.url}/v1`,
    chats: model.chats,
    requests,
    get mostAtOnce() {
      return model.mostAtOnce;
    },
    enqueue: (...plans) => void model.plans.push(...plans),
    fault: (path, ...more) => void faults.set(`/v1${path}`, [...(faults.get(`/v1${path}`) ?? []), ...more]),
    close: server.close,
  };
}

class Model {
  readonly chats: Record<string, unknown>[] = [];
  readonly plans: ChatPlan[] = [];
  mostAtOnce = 0;
  #open = 0;
  readonly #options: LlamaServerOptions;
  readonly #flavour: Flavour;
  readonly #models: readonly string[];

  constructor(options: LlamaServerOptions) {
    this.#options = options;
    this.#flavour = options.flavour ?? 'vllm';
    this.#models = options.models ?? defaultModels[this.#flavour];
  }

  async answer(asked: Asked): Promise<Reply> {
    const { method, path, headers } = asked;
    const { key, isLoading } = this.#options;
    if (path === '/health' && this.#flavour !== 'ollama')
      return isLoading ? this.#loading() : jsonReply(200, { status: 'ok' });
    if (path === '/api/version' && this.#flavour === 'ollama') return jsonReply(200, { version: '0.13.0' });
    if (this.#flavour !== 'ollama' && key !== undefined && headers.authorization !== `Bearer ${key}`)
      return this.#error(401, 'Invalid API Key', 'authentication_error');
    if (path === '/v1/models' && method === 'GET') return jsonReply(200, this.#list());
    if (path === '/v1/chat/completions' && method === 'POST') return this.#chat(asked.body);
    return this.#error(404, 'Not Found', 'not_found_error');
  }

  #list(): unknown {
    const extras =
      this.#flavour === 'vllm'
        ? { max_model_len: 8_192 }
        : { meta: this.#options.isLoading ? null : { n_ctx_train: 131_072 } };
    return { object: 'list', data: this.#models.map((id) => ({ id, object: 'model', ...extras })) };
  }

  async #chat(body: unknown): Promise<Reply> {
    if (this.#options.isLoading) return this.#loading();
    const refusal = isRecord(body) ? this.#refusalOf(body) : this.#error(400, 'bad body', 'BadRequestError');
    if (refusal || !isRecord(body)) return refusal ?? { status: 400, body: '' };
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    if (this.#options.delayMs !== undefined)
      await new Promise((resolve) => setTimeout(resolve, this.#options.delayMs));
    this.#open -= 1;
    this.chats.push(body);
    const plan = this.plans.shift() ?? { text: this.#options.answer?.(body) ?? 'ready' };
    const isStreamed = body['stream'] === true && plan.way !== 'whole';
    return isStreamed ? this.#stream(body, plan) : this.#whole(body, plan);
  }

  #refusalOf(body: Record<string, unknown>): Reply | null {
    const format = body['response_format'];
    const model = typeof body['model'] === 'string' ? body['model'] : undefined;
    if (format !== undefined && this.#options.hasNoSchema)
      return this.#error(400, 'response_format is not supported by this server', 'BadRequestError');
    // llama-server answers with the one model it has, whatever it is asked for.
    if (this.#flavour === 'llama-server') return null;
    if (this.#flavour === 'vllm') {
      const isKnown = model === undefined || this.#models.includes(model);
      if (!isKnown) return this.#error(404, `The model \`${model}\` does not exist.`, 'NotFoundError');
      const isOwn = isRecord(format) && format['type'] === 'json_schema' && !isRecord(format['json_schema']);
      return isOwn ? this.#error(400, 'json_schema is required', 'BadRequestError') : null;
    }
    const isKnown = this.#models.some((id) => id === model || id === `${model}:latest`);
    return isKnown ? null : this.#error(404, `model "${model}" not found, try pulling it first`, 'api_error');
  }

  #loading(): Reply {
    return this.#error(503, 'Loading model', 'unavailable_error');
  }

  /** llama-server repeats the status as its code; the others have words or nothing there. */
  #error(status: number, message: string, type: string): Reply {
    const code = this.#flavour === 'ollama' ? null : status;
    return jsonReply(status, { error: { message, type, code } });
  }

  #named(body: Record<string, unknown>): string {
    const [own = ''] = this.#models;
    const { model } = body;
    return this.#flavour !== 'llama-server' && typeof model === 'string' ? model : own;
  }

  #whole(body: Record<string, unknown>, { text, finish = 'stop' }: ChatPlan): Reply {
    const tokens = tokensOf(body, text);
    return jsonReply(200, {
      object: 'chat.completion',
      model: this.#named(body),
      choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: finish }],
      usage: { prompt_tokens: tokens.input, completion_tokens: tokens.output },
    });
  }

  #stream(body: Record<string, unknown>, plan: ChatPlan): Reply {
    const { text, finish = 'stop', ending, isCutAnywhere } = plan;
    const options = body['stream_options'];
    const isCounted = isRecord(options) && options['include_usage'] === true;
    const isOver = ending === undefined;
    const events = streamOf({
      model: this.#named(body),
      text,
      finish: isOver ? finish : null,
      tokens: isCounted && isOver ? tokensOf(body, text) : null,
    });
    if (ending === 'error')
      events.push('data: {"error":{"message":"CUDA error: out of memory","type":"InternalServerError"}}\n\n');
    if (ending === 'malformed') events.push('data: {"choices":[{"del\n\n');
    if (ending === 'no_finish') events.push('data: [DONE]\n\n');
    const pieces = isCutAnywhere ? (events.join('').match(/[\s\S]{1,5}/g) ?? []) : events;
    return { status: 200, type: 'text/event-stream; charset=utf-8', body: pieces };
  }
}

function tokensOf(body: Record<string, unknown>, text: string): { input: number; output: number } {
  return { input: JSON.stringify(body['messages']).length >> 2, output: Math.ceil(text.length / 4) };
}
