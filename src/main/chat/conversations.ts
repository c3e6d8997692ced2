import type { Channel, Conversation, EndReason } from '../../shared/conversation.ts';
import {
  endConversation,
  reopenConversation,
  setConversationChannel,
  setConversationTemporary,
} from '../db/conversations.ts';
import { createIdleEnding } from './idle-ending.ts';
import type { ChatParts } from './ports.ts';

interface Place {
  readonly clientId: string;
  readonly conversationId: string;
}

/** What is done to whole conversations. All throw DeskError `not_found`. */
export interface ConversationVerbs {
  /** One that has ended stays as it ended. */
  endConversation(place: Place): Conversation;
  /** `conflict` while another conversation of the client is open. */
  reopenConversation(place: Place): Conversation;
  /** Nothing of a temporary conversation is learnt, from when it is told so. */
  setTemporary(place: Place & { readonly isTemporary: boolean }): Conversation;
  setChannel(place: Place & { readonly channel: Channel }): Conversation;
}

/** `follow`: ends what should have ended before, and from then on what nobody goes on with; what it returns stops that. */
export function openConversations(
  parts: ChatParts,
): ConversationVerbs & { readonly follow: () => () => void } {
  const { db, clock, log, emit, settings } = parts;
  const told = (conversation: Conversation): Conversation => {
    emit('conversation:changed', conversation);
    return conversation;
  };
  const idle = createIdleEnding({
    db,
    clock,
    log,
    idleMinutes: () => settings().conversations.idleMinutes,
    end: ({ clientId, id }, reason, at) =>
      void told(end(parts, { clientId, conversationId: id }, reason, at)),
  });
  return {
    endConversation: (place) => told(end(parts, place, 'button', clock.now())),
    reopenConversation: (place) => {
      idle.touch(place.conversationId);
      return told(reopen(parts, place));
    },
    setTemporary: (place) => told(setTemporary(parts, place)),
    setChannel: ({ clientId, conversationId, channel }) =>
      told(setConversationChannel(db, clientId, conversationId, channel)),
    follow: () => {
      idle.look('start');
      return idle.follow();
    },
  };
}

/** Ends a conversation and asks for what is to be learnt of it: both or neither. */
function end(
  { db, clock, learning, log }: ChatParts,
  place: Place,
  reason: EndReason,
  at: number,
): Conversation {
  const ended = db
    .transaction(() => {
      const conversation = endConversation(db, place.clientId, place.conversationId, reason, at);
      learning.ended(conversation, clock.now());
      return conversation;
    })
    .immediate();
  log.info({ conversationId: ended.id, reason }, 'a conversation ended');
  return ended;
}

/** Takes the end of a conversation back, and with it the wish to learn of it. */
function reopen({ db, learning }: ChatParts, place: Place): Conversation {
  const conversation = reopenConversation(db, place.clientId, place.conversationId);
  learning.unwanted(conversation);
  return conversation;
}

function setTemporary(
  { db, clock, learning }: ChatParts,
  { clientId, conversationId, isTemporary }: Place & { readonly isTemporary: boolean },
): Conversation {
  const conversation = db
    .transaction(() => {
      const changed = setConversationTemporary(db, clientId, conversationId, isTemporary);
      if (changed.endedAt !== null && !isTemporary) learning.ended(changed, clock.now());
      return changed;
    })
    .immediate();
  if (isTemporary) learning.unwanted(conversation);
  return conversation;
}
