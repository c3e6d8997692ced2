import type { ClaudeTest } from '../../shared/app.ts';
import type { CatalogueStatus } from '../../shared/insight.ts';
import type { Timeline } from '../../shared/ipc.ts';
import type { Message, Preference, Reply, ReplyDetails, ShadowReply } from '../../shared/message.ts';
import { readComposer, saveComposer } from '../db/composer.ts';
import { listConversations } from '../db/conversations.ts';
import { readMessagePage } from '../db/messages.ts';
import { recoverReplies } from '../db/replies.ts';
import { createChecks } from './checks.ts';
import { changeText, markWrong, prefer, rate, readDetails, write, type Writing } from './consultant.ts';
import { makeCataloguesAhead } from './catalogue/ahead.ts';
import { readCatalogueStatus } from './catalogue/status.ts';
import { openCatalogue } from './catalogue/today.ts';
import { openConversations, type ConversationVerbs } from './conversations.ts';
import type { ChatParts } from './ports.ts';
import { receive, regenerate, type Incoming } from './receive.ts';
import { createRuns } from './runs.ts';
import { createShadows } from './shadows.ts';

/** Conversations with clients, and the replies to them. Every verb of `conversation:`, `message:` and `reply:`. */
export interface Chat extends ConversationVerbs {
  /** Keeps the client's message and starts a reply to it, which streams on after this returns. */
  receive(message: Incoming): { message: Message; reply: Reply };
  /** The reply as it is when its writing has ended. */
  finished(replyId: string): Promise<Reply>;
  /** When a prepared reply is not being looked at any more; at once when it is not. */
  checked(replyId: string): Promise<void>;
  /** Ends a running reply; what was shown is kept. Nothing happens when it has ended. */
  stop(replyId: string): void;
  /** When Claude's own answer to what a prepared one was served for is there; at once when none is being written. */
  shadowed(replyId: string): Promise<void>;
  /** A new reply to the same message; the old one is kept as `replaced`. `conflict` when it was sent. */
  regenerate(replyId: string, model: 'fast' | 'strong' | null): Reply;
  edit(replyId: string, text: string): Reply;
  send(replyId: string, text: string): Reply;
  write(message: Writing): Reply;
  rate(replyId: string, feedback: { thumb: 'up' | 'down' | null; note: string | null }): Reply;
  /** The consultant's word that a prepared answer is wrong, or the taking back of it. `conflict` for other replies. */
  markWrong(replyId: string, isWrong: boolean): Reply;
  /** Which of a prepared reply and its shadow a person thinks better; null takes it back. `conflict` without a shadow. */
  prefer(replyId: string, preferred: Preference | null): ShadowReply;
  details(replyId: string): ReplyDetails;
  readTimeline(page: { clientId: string; beforeId: string | null; limit: number }): Timeline;
  saveComposer(draft: { clientId: string; author: 'client' | 'desk'; text: string }): void;
  /** The catalogue of insights as prompts of today carry it. */
  catalogueStatus(): CatalogueStatus;
  /** Asks the fast model for one word. */
  test(): Promise<ClaudeTest>;
  /** Ends what a crash left streaming; how many replies there were. For the owner of the data folder, at start. */
  recover(): number;
  /** Ends conversations that should have ended while nobody looked, and from now on those that nobody goes on with, until closing. */
  followConversations(): void;
  /** Makes the catalogue of each day before a message waits for it, until closing. For the owner of the data folder. */
  prepareDays(): void;
  /** Ends a client's running reply, its checks and shadows, and waits until nothing is written for this client any more. */
  silence(clientId: string): Promise<void>;
  /** Ends all running replies, checks and shadows, keeps what was shown, waits for their ends. Nothing starts afterwards. */
  close(): Promise<void>;
}

/** The chat over open parts. Nothing starts by itself; the owner of the data folder calls `recover` first. */
export function openChat(parts: ChatParts): Chat {
  const { db, clock } = parts;
  const checks = createChecks(parts);
  const today = openCatalogue(parts);
  const shadows = createShadows({ ...parts, today });
  const runs = createRuns({ ...parts, checks, shadows, today });
  const { follow, ...conversationVerbs } = openConversations(parts);
  const endings: (() => void)[] = [];
  return {
    receive: (message) => receive(parts, runs, message),
    finished: (replyId) => runs.finished(replyId),
    checked: (replyId) => checks.finished(replyId),
    shadowed: (replyId) => shadows.finished(replyId),
    stop: (replyId) => runs.stop(replyId),
    regenerate: (replyId, model) => regenerate(parts, runs, replyId, model),
    edit: (replyId, text) => changeText(parts, replyId, text, null),
    send: (replyId, text) => changeText(parts, replyId, text, clock.now()),
    write: (message) => write(parts, runs, message),
    markWrong: (replyId, isWrong) => markWrong(parts, replyId, isWrong),
    rate: (replyId, feedback) => rate(parts, replyId, feedback),
    prefer: (replyId, preferred) => prefer(parts, replyId, preferred),
    details: (replyId) => readDetails(parts, replyId),
    ...conversationVerbs,
    readTimeline: ({ clientId, ...page }) => ({
      conversations: listConversations(db, clientId),
      ...readMessagePage(db, clientId, page),
      checking: checks.running(clientId),
      composer: readComposer(db, clientId),
    }),
    saveComposer: (draft) => saveComposer(db, draft, clock.now()),
    catalogueStatus: () => readCatalogueStatus({ db, today }, parts.settings()),
    test: () => testClaude(parts),
    recover: () => recoverReplies(db).length,
    followConversations: () => void endings.push(follow()),
    prepareDays: () => void endings.push(makeCataloguesAhead({ ...parts, today })),
    // A reply that ends may still ask for a check and a shadow.
    silence: async (clientId) => {
      await runs.silence(clientId);
      await Promise.all([checks.silence(clientId), shadows.silence(clientId)]);
    },
    close: async () => {
      for (const stop of endings) stop();
      await runs.close();
      await Promise.all([checks.close(), shadows.close()]);
    },
  };
}

async function testClaude({ claude, settings }: ChatParts): Promise<ClaudeTest> {
  const current = claude();
  if (current === null) return { ok: false, fault: 'no_key', message: 'No key is set.' };
  return current.test(settings().claude.fastModel);
}
