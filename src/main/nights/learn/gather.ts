import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '../../../shared/language.ts';
import {
  readDayInsights,
  readDayPart,
  type DayInsight,
  type DayMessage,
  type DayPart,
} from '../../db/day-record.ts';
import type { Db } from '../../db/db.ts';

import { isSuspect } from './suspect.ts';

/** A message as it may leave the machine. */
export interface GatheredMessage {
  readonly id: string;
  readonly clientId: string;
  readonly by: 'client' | 'desk';
  /** Hidden, on one line, and cut where it is very long. */
  readonly text: string;
  readonly language: Language | null;
  readonly repliesTo: string | null;
  readonly source: DayMessage['source'];
  /** What was proposed before the consultant changed it; hidden. */
  readonly draft: string | null;
  readonly thumb: DayMessage['thumb'];
  readonly note: string | null;
  /** A prepared answer that was no answer to it. */
  readonly wasWrong: boolean;
  /** Insights that the reply was given; those it used have an origin. */
  readonly insights: readonly DayInsight[];
}

export interface GatheredConversation {
  readonly clientId: string;
  readonly id: string;
  readonly messages: readonly GatheredMessage[];
  /** A message of it tries to write to the knowledge: it is read apart from the others, and what it brings waits for a person. */
  readonly isSuspect: boolean;
}

/** Of one client: takes out of a text what would name them. */
export type Hide = (text: string) => string;

interface GatherParts {
  readonly db: Db;
  readonly hidingFor: (clientId: string) => Hide;
  readonly signal: AbortSignal;
}

/** Longer messages are cut: what they signal stands in their beginning. */
const longestText = 1_500;
const longestDraft = 600;
/** Nothing beyond this is looked at: somebody pasted a book. */
const mostRead = 20_000;

/** The conversations of a day that a client wrote in, without what names anybody. */
export async function gather(
  { db, hidingFor, signal }: GatherParts,
  parts: readonly DayPart[],
): Promise<GatheredConversation[]> {
  const conversations: GatheredConversation[] = [];
  for (const part of parts) {
    const conversation = gatherPart(db, part, hidingFor);
    if (conversation !== null) conversations.push(conversation);
    await nextTurn();
    signal.throwIfAborted();
  }
  return conversations;
}

/** Null where no client wrote, or the client is gone. */
function gatherPart(db: Db, part: DayPart, hidingFor: GatherParts['hidingFor']): GatheredConversation | null {
  const { clientId, conversationId: id } = part;
  const found = readDayPart(db, clientId, part);
  const written = found.filter(({ author }) => author === 'client');
  if (written.length === 0) return null;
  const given = readDayInsights(db, clientId, part);
  const hide = hidingFor(clientId);
  const messages = found.map((message) =>
    toGathered(
      clientId,
      message,
      given.filter(({ replyId }) => replyId === message.id),
      hide,
    ),
  );
  return { clientId, id, messages, isSuspect: written.some(({ text }) => isSuspect(text)) };
}

function toGathered(
  clientId: string,
  message: DayMessage,
  insights: readonly DayInsight[],
  hide: Hide,
): GatheredMessage {
  const { id, author, language, repliesTo, source, thumb, note, originalText } = message;
  const leaves = (whole: string, longest: number) =>
    onOneLine(hide(whole.replaceAll(/[\p{Cf}\p{Cs}]+/gu, '').slice(0, mostRead))).slice(0, longest);
  return {
    id,
    clientId,
    by: author,
    text: leaves(message.text, longestText),
    language,
    repliesTo,
    source,
    draft: originalText === null ? null : leaves(originalText, longestDraft),
    thumb,
    note: note === null ? null : leaves(note, longestDraft),
    wasWrong: message.isMarkedWrong || message.verdict === 'doubtful',
    insights,
  };
}

function onOneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
