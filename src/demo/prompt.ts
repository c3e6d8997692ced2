import { languages, type Language } from '../shared/language.ts';
import { blocksOf, type MessagesRequest, type RequestMessage } from './messages-request.ts';

export interface PromptFact {
  readonly topic: string;
  readonly value: string;
}

export interface PromptInsight {
  readonly id: string;
  readonly signal: string;
  readonly guidance: string;
}

/** One line of the catalogue of insights. */
interface CatalogueLine extends PromptInsight {
  readonly language: string;
}

/** One tool call of this reply and what came back. */
interface ToolRound {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: string;
  readonly isError: boolean;
}

/** What a request says about the reply to write, unescaped. */
export interface ParsedPrompt {
  readonly language: Language;
  readonly formality: 'formal' | 'informal';
  readonly message: string;
  /** Local time of the message as it stands in the prompt ("2026-11-22T10:05"); null when it has none. */
  readonly at: string | null;
  readonly isFirstReply: boolean;
  readonly name: string | null;
  readonly clientFacts: readonly PromptFact[];
  readonly houseFacts: readonly PromptFact[];
  /** Those of the context, and those that were opened for this message. */
  readonly insights: readonly PromptInsight[];
  readonly catalogue: readonly CatalogueLine[];
  /** Ids of the catalogue that must not be used any more. */
  readonly withdrawn: readonly string[];
  /** Whether the rules want the ids of the insights used in a last line of its own. */
  readonly wantsLine: boolean;
  /** Names of the tools on offer, and those already used for this message. */
  readonly tools: readonly string[];
  readonly toolRounds: readonly ToolRound[];
}

interface Element {
  readonly attributes: Readonly<Record<string, string>>;
  readonly inner: string;
}

/**
 * Reads the context and the message out of the last user turn with text; anything that is missing is left empty, so
 * that a bare question ("ping") still gets a reply. All data inside tags is escaped, hence tags never nest by accident.
 */
export function parsePrompt(request: MessagesRequest): ParsedPrompt {
  const turns = request.messages;
  const askedAt = turns.findLastIndex((turn) => turn.role === 'user' && textOf(turn) !== '');
  const asked = turns[askedAt];
  const text = asked === undefined ? '' : textOf(asked);
  const context = findElements(text, 'context')[0]?.inner ?? '';
  const message = findElements(text, 'client_message').at(-1);
  const system = systemText(request);
  const toolRounds = listToolRounds(turns.slice(askedAt + 1));
  const reply = /<reply\b([^>]*?)\/?>/.exec(context)?.[1] ?? '';
  const { language, formality } = readAttributes(reply);
  const isOffered = request.tool_choice?.type !== 'none';
  return {
    language: languages.find((known) => known === language) ?? 'en',
    formality: formality === 'formal' ? 'formal' : 'informal',
    message: unescapeText(message?.inner ?? text),
    at: message?.attributes['at'] ?? null,
    isFirstReply: !turns.slice(0, Math.max(0, askedAt)).some((turn) => turn.role === 'assistant'),
    name: optionalText(findElements(context, 'name')[0]?.inner),
    clientFacts: findElements(context, 'fact').map(readFact),
    houseFacts: findElements(context, 'house_fact').map(readFact),
    insights: [context, ...openedBy(toolRounds)].flatMap((part) =>
      findElements(part, 'insight').map(readInsight),
    ),
    catalogue: readCatalogue(system),
    withdrawn: (/<withdrawn_insights ids="([^"]*)"/.exec(context)?.[1] ?? '').split(' '),
    wantsLine: system.includes('<<used:'),
    tools: isOffered ? (request.tools ?? []).map((tool) => tool.name) : [],
    toolRounds,
  };
}

function systemText({ system = '' }: MessagesRequest): string {
  return typeof system === 'string' ? system : system.map(({ text }) => text).join('\n');
}

function openedBy(rounds: readonly ToolRound[]): string[] {
  return rounds
    .filter(({ name, isError }) => name === 'open_insights' && !isError)
    .map(({ output }) => output);
}

/** The lines of the catalogue: id, language, signal, and after an arrow the first words of the advice. */
function readCatalogue(system: string): CatalogueLine[] {
  const text = findElements(system, 'insight_catalogue')[0]?.inner ?? '';
  return [...text.matchAll(/^(\S+) (\S+) (.*)$/gm)].map(([, id = '', language = '', rest = '']) => {
    const [signal = '', guidance = ''] = unescapeText(rest).split(' → ');
    return { id, language, signal, guidance };
  });
}

function textOf(turn: RequestMessage): string {
  return blocksOf(turn)
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('\n');
}

function listToolRounds(turns: readonly RequestMessage[]): ToolRound[] {
  const blocks = turns.flatMap((turn) => blocksOf(turn));
  return blocks.flatMap((call) => {
    if (call.type !== 'tool_use') return [];
    const result = blocks.find((block) => block.type === 'tool_result' && block.tool_use_id === call.id);
    if (result?.type !== 'tool_result') return [];
    const content = result.content ?? '';
    const output = typeof content === 'string' ? content : content.map((block) => block.text).join('\n');
    return [{ name: call.name, input: call.input, output, isError: result.is_error === true }];
  });
}

/** The elements of one tag, in order. */
export function findElements(text: string, tag: string): Element[] {
  const pattern = new RegExp(`<${tag}(\\s[^>]*)?>([\\s\\S]*?)</${tag}>`, 'g');
  return [...text.matchAll(pattern)].map((match) => ({
    attributes: readAttributes(match[1] ?? ''),
    inner: (match[2] ?? '').trim(),
  }));
}

/** Turns escaped text back into what was written. `&amp;` goes last, so that "&amp;lt;" becomes "&lt;". */
export function unescapeText(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&(?:#39|apos);/g, "'")
    .replaceAll('&amp;', '&')
    .trim();
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w-]+)="([^"]*)"/g)];
  return Object.fromEntries(
    pairs.map((pair): [string, string] => [pair[1] ?? '', unescapeText(pair[2] ?? '')]),
  );
}

function readFact({ attributes, inner }: Element): PromptFact {
  return { topic: attributes['topic'] ?? attributes['slug'] ?? '', value: unescapeText(inner) };
}

function readInsight({ attributes, inner }: Element): PromptInsight {
  const part = (tag: string) => unescapeText(findElements(inner, tag)[0]?.inner ?? '');
  return { id: attributes['id'] ?? '', signal: part('signal'), guidance: part('guidance') };
}

function optionalText(text: string | undefined): string | null {
  const plain = unescapeText(text ?? '');
  return plain === '' ? null : plain;
}
