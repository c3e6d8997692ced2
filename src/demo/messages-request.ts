import { z } from 'zod';

const cacheControl = z
  .looseObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() })
  .nullable()
  .optional();

const textBlock = z.looseObject({
  type: z.literal('text'),
  text: z.string().min(1, 'text content blocks must be non-empty'),
  cache_control: cacheControl,
});
const toolUseBlock = z.looseObject({
  type: z.literal('tool_use'),
  id: z.string().min(1),
  name: z.string().min(1),
  input: z.record(z.string(), z.unknown()),
  cache_control: cacheControl,
});
const toolResultBlock = z.looseObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string().min(1),
  content: z.union([z.string(), z.array(textBlock)]).optional(),
  is_error: z.boolean().optional(),
  cache_control: cacheControl,
});
const thinkingBlock = z.looseObject({
  type: z.literal('thinking'),
  thinking: z.string(),
  signature: z.string(),
  cache_control: cacheControl,
});
const contentBlock = z.discriminatedUnion('type', [textBlock, toolUseBlock, toolResultBlock, thinkingBlock]);

const tool = z.looseObject({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/),
  description: z.string().optional(),
  input_schema: z.looseObject({ type: z.literal('object') }),
  cache_control: cacheControl,
});

const message = z.looseObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().min(1), z.array(contentBlock).min(1)]),
});

const promptShape = {
  model: z.string().min(1),
  messages: z.array(message).min(1),
  system: z.union([z.string(), z.array(textBlock)]).optional(),
  tools: z.array(tool).optional(),
  tool_choice: z.looseObject({ type: z.enum(['auto', 'any', 'tool', 'none']) }).optional(),
  cache_control: cacheControl,
};

/** The body of `POST /v1/messages/count_tokens`. */
export const countTokensRequest = z.looseObject(promptShape);

const outputConfig = z
  .looseObject({
    format: z
      .looseObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) })
      .optional(),
  })
  .optional();

/** The body of `POST /v1/messages`, as far as this product sends it; other fields pass through. */
export const messagesRequest = z.looseObject({
  ...promptShape,
  max_tokens: z.number().int().min(0),
  output_config: outputConfig,
  stream: z.boolean().optional(),
});

export type ContentBlock = z.infer<typeof contentBlock>;
export type RequestMessage = z.infer<typeof message>;
export type PromptRequest = z.infer<typeof countTokensRequest>;
export type MessagesRequest = z.infer<typeof messagesRequest>;

/** Whether the answer must be JSON of a schema: of this product's requests, only checks of prepared answers are such. */
export function isStructured(request: MessagesRequest): boolean {
  return request.output_config?.format !== undefined;
}

/** The blocks of one turn; a plain string counts as one text block. */
export function blocksOf(turn: RequestMessage): readonly ContentBlock[] {
  return typeof turn.content === 'string' ? [{ type: 'text', text: turn.content }] : turn.content;
}

/**
 * What the service would refuse about the order of turns, tools and cache marks, in words; null when all is well.
 * Two turns of one role in a row are fine: the service joins them.
 */
export function findConversationFault(request: PromptRequest): string | null {
  if (request.messages[0]?.role !== 'user') return 'messages: first message must use the "user" role';
  if (request.messages.at(-1)?.role === 'assistant') {
    return 'messages: this model does not support assistant message prefill; the last message must use the "user" role';
  }
  return findRepeatedTool(request) ?? findToolFault(request.messages) ?? findCacheFault(request);
}

function findRepeatedTool(request: PromptRequest): string | null {
  const names = (request.tools ?? []).map((entry) => entry.name);
  return new Set(names).size === names.length ? null : 'tools: tool names must be unique';
}

function findToolFault(messages: readonly RequestMessage[]): string | null {
  let open = new Set<string>();
  for (const [index, turn] of messages.entries()) {
    const blocks = blocksOf(turn);
    const answered = blocks.flatMap((block) => (block.type === 'tool_result' ? [block.tool_use_id] : []));
    const stray = answered.find((id) => turn.role === 'assistant' || !open.has(id));
    if (stray !== undefined) {
      return `messages.${index}: unexpected tool_use_id in tool_result blocks: ${stray}. Each tool_result must follow its tool_use`;
    }
    for (const id of answered) open.delete(id);
    const [unanswered] = open;
    if (unanswered !== undefined) {
      return `messages.${index}: tool_use ids were found without tool_result blocks immediately after: ${unanswered}`;
    }
    open = new Set(blocks.flatMap((block) => (block.type === 'tool_use' ? [block.id] : [])));
    if (open.size > 0 && turn.role === 'user') return `messages.${index}: tool_use is not allowed for "user"`;
  }
  return null;
}

function findCacheFault(request: PromptRequest): string | null {
  const system = typeof request.system === 'string' ? [] : (request.system ?? []);
  const marked = [...(request.tools ?? []), ...system, ...request.messages.flatMap((turn) => blocksOf(turn))];
  const marks =
    marked.filter((block) => block.cache_control != null).length + (request.cache_control ? 1 : 0);
  return marks > 4 ? `A maximum of 4 blocks with cache_control may be provided. Found ${marks}.` : null;
}
