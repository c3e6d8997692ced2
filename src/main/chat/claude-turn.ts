import type { FaultCode } from '../../shared/fault.ts';
import type { Usage } from '../../shared/message.ts';

/** Pieces of a turn, as the Messages API has them. */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'thinking'; readonly thinking: string; readonly signature: string }
  | { readonly type: 'redacted_thinking'; readonly data: string }
  | { readonly type: 'tool_use'; readonly id: string; readonly name: string; readonly input: unknown }
  | {
      readonly type: 'tool_result';
      readonly tool_use_id: string;
      readonly content: string;
      readonly is_error: boolean;
    };

/** One turn of the conversation with the model. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  readonly content: readonly Block[];
}

export interface ToolDefinition {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the input, an object. */
  readonly inputSchema: Readonly<Record<string, unknown>>;
}

export interface ClaudeRequest {
  readonly model: string;
  readonly maxTokens: number;
  /** The stable rules: the prefix that prompt caching hits, together with the tools. */
  readonly rules: string;
  /** The catalogue of insights, which stays the same for a day: a prefix of its own after the rules. Null: left out. */
  readonly catalogue: string | null;
  readonly turns: readonly Turn[];
  readonly tools: readonly ToolDefinition[];
  /** False: the tools are named, so that the cached prefix fits, but may not be called. */
  readonly mayUseTools: boolean;
  /** JSON Schema of the answer; text without it. Such a request is a single small one, so nothing of it is cached. */
  readonly format?: Readonly<Record<string, unknown>>;
}

export type ToolUse = Extract<Block, { type: 'tool_use' }>;

/** How one answer of the model ended. `outOfTokens`: the token limit or the context window was reached. */
export type TurnEnding =
  | { readonly kind: 'finished' | 'toolUse' | 'outOfTokens' | 'refused' | 'aborted' }
  | { readonly kind: 'fault'; readonly fault: FaultCode; readonly detail: string };

/** One answer of the model, as far as it came. */
export interface ClaudeTurn {
  readonly text: string;
  /** The blocks to send back when the conversation goes on after tool use. */
  readonly blocks: readonly Block[];
  readonly toolUses: readonly ToolUse[];
  /** As reported so far; null when no answer began. An aborted answer lacks most of its output tokens. */
  readonly usage: Usage | null;
  readonly ending: TurnEnding;
}
