import Anthropic, { APIConnectionError, APIConnectionTimeoutError, APIError } from '@anthropic-ai/sdk';
import type { ClaudeTest } from '../../shared/app.ts';
import type { FaultCode } from '../../shared/fault.ts';
import { leavableFetch } from '../abort.ts';
import type { Log } from '../log.ts';
import { toFault } from './claude-fault.ts';
import type { Block, ClaudeRequest, ClaudeTurn, ToolDefinition, TurnEnding } from './claude-turn.ts';
import { startWatch } from './silence-watch.ts';
import { createTurnReader, type TurnReader } from './turn-reader.ts';

interface StreamOptions {
  readonly signal: AbortSignal;
  /** Called with each piece of text, in order. */
  readonly onText: (piece: string) => void;
  /** Where a fault is told; the log Claude was opened with unless given. */
  readonly log?: Log;
  /** Times the SDK asks again by itself; its own usual number unless given. */
  readonly retries?: number;
}

export interface Claude {
  /** Streams one answer. Never rejects for what Claude or the network do: the ending says how it went. */
  stream(request: ClaudeRequest, options: StreamOptions): Promise<ClaudeTurn>;
  /** Asks for one word, to see whether address, key and model work. */
  test(model: string): Promise<ClaudeTest>;
}

export interface ClaudeOptions {
  /** Empty = Anthropic's own address. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Longest wait for an answer to begin, the SDK's retries included. */
  readonly timeoutMs: number;
  /** Longest silence inside an answer. Pings of the service count as silence: they bring the client nothing. */
  readonly stallMs: number;
  readonly log: Log;
  /** The way to the network; Node's own unless given. */
  readonly fetch?: typeof fetch;
}

const ANTHROPIC_URL = 'https://api.anthropic.com';

const ignore = () => undefined;
// The SDK would log bodies and unreadable events, which are texts of clients.
const noLogger = { error: ignore, warn: ignore, info: ignore, debug: ignore };

/** Claude through the official SDK. Nothing is sent before it is asked. */
export function openClaude(options: ClaudeOptions): Claude {
  // Everything the SDK would otherwise take from the environment is said here.
  const client = new Anthropic({
    apiKey: options.apiKey,
    authToken: null,
    webhookKey: null,
    baseURL: options.baseUrl === '' ? ANTHROPIC_URL : options.baseUrl,
    timeout: options.timeoutMs,
    logLevel: 'off',
    logger: noLogger,
    openTelemetry: false,
  });
  const stream: Claude['stream'] = (request, how) => streamTurn(client, options, request, how);
  return { stream, test: (model) => testModel(stream, model) };
}

/** What is known of the newest HTTP answer to one request; status 0 = none yet. */
interface SeenAnswer {
  status: number;
  isStream: boolean;
}

async function streamTurn(
  shared: Anthropic,
  options: ClaudeOptions,
  request: ClaudeRequest,
  how: StreamOptions,
): Promise<ClaudeTurn> {
  const reader = createTurnReader(how.onText);
  const watch = startWatch(options, how.signal);
  const answer: SeenAnswer = { status: 0, isStream: false };
  const client = shared.withOptions({
    fetch: observedFetch(answer, options.fetch ?? fetch),
    ...(how.retries !== undefined && { maxRetries: how.retries }),
  });
  let failure: unknown = null;
  try {
    const events = await client.messages.create(toBody(request), { signal: watch.signal });
    watch.answered();
    for await (const event of events) {
      if (watch.signal.aborted) break;
      watch.heard();
      reader.read(event);
    }
  } catch (error) {
    failure = error;
  } finally {
    watch.stop();
  }
  const ending = endingOf({
    reader,
    failure,
    answer,
    silence: watch.silence(),
    isAborted: how.signal.aborted,
  });
  if (ending.kind === 'fault') logFault(how.log ?? options.log, request.model, ending, failure);
  return { ...reader.turn(), ending };
}

function toBody(request: ClaudeRequest): Anthropic.MessageCreateParamsStreaming {
  return {
    model: request.model,
    max_tokens: request.maxTokens,
    stream: true,
    thinking: { type: 'disabled' },
    system: toSystem(request),
    messages: request.turns.map(({ role, content }) => ({ role, content: content.map(toParam) })),
    ...(request.format && {
      output_config: { format: { type: 'json_schema', schema: { ...request.format } } },
    }),
    ...(request.tools.length > 0 && { tools: request.tools.map(toTool) }),
    ...(request.tools.length > 0 && !request.mayUseTools && { tool_choice: { type: 'none' as const } }),
  };
}

/** Two marks of the cache: the rules are still read from it on the day the catalogue changes. */
function toSystem({ rules, catalogue, format }: ClaudeRequest): Anthropic.TextBlockParam[] {
  return [rules, ...(catalogue === null ? [] : [catalogue])].map((text) => ({
    type: 'text',
    text,
    ...(!format && { cache_control: { type: 'ephemeral' } }),
  }));
}

function toParam(block: Block): Anthropic.ContentBlockParam {
  return block;
}

function toTool({ name, description, inputSchema }: ToolDefinition): Anthropic.Tool {
  return { name, description, input_schema: { ...inputSchema, type: 'object' } };
}

/** Remembers the newest answer, so that a wait that ran out can say what it was waiting for. */
function observedFetch(seen: SeenAnswer, send: typeof fetch): typeof fetch {
  // In Node 18 a request forgets its signal when memory is collected: it would neither time out nor be stopped.
  const leavable = leavableFetch(send);
  return async (input, init) => {
    seen.isStream = false;
    const response = await leavable(input, init);
    seen.status = response.status;
    seen.isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream');
    return response;
  };
}

interface Finding {
  readonly reader: TurnReader;
  readonly failure: unknown;
  readonly answer: SeenAnswer;
  readonly silence: 'timed_out' | 'stalled' | null;
  readonly isAborted: boolean;
}

function endingOf({ reader, failure, answer, silence, isAborted }: Finding): TurnEnding {
  // An answer that is complete stays so, whatever the connection did afterwards.
  if (reader.isComplete()) return { kind: reader.ending() };
  if (isAborted) return { kind: 'aborted' };
  if (silence === 'stalled') return faultEnding('stalled');
  if (silence === 'timed_out') return faultEnding(waitFault(answer));
  if (answer.status === 200 && !answer.isStream) {
    // A web page instead of the API: the sign-in page of a network, or a wrong address.
    return faultEnding('no_network', 'The address answered, but not as the API does.');
  }
  if (failure === null) return faultEnding('stream_broken', 'The answer ended before it was complete.');
  return faultEnding(toFault(traitsOf(failure, answer)), (apiError(failure)?.apiMessage ?? '').slice(0, 500));
}

function traitsOf(failure: unknown, answer: SeenAnswer) {
  const api = apiError(failure);
  const hasAnswer = answer.status === 200;
  const status = api?.status;
  const type = api?.type ?? null;
  if (failure instanceof APIConnectionTimeoutError)
    return { kind: 'timeout', status, type, hasAnswer } as const;
  if (failure instanceof APIConnectionError) return { kind: 'connection', status, type, hasAnswer } as const;
  return { kind: api ? 'api' : 'other', status, type, hasAnswer } as const;
}

function apiError(failure: unknown): APIError | null {
  return failure instanceof APIError ? failure : null;
}

/** The wait ran out while the SDK retried: what the last answer said is more telling than the time. */
function waitFault({ status }: SeenAnswer): FaultCode {
  return status >= 400 ? toFault({ kind: 'api', status, type: null, hasAnswer: false }) : 'timed_out';
}

function faultEnding(fault: FaultCode, detail = ''): TurnEnding {
  return { kind: 'fault', fault, detail };
}

/** `detail` is not logged: the service may quote the request in it. */
function logFault(
  log: Log,
  model: string,
  { fault, detail }: Extract<TurnEnding, { kind: 'fault' }>,
  failure: unknown,
): void {
  const api = apiError(failure);
  log.warn(
    {
      model,
      fault,
      status: api?.status ?? null,
      type: api?.type ?? null,
      code: api?.errorCode ?? null,
      requestId: api?.requestID ?? null,
      isThinkingRefused: isThinkingRefused(fault, detail),
    },
    'claude did not answer to the end',
  );
}

/** Some models always think and answer 400 to `thinking: disabled`. */
function isThinkingRefused(fault: FaultCode, detail: string): boolean {
  return fault === 'bad_request' && /thinking/i.test(detail);
}

async function testModel(stream: Claude['stream'], model: string): Promise<ClaudeTest> {
  const startedAt = performance.now();
  const { ending } = await stream(
    {
      model,
      maxTokens: 16,
      rules: 'Answer with one word.',
      catalogue: null,
      turns: [{ role: 'user', content: [{ type: 'text', text: 'ping' }] }],
      tools: [],
      mayUseTools: false,
    },
    { signal: new AbortController().signal, onText: ignore },
  );
  if (ending.kind !== 'fault') return { ok: true, model, latencyMs: performance.now() - startedAt };
  return { ok: false, fault: ending.fault, message: explain(model, ending.fault, ending.detail) };
}

function explain(model: string, fault: FaultCode, detail: string): string {
  if (isThinkingRefused(fault, detail)) {
    return `${model} does not answer without thinking first, which a chat cannot wait for. Choose another model. (${detail})`;
  }
  return detail === '' ? `${model}: ${fault}` : `${model}: ${detail}`;
}
