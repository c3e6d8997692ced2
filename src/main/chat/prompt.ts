import type { Formality } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';
import type { ClientMessage, Message, UsedFact } from '../../shared/message.ts';
import type { PromptMemory } from '../memory/memory.ts';
import type { Turn } from './claude-turn.ts';
import { escapeAttribute, escapeText, localDay, localMinute } from './escape.ts';
import { formatInsightId } from './insight-id.ts';
import { withoutMachineLine } from './machine-line.ts';
import type { FoundInsight } from './ports.ts';

/** An insight in full, under the short id that the prompt calls it by. */
export interface PromptInsight extends FoundInsight {
  readonly id: string;
}

/** What one prompt is made of besides the stable rules and the catalogue. */
export interface PromptParts {
  readonly language: Language;
  readonly formality: Formality;
  /** What was said, oldest first; it ends with the client's message to answer. */
  readonly history: readonly Message[];
  readonly houseFacts: readonly (UsedFact & { readonly slug?: string })[];
  readonly memory: PromptMemory;
  readonly insights: readonly PromptInsight[];
  /** Numbers of insights that the catalogue still lists and that must not be used any more. */
  readonly withdrawn: readonly number[];
}

/** Characters of earlier messages in a prompt, about 3,000 tokens; older ones are found by recall. */
export const HISTORY_CHARACTERS = 12_000;

/** The API wants a user turn first, and a conversation may begin with the desk. */
const OPENING = '<conversation />';

/**
 * The conversation as alternating turns. Consecutive messages of one side are one turn; the last turn has the context
 * of this reply before the client's messages. Whatever a client, a memory or an insight says is escaped.
 */
export function assembleTurns(parts: PromptParts): Turn[] {
  const sides = bySide(parts.history);
  const asked = sides.at(-1) ?? [];
  const earlier = sides
    .slice(0, -1)
    .map((side) => (side[0]?.author === 'desk' ? deskTurn(side) : clientTurn(side)));
  const opening = earlier[0]?.role === 'assistant' ? [userTurn(OPENING)] : [];
  return [...opening, ...earlier, userTurn(`${context(parts)}\n${asked.map(clientTag).join('\n')}`)];
}

/** Runs of messages by the same side. */
function bySide(history: readonly Message[]): Message[][] {
  const sides: Message[][] = [];
  for (const message of history) {
    const last = sides.at(-1);
    if (last?.[0]?.author === message.author) last.push(message);
    else sides.push([message]);
  }
  return sides;
}

/** The client's messages that wait for this reply: those at the end of the history, oldest first. */
export function pendingMessages(history: readonly Message[]): ClientMessage[] {
  const lastReply = history.findLastIndex((message) => message.author === 'desk');
  return history.slice(lastReply + 1).filter((message) => message.author === 'client');
}

function clientTurn(messages: readonly Message[]): Turn {
  return userTurn(messages.map(clientTag).join('\n'));
}

function deskTurn(messages: readonly Message[]): Turn {
  // A consultant may have pasted one; the model must not learn from its own side that the line is part of a reply.
  const text = messages.map((message) => withoutMachineLine(message.text).trim()).join('\n\n');
  return { role: 'assistant', content: [{ type: 'text', text }] };
}

function userTurn(text: string): Turn {
  return { role: 'user', content: [{ type: 'text', text }] };
}

function clientTag(message: Message): string {
  return `<client_message at="${localMinute(message.createdAt)}">${escapeText(message.text)}</client_message>`;
}

function context(parts: PromptParts): string {
  const { language, formality, houseFacts, insights, withdrawn } = parts;
  return [
    '<context>',
    `<reply language="${language}" formality="${formality}" />`,
    ...section('house_facts', houseFacts.map(houseFactTag)),
    ...section('client_memory', memoryTags(parts.memory)),
    ...section('insights', insights.map(insightTag)),
    ...(withdrawn.length > 0
      ? [`<withdrawn_insights ids="${withdrawn.map(formatInsightId).join(' ')}" />`]
      : []),
    '</context>',
  ].join('\n');
}

function section(tag: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`<${tag}>`, ...lines, `</${tag}>`];
}

function houseFactTag({ slug, topic, value }: PromptParts['houseFacts'][number]): string {
  const name = slug === undefined ? '' : ` slug="${escapeAttribute(slug)}"`;
  return `<house_fact${name} topic="${escapeAttribute(topic)}">${escapeText(value)}</house_fact>`;
}

function memoryTags({ name, facts, jiwa }: PromptParts['memory']): string[] {
  return [
    `<name>${escapeText(name)}</name>`,
    ...facts.map(
      ({ topic, value, validFrom }) =>
        `<fact topic="${escapeAttribute(topic)}" since="${localDay(validFrom)}">${escapeText(value)}</fact>`,
    ),
    ...jiwa.map(
      ({ field, value, validFrom, sureness, age }) =>
        `<jiwa field="${field}" since="${localDay(validFrom)}" held="${sureness}"${age === null ? '' : ` felt="${age}"`}>${escapeText(value)}</jiwa>`,
    ),
  ];
}

/** An insight in full, as context and tools give it. */
export function insightTag({
  id,
  language,
  text,
  guidance,
  score,
}: Pick<PromptInsight, 'id' | 'language' | 'text' | 'guidance'> & { readonly score?: number }): string {
  const found = score === undefined ? '' : ` score="${score.toFixed(2)}"`;
  return [
    `<insight id="${escapeAttribute(id)}" language="${escapeAttribute(language)}"${found}>`,
    `<signal>${escapeText(text)}</signal>`,
    `<guidance>${escapeText(guidance)}</guidance>`,
    '</insight>',
  ].join('\n');
}
