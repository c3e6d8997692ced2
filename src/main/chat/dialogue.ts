import type { FaultCode } from '../../shared/fault.ts';
import type { ModelReason, ReplyOutcome } from '../../shared/message.ts';
import type { Log } from '../log.ts';
import type { Claude } from './claude.ts';
import type { Block, ClaudeRequest, ClaudeTurn, ToolUse, Turn } from './claude-turn.ts';
import { createMachineLineFilter, withoutMachineLine, type Naming } from './machine-line.ts';
import { toolDefinitions } from './tools.ts';

/** Rounds of tool use in one reply; then the model is asked once more, without tools. */
const MOST_TOOL_ROUNDS = 4;
/** Tools run in one round; what is asked for beyond them gets an error, so that one answer cannot start any number. */
const MOST_TOOLS_A_ROUND = 6;
/** What a second attempt gets when all tokens went before the first word: four times as many, within these. */
const MORE_TOKENS = 4;
const LEAST_MORE = 4_096;
const MOST_TOKENS = 16_000;

/** Faults of one model that another may not have. Asking again costs nothing while no text was shown. */
const curedByOtherModel: ReadonlySet<FaultCode> = new Set([
  'overloaded',
  'rate_limited',
  'server_error',
  'timed_out',
  'stalled',
  'stream_broken',
]);

export interface Dialogue {
  readonly claude: Claude;
  readonly rules: string;
  /** The catalogue as the prompt to this model carries it; null = it does not. */
  readonly catalogueFor: (model: string) => string | null;
  readonly turns: readonly Turn[];
  readonly maxTokens: number;
  /** Asked first, and once more in its place when it cannot answer. */
  readonly models: { readonly first: string; readonly other: string };
  readonly signal: AbortSignal;
  /** Of this reply. */
  readonly log: Log;
  readonly onText: (piece: string) => void;
  /** Told of every request before it is made, and of its end. */
  readonly onAsk: (model: string, reason: Extract<ModelReason, 'fallback'> | null) => void;
  readonly onTurn: (request: ClaudeRequest, turn: ClaudeTurn) => void;
  /** Told after each answer what its machine line said; the line itself is nowhere in texts and turns. */
  readonly onNamed: (naming: Naming) => void;
  /** Runs one tool; the text goes back to the model. */
  readonly onTool: (use: ToolUse) => Promise<{ readonly output: string; readonly isError: boolean }>;
}

/** How the writing of a reply ended; null = aborted from outside. */
export type Conclusion = { readonly outcome: ReplyOutcome; readonly fault: FaultCode | null } | null;

/** Where a dialogue stands between two requests. */
interface Position {
  readonly turns: readonly Turn[];
  readonly model: string;
  readonly maxTokens: number;
  readonly round: number;
  readonly hasFallenBack: boolean;
  readonly hasMoreTokens: boolean;
  /** The request was refused with the catalogue: it may have been too long for the model. */
  readonly hasNoCatalogue: boolean;
}

/** Asks, runs the tools that are asked for, asks again, until there is a reply or no way to one. */
export async function converse(dialogue: Dialogue): Promise<Conclusion> {
  const text = createJoiner(dialogue.onText);
  let at: Position = {
    turns: dialogue.turns,
    model: dialogue.models.first,
    maxTokens: dialogue.maxTokens,
    round: 0,
    hasFallenBack: false,
    hasMoreTokens: false,
    hasNoCatalogue: false,
  };
  for (;;) {
    dialogue.onAsk(at.model, at.hasFallenBack ? 'fallback' : null);
    text.startTurn();
    const turn = await ask(dialogue, toRequest(dialogue, at), text.add);
    if (turn.ending.kind === 'aborted' || dialogue.signal.aborted) return null;
    const next = (await goOn(dialogue, at, turn)) ?? retry(dialogue, at, turn, text.hasAny());
    if (dialogue.signal.aborted) return null;
    if (next === null) return conclude(turn, text.hasAny());
    at = next;
  }
}

/** One answer of the model, without its machine line. */
async function ask(
  dialogue: Dialogue,
  request: ClaudeRequest,
  onText: (piece: string) => void,
): Promise<ClaudeTurn> {
  const { claude, signal, log } = dialogue;
  const filter = createMachineLineFilter();
  let text = '';
  const show = (piece: string) => {
    text += piece;
    if (piece !== '') onText(piece);
  };
  const turn = await claude.stream(request, { signal, log, onText: (piece) => show(filter.push(piece)) });
  show(filter.end());
  dialogue.onTurn(request, turn);
  dialogue.onNamed(filter.naming());
  return { ...turn, text, blocks: turn.blocks.flatMap(withoutLine) };
}

/** What goes back to the model when it goes on after tool use. The API refuses empty texts. */
function withoutLine(block: Block): Block[] {
  if (block.type !== 'text') return [block];
  const text = withoutMachineLine(block.text);
  return text.trim() === '' ? [] : [{ type: 'text', text }];
}

function toRequest(dialogue: Dialogue, at: Position): ClaudeRequest {
  return {
    model: at.model,
    maxTokens: at.maxTokens,
    rules: dialogue.rules,
    catalogue: at.hasNoCatalogue ? null : dialogue.catalogueFor(at.model),
    turns: at.turns,
    tools: toolDefinitions,
    mayUseTools: at.round < MOST_TOOL_ROUNDS,
  };
}

const tooMany = {
  output: `Not run: at most ${MOST_TOOLS_A_ROUND} tool calls at a time. Ask again for what you still need.`,
  isError: true,
} as const;

/** The position after the tools that were asked for; null when none were, or no more may be. */
async function goOn(dialogue: Dialogue, at: Position, turn: ClaudeTurn): Promise<Position | null> {
  if (!wantsTools(turn) || at.round >= MOST_TOOL_ROUNDS) return null;
  const results: Block[] = [];
  for (const [place, use] of turn.toolUses.entries()) {
    const { output, isError } = place < MOST_TOOLS_A_ROUND ? await dialogue.onTool(use) : tooMany;
    results.push({ type: 'tool_result', tool_use_id: use.id, content: output, is_error: isError });
  }
  const turns: Turn[] = [
    ...at.turns,
    { role: 'assistant', content: turn.blocks },
    { role: 'user', content: results },
  ];
  return { ...at, turns, round: at.round + 1 };
}

/**
 * The same request to the other model, with more tokens or without the catalogue: each at most once, and only before any
 * text of this turn.
 */
function retry(dialogue: Dialogue, at: Position, turn: ClaudeTurn, hasText: boolean): Position | null {
  if (turn.text.trim() !== '') return null;
  const { ending } = turn;
  if (ending.kind === 'outOfTokens' && !at.hasMoreTokens) {
    const more = Math.min(MOST_TOKENS, Math.max(LEAST_MORE, at.maxTokens * MORE_TOKENS));
    return { ...at, maxTokens: more, hasMoreTokens: true };
  }
  const isRefused = ending.kind === 'fault' && ending.fault === 'bad_request';
  if (isRefused && !at.hasNoCatalogue && dialogue.catalogueFor(at.model) !== null)
    return { ...at, hasNoCatalogue: true };
  const isCurable =
    ending.kind === 'fault' ? curedByOtherModel.has(ending.fault) : ending.kind === 'finished' && !hasText;
  const { other } = dialogue.models;
  if (!isCurable || at.hasFallenBack || other === at.model) return null;
  return { ...at, model: other, hasFallenBack: true };
}

function conclude(turn: ClaudeTurn, hasText: boolean): Conclusion {
  const broken = (fault: FaultCode): Conclusion => ({ outcome: hasText ? 'cut' : 'empty', fault });
  const { ending } = turn;
  if (wantsTools(turn)) return broken('tool_loop');
  switch (ending.kind) {
    case 'fault':
      return broken(ending.fault);
    case 'outOfTokens':
      return { outcome: hasText ? 'truncated' : 'empty', fault: 'out_of_tokens' };
    case 'refused':
      return { outcome: 'refused', fault: 'refused' };
    case 'aborted':
      return null;
    case 'finished':
    case 'toolUse':
      return hasText ? { outcome: 'complete', fault: null } : broken('server_error');
  }
}

function wantsTools(turn: ClaudeTurn): boolean {
  return turn.ending.kind === 'toolUse' && turn.toolUses.length > 0;
}

/** Puts a blank line between the texts of two turns, as the model does not know of the first one's end. */
function createJoiner(onText: (piece: string) => void) {
  let hasText = false;
  let isNewTurn = false;
  return {
    startTurn: () => void (isNewTurn = true),
    add: (piece: string): void => {
      onText(hasText && isNewTurn ? `\n\n${piece}` : piece);
      isNewTurn = false;
      hasText ||= piece.trim() !== '';
    },
    hasAny: () => hasText,
  };
}
