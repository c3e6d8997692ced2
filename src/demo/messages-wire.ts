import type { PromptUsage } from './usage.ts';

export type ReplyBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | {
      readonly type: 'tool_use';
      readonly id: string;
      readonly name: string;
      readonly input: Readonly<Record<string, unknown>>;
    };

export type StopReason = 'end_turn' | 'max_tokens' | 'tool_use' | 'refusal';

/** One finished reply, before it takes the shape of the wire. */
export interface ReplyMessage {
  readonly id: string;
  readonly model: string;
  readonly content: readonly ReplyBlock[];
  readonly stopReason: StopReason;
  readonly prompt: PromptUsage;
  readonly outputTokens: number;
  readonly thinkingTokens: number;
}

/** One server-sent event; `type` is also its event name. */
export interface WireEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

export function encodeEvent(event: WireEvent): string {
  return `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** The body of a reply that is not streamed. */
export function toMessageBody(reply: ReplyMessage): Record<string, unknown> {
  return {
    ...emptyMessage(reply),
    content: reply.content,
    stop_reason: reply.stopReason,
    stop_details: stopDetails(reply),
    usage: wholeUsage(reply, reply.outputTokens),
  };
}

/**
 * The events of a streamed reply, in the order of the service: message_start, the blocks with a ping after the
 * first start, message_delta with stop reason and final usage, message_stop. `split` cuts a text into its deltas.
 */
export function listEvents(reply: ReplyMessage, split: (text: string) => readonly string[]): WireEvent[] {
  const blocks = reply.content.flatMap((block, index) => listBlockEvents(block, index, split));
  const [first, ...rest] = blocks;
  return [
    { type: 'message_start', message: { ...emptyMessage(reply), usage: wholeUsage(reply, 1) } },
    ...(first === undefined ? [] : [first]),
    { type: 'ping' },
    ...rest,
    {
      type: 'message_delta',
      delta: {
        stop_reason: reply.stopReason,
        stop_sequence: null,
        stop_details: stopDetails(reply),
        container: null,
      },
      usage: {
        ...promptUsage(reply.prompt),
        ...outputUsage(reply, reply.outputTokens),
        server_tool_use: null,
      },
    },
    { type: 'message_stop' },
  ];
}

/** Cuts a text into words, each with the white space after it; joined again they are the text. */
export function splitWords(text: string): string[] {
  return text.match(/\s*\S+\s*/gu) ?? (text === '' ? [] : [text]);
}

function emptyMessage(reply: ReplyMessage): Record<string, unknown> {
  return {
    id: reply.id,
    type: 'message',
    role: 'assistant',
    model: reply.model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    stop_details: null,
    container: null,
    diagnostics: null,
  };
}

function stopDetails(reply: ReplyMessage): Record<string, unknown> | null {
  return reply.stopReason === 'refusal' ? { type: 'refusal', category: null, explanation: null } : null;
}

function wholeUsage(reply: ReplyMessage, outputTokens: number): Record<string, unknown> {
  return {
    ...promptUsage(reply.prompt),
    cache_creation: {
      ephemeral_5m_input_tokens: reply.prompt.cacheWrite5m,
      ephemeral_1h_input_tokens: reply.prompt.cacheWrite1h,
    },
    ...outputUsage(reply, outputTokens),
    server_tool_use: null,
    service_tier: 'standard',
    speed: 'standard',
    inference_geo: null,
  };
}

function promptUsage(prompt: PromptUsage): Record<string, number> {
  return {
    input_tokens: prompt.input,
    cache_creation_input_tokens: prompt.cacheWrite5m + prompt.cacheWrite1h,
    cache_read_input_tokens: prompt.cacheRead,
  };
}

function outputUsage(reply: ReplyMessage, outputTokens: number): Record<string, unknown> {
  const thinkingTokens = Math.min(reply.thinkingTokens, outputTokens);
  return { output_tokens: outputTokens, output_tokens_details: { thinking_tokens: thinkingTokens } };
}

function listBlockEvents(
  block: ReplyBlock,
  index: number,
  split: (text: string) => readonly string[],
): WireEvent[] {
  return [
    { type: 'content_block_start', index, content_block: openBlock(block) },
    ...listDeltas(block, split).map((delta) => ({ type: 'content_block_delta', index, delta })),
    { type: 'content_block_stop', index },
  ];
}

function openBlock(block: ReplyBlock): Record<string, unknown> {
  switch (block.type) {
    case 'text':
      return { type: 'text', text: '', citations: null };
    case 'thinking':
      return { type: 'thinking', thinking: '', signature: '' };
    case 'tool_use':
      return { type: 'tool_use', id: block.id, name: block.name, input: {}, caller: { type: 'direct' } };
  }
}

function listDeltas(
  block: ReplyBlock,
  split: (text: string) => readonly string[],
): Array<Record<string, unknown>> {
  switch (block.type) {
    case 'text':
      return split(block.text).map((text) => ({ type: 'text_delta', text }));
    case 'thinking':
      return [
        ...split(block.thinking).map((thinking) => ({ type: 'thinking_delta', thinking })),
        { type: 'signature_delta', signature: block.signature },
      ];
    case 'tool_use': {
      const json = JSON.stringify(block.input);
      const half = Math.ceil(json.length / 2);
      return [json.slice(0, half), json.slice(half)].map((part) => ({
        type: 'input_json_delta',
        partial_json: part,
      }));
    }
  }
}
