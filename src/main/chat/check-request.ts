import { z } from 'zod';
import type { Verdict } from '../../shared/answer.ts';
import { languageNames, type Language } from '../../shared/language.ts';
import type { Message } from '../../shared/message.ts';
import type { ClaudeRequest } from './claude-turn.ts';
import { escapeAttribute, escapeText } from './escape.ts';

export interface CheckQuestion {
  /** What was said so far, oldest first; it ends with the message the answer was served for. */
  readonly history: readonly Message[];
  readonly answer: string;
  readonly intent: string;
  /** Of the consultant, who reads the reason. */
  readonly language: Language;
}

/** A verdict and one sentence fit in a third of it, also in the wordiest language. */
const MOST_TOKENS = 200;
/** Characters of the message and of the answer; both are nearly always far shorter. */
const MOST_TEXT = 1_500;
/** Of what was said before, enough to see what "and the other one?" refers to. */
const MOST_BEFORE = 1_200;
const MOST_REASON = 240;

const format = {
  type: 'object',
  properties: {
    verdict: { type: 'string', enum: ['confirmed', 'doubtful'] },
    reason: { type: 'string' },
  },
  required: ['verdict', 'reason'],
  additionalProperties: false,
};

/** A small request: no tools, a few hundred tokens, the conversation as data. */
export function checkRequest(model: string, rules: string, question: CheckQuestion): ClaudeRequest {
  return {
    model,
    maxTokens: MOST_TOKENS,
    rules,
    catalogue: null,
    turns: [{ role: 'user', content: [{ type: 'text', text: describe(question) }] }],
    tools: [],
    mayUseTools: false,
    format,
  };
}

function describe({ history, answer, intent, language }: CheckQuestion): string {
  const asked = history.at(-1);
  const before = newest(history.slice(0, -1)).map(
    ({ author, text }) => `<${author}>${escapeText(text)}</${author}>`,
  );
  return [
    ...(before.length === 0 ? [] : ['<conversation>', ...before, '</conversation>']),
    `<client_message>${escapeText(shorten(asked?.text ?? '', MOST_TEXT))}</client_message>`,
    `<prepared_answer intent="${escapeAttribute(intent)}">${escapeText(shorten(answer, MOST_TEXT))}</prepared_answer>`,
    `<reason_language>${languageNames[language]}</reason_language>`,
  ].join('\n');
}

/** The end of what was said before, each message shortened. */
function newest(messages: readonly Message[]): Pick<Message, 'author' | 'text'>[] {
  let left = MOST_BEFORE;
  const kept: Pick<Message, 'author' | 'text'>[] = [];
  for (const { author, text } of messages.slice(-6).reverse()) {
    const short = shorten(text, MOST_BEFORE / 3);
    left -= short.length;
    if (left < 0) break;
    kept.unshift({ author, text: short });
  }
  return kept;
}

function shorten(text: string, most: number): string {
  const letters = Array.from(text.trim());
  return letters.length <= most ? text.trim() : `${letters.slice(0, most - 1).join('')}…`;
}

const answerSchema = z.object({
  verdict: z.enum(['confirmed', 'doubtful']),
  reason: z.string().trim().min(1),
});

/** The verdict in Claude's answer; null when it is none. */
export function parseVerdict(text: string): Verdict | null {
  try {
    const { verdict, reason } = answerSchema.parse(JSON.parse(text));
    return { kind: verdict, reason: shorten(reason.replaceAll(/\s+/g, ' '), MOST_REASON) };
  } catch {
    return null;
  }
}
