import { randomUUID } from 'node:crypto';
import { composeWithLine } from './compose.ts';
import {
  playFrames,
  sendFault,
  sendJson,
  serveRoutes,
  type Exchange,
  type Frame,
  type RunningServer,
} from './http-routes.ts';
import {
  countTokensRequest,
  findConversationFault,
  isStructured,
  messagesRequest,
  type MessagesRequest,
} from './messages-request.ts';
import {
  encodeEvent,
  listEvents,
  splitWords,
  toMessageBody,
  type ReplyBlock,
  type ReplyMessage,
  type StopReason,
} from './messages-wire.ts';
import { llamaRoutes } from './llama/llama.ts';
import type { Chance } from './llama/task.ts';
import { parsePrompt } from './prompt.ts';
import { composeVerdict } from './verdict.ts';
import { chooseTool } from './tool-choice.ts';
import {
  countPromptTokens,
  createPromptCache,
  estimateTokens,
  limitTokens,
  type PromptCache,
} from './usage.ts';

export interface DemoServerOptions {
  /** Milliseconds per streamed word; 0 sends everything at once. Default 22. */
  readonly pace?: number;
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** Called once per reply; never sees a text. */
  readonly log?: (line: DemoLogLine) => void;
  readonly now?: () => number;
  /** What LLaMA says by chance; no two starts are alike unless it is given. */
  readonly chance?: Chance;
}

export interface DemoLogLine {
  readonly model: string;
  readonly stopReason: StopReason;
  readonly isStreamed: boolean;
  readonly outputTokens: number;
}

interface Demo {
  readonly pace: number;
  readonly cache: PromptCache;
  readonly log: (line: DemoLogLine) => void;
}

/** A reader waits about this many words before the first one comes, and at the end of each sentence. */
const WORDS_BEFORE_FIRST = 6;
const WORDS_PER_PAUSE = 4;

/** Shorter prefixes are not cached, as with most models of the service. */
const MINIMUM_CACHE_TOKENS = 1_024;

const models = [
  { id: 'claude-sonnet-5-5', name: 'Sonnet (demo)' },
  { id: 'claude-haiku-5-5', name: 'Haiku (demo)' },
];

/**
 * Starts the server of the demo on 127.0.0.1: the Messages API with replies composed from the prompt, and an endpoint for
 * LLaMA with examples (`llama/llama.ts`), without any AI. `url` is a base URL for the SDK; any key is accepted. Rejects when
 * the port is taken.
 */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<RunningServer> {
  const demo: Demo = {
    pace: options.pace ?? 22,
    cache: createPromptCache({ now: options.now ?? Date.now, minimumTokens: MINIMUM_CACHE_TOKENS }),
    log: options.log ?? (() => undefined),
  };
  return serveRoutes(
    [
      { method: 'POST', path: '/v1/messages', handle: (exchange) => answerMessages(exchange, demo) },
      { method: 'POST', path: '/v1/messages/count_tokens', handle: answerCount },
      { method: 'GET', path: '/v1/models', handle: answerModels },
      ...llamaRoutes({ pace: demo.pace, ...(options.chance && { chance: options.chance }) }),
    ],
    options.port ?? 0,
  );
}

async function answerMessages(exchange: Exchange, demo: Demo): Promise<void> {
  const parsed = messagesRequest.safeParse(exchange.body);
  if (!parsed.success) return refuse(exchange, parsed.error.issues[0]);
  const fault = findConversationFault(parsed.data);
  if (fault !== null) return sendFault(exchange, 400, 'invalid_request_error', fault);
  const reply = composeReply(parsed.data, demo.cache);
  const isStreamed = parsed.data.stream === true;
  demo.log({
    model: reply.model,
    stopReason: reply.stopReason,
    isStreamed,
    outputTokens: reply.outputTokens,
  });
  if (!isStreamed) return sendJson(exchange, 200, toMessageBody(reply));
  exchange.response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  await playFrames(exchange, paceEvents(reply, demo.pace), 'end');
}

function refuse(exchange: Exchange, issue: { path: PropertyKey[]; message: string } | undefined): void {
  const place = issue?.path.map(String).join('.') ?? 'body';
  sendFault(exchange, 400, 'invalid_request_error', `${place}: ${issue?.message ?? 'invalid'}`);
}

function composeReply(request: MessagesRequest, cache: PromptCache): ReplyMessage {
  const { block, stopReason } = composeBlock(request);
  const words = block?.type === 'tool_use' ? JSON.stringify(block.input) : (block?.text ?? '');
  return {
    id: `msg_demo_${randomUUID().replaceAll('-', '')}`,
    model: request.model,
    content: block === null ? [] : [block],
    stopReason,
    prompt: cache.account(request),
    outputTokens: estimateTokens(words),
    thinkingTokens: 0,
  };
}

type DemoBlock = Extract<ReplyBlock, { type: 'text' | 'tool_use' }>;

function composeBlock(request: MessagesRequest): { block: DemoBlock | null; stopReason: StopReason } {
  if (isStructured(request))
    return { block: { type: 'text', text: composeVerdict(request) }, stopReason: 'end_turn' };
  const prompt = parsePrompt(request);
  const tool = chooseTool(prompt);
  if (tool !== null) {
    const id = `toolu_demo_${randomUUID().replaceAll('-', '')}`;
    return { block: { type: 'tool_use', id, name: tool.name, input: tool.input }, stopReason: 'tool_use' };
  }
  const { text, isCut } = limitTokens(composeWithLine(prompt), request.max_tokens);
  const stopReason = isCut ? 'max_tokens' : 'end_turn';
  return { block: text === '' ? null : { type: 'text', text }, stopReason };
}

/** Spreads the words over time: a short wait first, a breath after each sentence. */
function paceEvents(reply: ReplyMessage, pace: number): Frame[] {
  let isFirst = true;
  let endsSentence = false;
  return listEvents(reply, splitWords).map((event) => {
    const bytes = encodeEvent(event);
    if (event.type !== 'content_block_delta') return { bytes, delayMs: 0 };
    const words = isFirst ? WORDS_BEFORE_FIRST : endsSentence ? WORDS_PER_PAUSE : 1;
    isFirst = false;
    endsSentence = /[.!?:]\s+"\}/.test(bytes) || bytes.includes('\\n');
    return { bytes, delayMs: pace * words };
  });
}

function answerCount(exchange: Exchange): void {
  const parsed = countTokensRequest.safeParse(exchange.body);
  if (!parsed.success) return refuse(exchange, parsed.error.issues[0]);
  sendJson(exchange, 200, { input_tokens: countPromptTokens(parsed.data) });
}

function answerModels(exchange: Exchange): void {
  const data = models.map(({ id, name }) => ({
    type: 'model',
    id,
    display_name: name,
    created_at: '2026-10-01T00:00:00Z',
  }));
  sendJson(exchange, 200, { data, has_more: false, first_id: models[0]?.id, last_id: models.at(-1)?.id });
}
