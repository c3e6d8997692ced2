import { toFaultBody, type Ending, type Frame } from '../../src/demo/http-routes.ts';
import {
  encodeEvent,
  listEvents,
  splitWords,
  toMessageBody,
  type ReplyBlock,
  type ReplyMessage,
  type StopReason,
} from '../../src/demo/messages-wire.ts';
import type { MessagesRequest } from '../../src/demo/messages-request.ts';
import { estimateTokens, limitTokens, type PromptUsage } from '../../src/demo/usage.ts';
import type { Action } from './steps.ts';

/** A whole response, ready to be played. */
export interface Playback {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly frames: readonly Frame[];
  readonly ending: Ending;
}

interface Turn {
  readonly request: MessagesRequest;
  readonly requestId: string;
  readonly prompt: PromptUsage;
  readonly index: number;
}

const errorTypes: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

/** Turns an action into the bytes of its response. `silence` has none and is the caller's to play. */
export function planPlayback(action: Exclude<Action, { kind: 'silence' }>, turn: Turn): Playback {
  if (action.kind === 'http') return planFault(action, turn);
  if (action.kind === 'wrongContentType') {
    const page = '<!doctype html><title>Sign in to the network</title>';
    return whole(200, 'text/html', [{ bytes: page, delayMs: 0 }]);
  }
  return turn.request.stream === true ? planStream(action, turn) : planBody(action, turn);
}

type ReplyAction = Exclude<Action, { kind: 'silence' | 'http' | 'wrongContentType' }>;

function planFault(action: Extract<Action, { kind: 'http' }>, turn: Turn): Playback {
  const type = action.errorType ?? errorTypes[action.status] ?? 'api_error';
  const body = toFaultBody(type, action.message ?? `Simulated status ${action.status}`, turn.requestId);
  const playback = whole(action.status, 'application/json', [{ bytes: JSON.stringify(body), delayMs: 0 }]);
  return { ...playback, headers: { ...playback.headers, ...action.headers } };
}

function whole(
  status: number,
  contentType: string,
  frames: readonly Frame[],
  ending: Ending = 'end',
): Playback {
  return { status, headers: { 'content-type': contentType }, frames, ending };
}

function stream(frames: readonly Frame[], ending: Ending = 'end'): Playback {
  return whole(200, 'text/event-stream; charset=utf-8', frames, ending);
}

function json(frames: readonly Frame[], ending: Ending = 'end'): Playback {
  return whole(200, 'application/json', frames, ending);
}

function planStream(action: ReplyAction, turn: Turn): Playback {
  const reply = composeReply(action, turn);
  const events = listEvents(reply, chooseSplit(action)).map((event) => encodeEvent(event));
  // Everything up to the last delta: the stop of the block, message_delta and message_stop are missing.
  const unfinished = toFrames(events.slice(0, -3));
  switch (action.kind) {
    case 'reply':
      return stream(toFrames(events, action.delayMs));
    case 'toolUse':
    case 'refusal':
    case 'maxTokensWithoutText':
      return stream(toFrames(events));
    case 'slowBytes':
      return stream(cutBytes(events.join(''), action.bytes ?? 7, action.delayMs ?? 1));
    case 'errorEventAfter': {
      const body = toFaultBody(action.errorType ?? 'overloaded_error', 'Simulated', turn.requestId);
      return stream([...unfinished, ...toFrames([encodeEvent({ ...body, type: 'error' })])]);
    }
    case 'malformedJson': {
      const broken = 'event: content_block_delta\ndata: {"type":"content_block_delta","ind\n\n';
      return stream([...unfinished, ...toFrames([broken]), ...toFrames(events.slice(-3))]);
    }
    case 'endEarly':
      return stream(unfinished);
    case 'cutAfter':
      return stream(unfinished, 'destroy');
    case 'stallAfter':
      return stream(unfinished, 'stall');
    case 'stallAfterHeaders':
      return stream([], 'stall');
  }
}

function planBody(action: ReplyAction, turn: Turn): Playback {
  const text = JSON.stringify(toMessageBody(composeReply(action, turn)));
  const half = toFrames([text.slice(0, text.length / 2)]);
  switch (action.kind) {
    case 'reply':
    case 'toolUse':
    case 'refusal':
    case 'maxTokensWithoutText':
      return json(toFrames([text]));
    case 'slowBytes':
      return json(cutBytes(text, action.bytes ?? 7, action.delayMs ?? 1));
    case 'errorEventAfter': {
      const errorType = action.errorType ?? 'overloaded_error';
      return planFault(
        { kind: 'http', status: errorType === 'overloaded_error' ? 529 : 500, errorType },
        turn,
      );
    }
    case 'malformedJson':
    case 'endEarly':
      return json(half);
    case 'cutAfter':
      return json(half, 'destroy');
    case 'stallAfter':
      return json(half, 'stall');
    case 'stallAfterHeaders':
      return json([], 'stall');
  }
}

function composeReply(action: ReplyAction, turn: Turn): ReplyMessage {
  const { content, stopReason } = composeContent(action, turn);
  const thinkingTokens = content.reduce(
    (sum, block) => sum + (block.type === 'thinking' ? estimateTokens(block.thinking) : 0),
    0,
  );
  const otherTokens = content.reduce((sum, block) => {
    if (block.type === 'text') return sum + estimateTokens(block.text);
    return block.type === 'tool_use' ? sum + estimateTokens(JSON.stringify(block.input)) : sum;
  }, 0);
  return {
    id: `msg_sim_${turn.index}`,
    model: turn.request.model,
    content,
    stopReason,
    prompt: turn.prompt,
    outputTokens: thinkingTokens + otherTokens,
    thinkingTokens,
  };
}

function composeContent(action: ReplyAction, turn: Turn): { content: ReplyBlock[]; stopReason: StopReason } {
  switch (action.kind) {
    case 'toolUse': {
      const { name, input } = action;
      const call = { type: 'tool_use', id: `toolu_sim_${turn.index}`, name, input } as const;
      return { content: [...toText(action.text ?? ''), call], stopReason: 'tool_use' };
    }
    case 'maxTokensWithoutText': {
      const thinking = action.thinking ?? 'Let me think about this at length. ';
      return { content: [toThinking(thinking)], stopReason: 'max_tokens' };
    }
    case 'refusal':
      return { content: toText(action.text ?? ''), stopReason: 'refusal' };
    case 'stallAfterHeaders':
      return { content: [], stopReason: 'end_turn' };
    case 'reply':
    case 'slowBytes':
    case 'errorEventAfter':
    case 'malformedJson':
    case 'endEarly':
    case 'cutAfter':
    case 'stallAfter': {
      const { text, isCut } = limitTokens(action.text, turn.request.max_tokens);
      const thinking = action.kind === 'reply' ? action.thinking : undefined;
      const before = thinking === undefined ? [] : [toThinking(thinking)];
      return { content: [...before, ...toText(text)], stopReason: isCut ? 'max_tokens' : 'end_turn' };
    }
  }
}

function toText(text: string): ReplyBlock[] {
  return text === '' ? [] : [{ type: 'text', text }];
}

function toThinking(thinking: string): ReplyBlock {
  return { type: 'thinking', thinking, signature: 'simulated-signature' };
}

function toFrames(pieces: readonly string[], delayMs = 0): Frame[] {
  return pieces.map((bytes) => ({ bytes, delayMs }));
}

function cutBytes(text: string, size: number, delayMs: number): Frame[] {
  const bytes = Buffer.from(text, 'utf8');
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => ({
    bytes: bytes.subarray(index * size, (index + 1) * size),
    delayMs,
  }));
}

function chooseSplit(action: ReplyAction): (text: string) => string[] {
  const sizes = action.kind === 'reply' ? action.chunkSizes : undefined;
  if (sizes === undefined) return splitWords;
  return (text) => {
    const pieces: string[] = [];
    for (let at = 0, index = 0; at < text.length; index += 1) {
      const size = Math.max(1, sizes[Math.min(index, sizes.length - 1)] ?? text.length);
      pieces.push(text.slice(at, at + size));
      at += size;
    }
    return pieces;
  };
}
