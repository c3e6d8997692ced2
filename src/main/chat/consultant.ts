import type { Channel } from '../../shared/conversation.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Preference, Reply, ReplyDetails, ShadowReply } from '../../shared/message.ts';
import { readCatalogueUse } from '../db/catalogues.ts';
import { readClient } from '../db/clients.ts';
import { clearComposer } from '../db/composer.ts';
import { continueConversation } from '../db/conversations.ts';
import { relabel } from '../answers/learning.ts';
import { readCheck } from '../db/answer-checks.ts';
import { listLinkedFacts, listReplyInsights } from '../db/message-links.ts';
import { findNewestClientMessage } from '../db/messages.ts';
import { readMessageMetrics } from '../db/metrics.ts';
import {
  changeDraft,
  findReplyOwner,
  insertWrittenReply,
  isAnswered,
  markReplyWrong,
  rateReply,
  readReply,
  replaceReplies,
} from '../db/replies.ts';
import { checkServed, findServed } from '../db/served-answers.ts';
import { preferShadow, readShadow } from '../db/shadow-replies.ts';
import { listToolCalls } from '../db/tool-calls.ts';
import { readNaming } from '../db/used-insights.ts';
import { detectLanguage } from '../text/language.ts';
import type { ChatParts } from './ports.ts';
import type { Runs } from './runs.ts';

export interface Writing {
  readonly clientId: string;
  readonly text: string;
  readonly channel: Channel;
  /** Nothing of the conversation that begins with it is learnt. */
  readonly isTemporary?: boolean | undefined;
}

/**
 * Keeps what the consultant wrote alone, as sent. It answers the newest message when that has no sent reply yet; the
 * unsent replies to it then become `replaced`, one that is being written too. Throws DeskError `not_found`.
 */
export function write(parts: ChatParts, runs: Runs, writing: Writing): Reply {
  const { clientId, text, channel, isTemporary } = writing;
  const { db, clock, emit } = parts;
  const now = clock.now();
  const client = readClient(db, clientId);
  const newest = findNewestClientMessage(db, clientId);
  const asked = newest !== null && !isAnswered(db, clientId, newest.id) ? newest : null;
  const running = runs.findByClient(clientId);
  if (running && running.messageId === asked?.id) running.stop('replaced');
  const { conversation, isChanged, replaced, reply } = db
    .transaction(() => {
      const continued = continueConversation(db, clientId, channel, now, isTemporary);
      const place = { clientId, conversationId: continued.conversation.id, repliesTo: asked?.id ?? null };
      const language = detectLanguage(text).language ?? client.language;
      const replaced = asked ? replaceReplies(db, clientId, asked.id) : [];
      for (const { id } of replaced) relabel(db, clientId, id);
      const reply = insertWrittenReply(db, { ...place, language, text }, now);
      clearComposer(db, clientId, 'desk');
      return { ...continued, replaced, reply };
    })
    .immediate();
  if (isChanged) emit('conversation:changed', conversation);
  for (const changed of [...replaced, reply]) emit('message:changed', changed);
  emit('client:changed', { clientId });
  return reply;
}

/**
 * The consultant's text for a draft; with `sentAt` it is sent. What the model had said stays in `originalText`.
 * Throws DeskError `not_found`, and `conflict` when the reply is no draft.
 */
export function changeText(parts: ChatParts, replyId: string, text: string, sentAt: number | null): Reply {
  const { db, emit } = parts;
  const clientId = findReplyOwner(db, replyId);
  const reply = db
    .transaction(() => {
      const changed = changeDraft(db, clientId, replyId, { text, sentAt });
      if (changed && sentAt !== null) relabel(db, clientId, replyId);
      return changed;
    })
    .immediate();
  if (reply === null) {
    const { state } = readReply(db, clientId, replyId);
    throw new DeskError('conflict', `Only a draft can be changed or sent; this reply is ${state}.`);
  }
  emit('message:changed', reply);
  if (sentAt !== null) emit('client:changed', { clientId });
  return reply;
}

/** Marks a reply good or bad; no thumb takes the mark and its note back. Throws DeskError `not_found`. */
export function rate(
  { db, emit }: ChatParts,
  replyId: string,
  { thumb, note }: { readonly thumb: 'up' | 'down' | null; readonly note: string | null },
): Reply {
  const feedback = thumb === null ? null : { thumb, note };
  const clientId = findReplyOwner(db, replyId);
  const reply = db
    .transaction(() => {
      const rated = rateReply(db, clientId, replyId, feedback);
      relabel(db, clientId, replyId);
      return rated;
    })
    .immediate();
  emit('message:changed', reply);
  return reply;
}

/**
 * The consultant's word that a prepared answer is wrong for its message, or the taking back of it. Throws DeskError
 * `not_found`, and `conflict` when the reply served no prepared answer.
 */
export function markWrong(
  { db, emit }: Pick<ChatParts, 'db' | 'emit'>,
  replyId: string,
  isWrong: boolean,
): Reply {
  const clientId = findReplyOwner(db, replyId);
  checkServed(db, clientId, replyId);
  const reply = db
    .transaction(() => {
      const marked = markReplyWrong(db, clientId, replyId, isWrong);
      relabel(db, clientId, replyId);
      return marked;
    })
    .immediate();
  emit('message:changed', reply);
  return reply;
}

/**
 * Which of a prepared reply and Claude's own a person thinks better, or the taking back of it. It is no label: an answer
 * may be right and the other one better. Throws DeskError `not_found`, and `conflict` where there is nothing to compare.
 */
export function prefer(
  { db, emit }: Pick<ChatParts, 'db' | 'emit'>,
  replyId: string,
  preferred: Preference | null,
): ShadowReply {
  const clientId = findReplyOwner(db, replyId);
  const shadow = preferShadow(db, clientId, replyId, preferred);
  if (shadow === null)
    throw new DeskError(
      'conflict',
      'Claude wrote no answer beside this reply, so there is nothing to compare.',
    );
  emit('reply:shadowed', { replyId, clientId });
  return shadow;
}

/** Everything behind one reply. Throws DeskError `not_found`. */
export function readDetails({ db }: ChatParts, replyId: string): ReplyDetails {
  const clientId = findReplyOwner(db, replyId);
  return {
    reply: readReply(db, clientId, replyId),
    insights: listReplyInsights(db, clientId, replyId),
    naming: readNaming(db, clientId, replyId),
    catalogue: readCatalogueUse(db, clientId, replyId),
    facts: listLinkedFacts(db, clientId, replyId),
    toolCalls: listToolCalls(db, clientId, replyId),
    preparedAnswer: findServed(db, clientId, replyId),
    check: readCheck(db, clientId, replyId),
    shadow: readShadow(db, clientId, replyId),
    timings: readMessageMetrics(db, clientId, replyId),
  };
}
