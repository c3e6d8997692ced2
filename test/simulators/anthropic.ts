import type { z } from 'zod';
import { playFrames, sendFault, sendJson, serveRoutes, type Exchange } from '../../src/demo/http-routes.ts';
import {
  countTokensRequest,
  findConversationFault,
  isStructured,
  messagesRequest,
  type MessagesRequest,
  type PromptRequest,
} from '../../src/demo/messages-request.ts';
import { countPromptTokens, createPromptCache } from '../../src/demo/usage.ts';
import { planPlayback } from './playback.ts';
import { createScript, verdict, type Step } from './steps.ts';

/** One arrived `POST /v1/messages`, for assertions. Keys are blotted out of the headers. */
interface RecordedRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it came, parsed; `messages` below is it again when it was valid. */
  readonly body: unknown;
  readonly messages: MessagesRequest | null;
  readonly arrivedAt: number;
  /** HTTP status of the answer; null until it begins, and for ever when there is none. */
  status: number | null;
  /** `sent`: answered to the end; `left`: the connection was gone before that. */
  state: 'open' | 'sent' | 'left';
}

export interface AnthropicSimulator {
  /** To be used as the SDK's `baseURL`. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Checks of prepared answers, kept apart from `requests`: they come beside replies, at no certain moment. */
  readonly checks: readonly RecordedRequest[];
  /** Adds steps, one per request in order. An empty script answers with a short default reply. */
  enqueue(...steps: readonly Step[]): void;
  /** The same for checks of prepared answers. An empty script confirms them. */
  enqueueChecks(...steps: readonly Step[]): void;
  /** Forgets steps and requests; the prompt cache stays. */
  reset(): void;
  /** Steps not yet taken. */
  readonly remaining: number;
  /** Drops every connection, stalled ones too. */
  close(): Promise<void>;
}

export interface AnthropicSimulatorOptions {
  readonly script?: readonly Step[];
  /** The only key accepted; without it any bearer key will do. */
  readonly key?: string;
  readonly port?: number;
  /** Shorter prefixes are not cached (512 to 4,096 at the service, by model). Default 0. */
  readonly minimumCacheTokens?: number;
  readonly now?: () => number;
}

const API_VERSION = '2026-10-21';
const samplingParameters = ['temperature', 'top_p', 'top_k'];
const models = ['claude-sonnet-5-5', 'claude-haiku-5-5'];

/**
 * A server that speaks Anthropic's Messages API over real HTTP, misbehaving as its script says. Requests it would
 * refuse (key, version, sampling parameters, shape, order of turns) take no step from the script.
 */
export async function startAnthropicSimulator(
  options: AnthropicSimulatorOptions = {},
): Promise<AnthropicSimulator> {
  const script = createScript(options.script ?? []);
  const checkScript = createScript([], verdict('confirmed'));
  const requests: RecordedRequest[] = [];
  const checks: RecordedRequest[] = [];
  const now = options.now ?? Date.now;
  const cache = createPromptCache({ now, minimumTokens: options.minimumCacheTokens ?? 0 });
  const guarded = (handle: (exchange: Exchange) => Promise<void> | void) => (exchange: Exchange) =>
    isRefused(exchange, options.key) ? undefined : handle(exchange);

  const answerMessages = async (exchange: Exchange): Promise<void> => {
    const record = recordRequest(exchange, now());
    const isCheck = record.messages !== null && isStructured(record.messages);
    const index = (isCheck ? checks : requests).push(record);
    const request = isRefused(exchange, options.key) ? null : parseBody(exchange, messagesRequest);
    if (request === null) {
      Object.assign(record, { status: exchange.response.statusCode, state: 'sent' });
      return;
    }
    const action = (isCheck ? checkScript : script).next(request);
    if (action.kind === 'silence') return;
    const prompt = action.kind === 'http' ? noUsage : cache.account(request);
    const playback = planPlayback(action, { request, requestId: exchange.requestId, prompt, index });
    record.status = playback.status;
    exchange.response.writeHead(playback.status, playback.headers);
    record.state = await playFrames(exchange, playback.frames, playback.ending);
  };

  const server = await serveRoutes(
    [
      { method: 'POST', path: '/v1/messages', handle: answerMessages },
      { method: 'POST', path: '/v1/messages/count_tokens', handle: guarded(answerCount) },
      { method: 'GET', path: '/v1/models', handle: guarded(answerModels) },
    ],
    options.port ?? 0,
  );
  return {
    url: server.url,
    requests,
    checks,
    enqueue: (...steps) => script.enqueue(...steps),
    enqueueChecks: (...steps) => checkScript.enqueue(...steps),
    reset: () => {
      script.clear();
      checkScript.clear();
      requests.length = 0;
      checks.length = 0;
    },
    get remaining() {
      return script.remaining;
    },
    close: server.close,
  };
}

const noUsage = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };

function recordRequest(exchange: Exchange, arrivedAt: number): RecordedRequest {
  const parsed = messagesRequest.safeParse(exchange.body);
  const record: RecordedRequest = {
    headers: blotKeys(exchange),
    body: exchange.body,
    messages: parsed.success ? parsed.data : null,
    arrivedAt,
    status: null,
    state: 'open',
  };
  exchange.signal.addEventListener('abort', () => {
    if (record.state === 'open' && !exchange.response.writableFinished) record.state = 'left';
  });
  return record;
}

function blotKeys(exchange: Exchange): Record<string, string> {
  const entries = Object.entries(exchange.request.headers).map(([name, value]): [string, string] => {
    if (name === 'authorization') return [name, String(value).replace(/\S+$/, '***')];
    return [name, name === 'x-api-key' ? '***' : String(value)];
  });
  return Object.fromEntries(entries);
}

/** Answers what the service refuses before it looks at the prompt; true when it did. */
function isRefused(exchange: Exchange, key: string | undefined): boolean {
  const bearer = /^Bearer (\S+)$/.exec(exchange.request.headers.authorization ?? '')?.[1];
  if (bearer === undefined || (key !== undefined && bearer !== key)) {
    sendFault(exchange, 401, 'authentication_error', 'invalid bearer token');
    return true;
  }
  const version = exchange.request.headers['anthropic-version'];
  if (version !== API_VERSION) {
    const text =
      version === undefined ? 'anthropic-version: header is required' : 'anthropic-version: unknown';
    sendFault(exchange, 400, 'invalid_request_error', text);
    return true;
  }
  return false;
}

/** The parsed body, or null after answering 400 with what is wrong. */
function parseBody<Body extends PromptRequest>(exchange: Exchange, schema: z.ZodType<Body>): Body | null {
  const given = Object.keys(Object(exchange.body));
  const sampling = samplingParameters.find((name) => given.includes(name));
  if (sampling !== undefined) {
    sendFault(exchange, 400, 'invalid_request_error', `${sampling}: Extra inputs are not permitted`);
    return null;
  }
  const parsed = schema.safeParse(exchange.body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    sendFault(exchange, 400, 'invalid_request_error', `${issue?.path.join('.')}: ${issue?.message}`);
    return null;
  }
  const fault = findConversationFault(parsed.data);
  if (fault !== null) {
    sendFault(exchange, 400, 'invalid_request_error', fault);
    return null;
  }
  return parsed.data;
}

function answerCount(exchange: Exchange): void {
  const request = parseBody(exchange, countTokensRequest);
  if (request !== null) sendJson(exchange, 200, { input_tokens: countPromptTokens(request) });
}

function answerModels(exchange: Exchange): void {
  const data = models.map((id) => ({
    type: 'model',
    id,
    display_name: id,
    created_at: '2026-10-01T00:00:00Z',
  }));
  sendJson(exchange, 200, { data, has_more: false, first_id: models[0], last_id: models.at(-1) });
}
