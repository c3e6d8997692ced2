import { z } from 'zod';
import type { Usage } from '../../shared/message.ts';
import type { Block, ClaudeTurn, ToolUse, TurnEnding } from './claude-turn.ts';

const count = z.number().nonnegative();
const usageSchema = z.object({
  input_tokens: count.nullish(),
  output_tokens: count,
  cache_read_input_tokens: count.nullish(),
  cache_creation_input_tokens: count.nullish(),
});
const blockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('thinking'), thinking: z.string(), signature: z.string() }),
  z.object({ type: z.literal('redacted_thinking'), data: z.string() }),
  z.object({ type: z.literal('tool_use'), id: z.string(), name: z.string() }),
]);
const deltaSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text_delta'), text: z.string() }),
  z.object({ type: z.literal('input_json_delta'), partial_json: z.string() }),
  z.object({ type: z.literal('thinking_delta'), thinking: z.string() }),
  z.object({ type: z.literal('signature_delta'), signature: z.string() }),
]);
const eventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message_start'), message: z.object({ usage: usageSchema }) }),
  z.object({ type: z.literal('content_block_start'), index: count, content_block: z.unknown() }),
  z.object({ type: z.literal('content_block_delta'), index: count, delta: z.unknown() }),
  z.object({ type: z.literal('content_block_stop'), index: count }),
  z.object({
    type: z.literal('message_delta'),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: usageSchema.nullish(),
  }),
  z.object({ type: z.literal('message_stop') }),
]);
const typed = z.object({ type: z.string() });

type StreamEvent = z.output<typeof eventSchema>;
/** A block being written; the input of a tool arrives as pieces of JSON. */
type OpenBlock = z.output<typeof blockSchema> & { json?: string };

export interface TurnReader {
  /** Takes the next event. Kinds of events, blocks and deltas it does not know are skipped. Throws on broken ones. */
  read(event: unknown): void;
  /** Whether the last event of an answer was read. */
  isComplete(): boolean;
  /** How a complete answer ended. */
  ending(): Exclude<TurnEnding['kind'], 'fault' | 'aborted'>;
  /** What was read so far. */
  turn(): Omit<ClaudeTurn, 'ending'>;
}

/** What was read of one answer. */
interface Answer {
  readonly blocks: Map<number, OpenBlock>;
  usage: Usage | null;
  stopReason: string;
  hasStopped: boolean;
}

/** Puts a streamed answer together. `onText` gets each piece of text as it comes. */
export function createTurnReader(onText: (piece: string) => void): TurnReader {
  const answer: Answer = { blocks: new Map(), usage: null, stopReason: '', hasStopped: false };
  return {
    read(event) {
      const parsed = known(eventSchema, event);
      if (parsed !== null) take(answer, parsed, onText);
    },
    isComplete: () => answer.hasStopped,
    ending: () => toEnding(answer.stopReason),
    turn: () => toTurn(answer),
  };
}

function take(answer: Answer, event: StreamEvent, onText: (piece: string) => void): void {
  const { blocks } = answer;
  switch (event.type) {
    case 'message_start':
      answer.usage = mergeUsage(null, event.message.usage);
      return;
    case 'content_block_start': {
      const block = known(blockSchema, event.content_block);
      if (block !== null) blocks.set(event.index, block);
      if (block?.type === 'text' && block.text !== '') onText(block.text);
      return;
    }
    case 'content_block_delta': {
      const delta = known(deltaSchema, event.delta);
      const block = blocks.get(event.index);
      if (delta === null || block === undefined) return;
      grow(block, delta);
      if (delta.type === 'text_delta') onText(delta.text);
      return;
    }
    case 'message_delta':
      answer.stopReason = event.delta.stop_reason ?? answer.stopReason;
      if (event.usage) answer.usage = mergeUsage(answer.usage, event.usage);
      return;
    case 'message_stop':
      answer.hasStopped = true;
      return;
    case 'content_block_stop':
  }
}

function toTurn({ blocks, usage }: Answer): Omit<ClaudeTurn, 'ending'> {
  // The API refuses empty text blocks when they are sent back.
  const written = [...blocks.values()]
    .map(toBlock)
    .filter((block) => block.type !== 'text' || block.text !== '');
  const text = written.map((block) => (block.type === 'text' ? block.text : '')).join('');
  const toolUses = written.filter((block): block is ToolUse => block.type === 'tool_use');
  return { text, blocks: written, toolUses, usage };
}

/** Parses what has a known `type`; null for other types. Throws ZodError when a known one is malformed. */
function known<Out>(schema: z.ZodType<Out>, value: unknown): Out | null {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const isUnknownType = typed.safeParse(value).success && parsed.error.issues[0]?.code === 'invalid_union';
  if (isUnknownType) return null;
  throw parsed.error;
}

function grow(block: OpenBlock, delta: z.output<typeof deltaSchema>): void {
  if (block.type === 'text' && delta.type === 'text_delta') block.text += delta.text;
  if (block.type === 'thinking' && delta.type === 'thinking_delta') block.thinking += delta.thinking;
  if (block.type === 'thinking' && delta.type === 'signature_delta') block.signature += delta.signature;
  if (delta.type === 'input_json_delta') block.json = (block.json ?? '') + delta.partial_json;
}

function toBlock({ json, ...block }: OpenBlock): Block {
  return block.type === 'tool_use' ? { ...block, input: parseInput(json ?? '') } : block;
}

/** The input as sent, or `{}` when it is empty or was cut off: the tool's own check then says what is missing. */
function parseInput(json: string): unknown {
  try {
    return json === '' ? {} : (JSON.parse(json) as unknown);
  } catch {
    return {};
  }
}

function mergeUsage(before: Usage | null, now: z.output<typeof usageSchema>): Usage {
  return {
    input: now.input_tokens ?? before?.input ?? 0,
    output: now.output_tokens,
    cacheRead: now.cache_read_input_tokens ?? before?.cacheRead ?? 0,
    cacheWrite: now.cache_creation_input_tokens ?? before?.cacheWrite ?? 0,
  };
}

function toEnding(stopReason: string): Exclude<TurnEnding['kind'], 'fault' | 'aborted'> {
  switch (stopReason) {
    case 'tool_use':
      return 'toolUse';
    case 'refusal':
      return 'refused';
    case 'max_tokens':
    case 'model_context_window_exceeded':
      return 'outOfTokens';
    default:
      return 'finished';
  }
}
