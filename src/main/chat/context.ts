import type { Client } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';
import type { ClientMessage, Message, UsedFact } from '../../shared/message.ts';
import { readInsightNumbers } from '../db/insight-numbers.ts';
import { isFollowUp, readHistory } from '../db/messages.ts';
import { memoryForPrompt, type PromptMemory } from '../memory/memory.ts';
import { formatInsightId } from './insight-id.ts';
import type { ChatParts, PreparedMatch } from './ports.ts';
import { HISTORY_CHARACTERS, pendingMessages, type PromptInsight } from './prompt.ts';

const INSIGHTS = 6;
const HOUSE_FACTS = 6;

/** What is to be answered. */
export interface Question {
  readonly client: Client;
  readonly message: ClientMessage;
  readonly replyLanguage: Language;
  /** What was said so far, the message included. */
  readonly history: readonly Message[];
  /** The messages that wait for this reply. */
  readonly pending: readonly ClientMessage[];
}

/** What was found here for a reply. */
export interface Found {
  readonly insights: readonly PromptInsight[];
  readonly facts: readonly UsedFact[];
  readonly memory: PromptMemory;
}

/** A client's message with what was said up to it; older history is left out beyond a limit of characters. */
export function readQuestion(
  { db }: Pick<ChatParts, 'db'>,
  client: Client,
  message: ClientMessage,
): Question {
  const history = readHistory(db, client.id, message.id, HISTORY_CHARACTERS);
  return {
    client,
    message,
    replyLanguage: message.language ?? client.language,
    history,
    pending: pendingMessages(history),
  };
}

/**
 * The prepared answer to this message; null when there is none. Several waiting messages are a conversation, which no
 * prepared answer fits. A matcher that fails counts as none: Claude can answer.
 */
export async function findPrepared(parts: ChatParts, question: Question): Promise<PreparedMatch | null> {
  const { client, message, pending } = question;
  if (pending.length !== 1) return null;
  try {
    const match = await parts.answers.match({
      text: message.text,
      language: message.language,
      client,
      isFollowUp: isFollowUp(parts.db, client.id, message.id),
    });
    return match.kind === 'hit' ? match : null;
  } catch (error) {
    logFailure(parts, error, 'matching failed; going on without prepared answers');
    return null;
  }
}

/** The client's messages that wait for a reply, one a line, oldest first. */
export function pendingText({ pending }: Question): string {
  return pending.map((message) => message.text).join('\n');
}

/** Insights, house facts and memory that fit. What cannot be had is left out: a plainer reply beats none. */
export async function findContext(parts: ChatParts, question: Question): Promise<Found> {
  const text = pendingText(question);
  const insights = await orNone(parts, () => findInsights(parts, text));
  const facts = await orNone(parts, async () =>
    parts.answers.factsFor(text, question.replyLanguage, HOUSE_FACTS),
  );
  return { insights, facts, memory: memoryForPrompt(parts.db, question.client.id, parts.clock.now()) };
}

/** With the ids that the prompt calls them by. One that was removed meanwhile has none, and is left out. */
async function findInsights({ db, knowledge }: ChatParts, text: string): Promise<PromptInsight[]> {
  const found = await knowledge.retrieve(text, { limit: INSIGHTS });
  const numbers = readInsightNumbers(
    db,
    found.map(({ insightId }) => insightId),
  );
  return found.flatMap((insight) => {
    const number = numbers.get(insight.insightId);
    return number === undefined ? [] : [{ ...insight, id: formatInsightId(number) }];
  });
}

async function orNone<T>(parts: ChatParts, find: () => Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await find();
  } catch (error) {
    logFailure(parts, error, 'search failed; going on without its results');
    return [];
  }
}

/** Only the kind of the error: its message may hold what was searched for. */
function logFailure(parts: Pick<ChatParts, 'log'>, error: unknown, what: string): void {
  parts.log.error({ error: error instanceof Error ? error.name : typeof error }, what);
}
