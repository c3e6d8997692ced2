import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { continueConversation } from '../../../src/main/db/conversations.ts';
import {
  insertClientMessage,
  isFollowUp,
  readHistory,
  readMessage,
  readMessagePage,
} from '../../../src/main/db/messages.ts';
import {
  appendReplyText,
  changeDraft,
  finishReply,
  findReplyOwner,
  insertWrittenReply,
  isAnswered,
  rateReply,
  readReply,
  replaceReplies,
  startReply,
  type ReplyEnd,
} from '../../../src/main/db/replies.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';

const draft: ReplyEnd = {
  state: 'draft',
  outcome: 'complete',
  fault: null,
  prepared: null,
  model: 'm',
  modelReason: 'default',
  usage: { input: 1, output: 2, cacheRead: 3, cacheWrite: 4 },
  costUsd: 0.5,
  firstTokenMs: 1.5,
  totalMs: 2.5,
  sentAt: null,
};

let desk: TestDb;
let clientId: string;
let conversationId: string;
let otherId: string;
beforeEach(() => {
  desk = openTestDb();
  clientId = aClient(desk.db).id;
  otherId = aClient(desk.db).id;
  conversationId = continueConversation(desk.db, clientId, 'phone', 1).conversation.id;
});
afterEach(() => desk.cleanUp());

const say = (text: string, at = 1) =>
  insertClientMessage(desk.db, { clientId, conversationId, text, language: 'it' }, at);
const begin = (repliesTo: string | null) =>
  startReply(desk.db, { clientId, conversationId, repliesTo, language: 'it' }, 1);
const answerTo = (repliesTo: string, text: string, end: ReplyEnd = draft) => {
  const { id } = begin(repliesTo);
  appendReplyText(desk.db, clientId, id, text);
  return finishReply(desk.db, clientId, id, end)!;
};
const sent: ReplyEnd = { ...draft, state: 'sent', sentAt: 5 };

describe('a reply', () => {
  it('grows while it streams and is whole when it ends', () => {
    const { id } = begin(say('Ciao').id);
    expect(appendReplyText(desk.db, clientId, id, 'uno ')).toBe(true);
    expect(appendReplyText(desk.db, clientId, id, 'due')).toBe(true);
    expect(readReply(desk.db, clientId, id)).toMatchObject({
      state: 'streaming',
      text: 'uno due',
      usage: null,
    });
    expect(finishReply(desk.db, clientId, id, draft)).toMatchObject({
      text: 'uno due',
      state: 'draft',
      outcome: 'complete',
      usage: draft.usage,
      costUsd: 0.5,
      source: 'claude',
    });
  });

  it('ends once and takes no text afterwards', () => {
    const { id } = answerTo(say('Ciao').id, 'uno');
    expect(appendReplyText(desk.db, clientId, id, 'due')).toBe(false);
    expect(finishReply(desk.db, clientId, id, sent)).toBeNull();
    expect(readReply(desk.db, clientId, id)).toMatchObject({ text: 'uno', state: 'draft' });
  });

  it('keeps what the model said through edits, and forgets it when the edit is undone', () => {
    const { id } = answerTo(say('Ciao').id, 'detto');
    const edit = (text: string, sentAt: number | null = null) =>
      changeDraft(desk.db, clientId, id, { text, sentAt });
    expect(edit('a')).toMatchObject({ text: 'a', originalText: 'detto' });
    expect(edit('b')).toMatchObject({ text: 'b', originalText: 'detto' });
    expect(edit('detto')).toMatchObject({ text: 'detto', originalText: null });
    expect(edit('detto', 9)).toMatchObject({ state: 'sent', sentAt: 9, originalText: null });
    expect(edit('c')).toBeNull();
  });

  it('cannot be what the schema forbids', () => {
    const { id } = begin(null);
    const end = (change: Partial<ReplyEnd>) => () =>
      finishReply(desk.db, clientId, id, { ...draft, ...change });
    expect(end({ state: 'failed' })).toThrow(/CHECK/);
    expect(end({ state: 'sent' })).toThrow(/CHECK/);
    expect(end({ sentAt: 5 })).toThrow(/CHECK/);
    expect(end({ costUsd: -1 })).toThrow(/CHECK/);
    expect(readReply(desk.db, clientId, id).state).toBe('streaming');
  });

  it('is found by words only once it has ended', () => {
    const count = () =>
      desk.db.prepare(`SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'sawah'`).pluck().get();
    const { id } = begin(null);
    appendReplyText(desk.db, clientId, id, 'villa sawah');
    expect(count()).toBe(0);
    finishReply(desk.db, clientId, id, draft);
    expect(count()).toBe(1);
    changeDraft(desk.db, clientId, id, { text: 'altro', sentAt: null });
    expect(count()).toBe(0);
    desk.db.exec(`INSERT INTO messages_fts (messages_fts) VALUES ('integrity-check')`);
  });

  it('takes a mark with a note, and loses both together', () => {
    const { id } = answerTo(say('Ciao').id, 'detto');
    expect(rateReply(desk.db, clientId, id, { thumb: 'up', note: 'bene' }).feedback).toEqual({
      thumb: 'up',
      note: 'bene',
    });
    expect(rateReply(desk.db, clientId, id, null).feedback).toBeNull();
  });

  it('replaces unsent replies to the same message only', () => {
    const [first, second] = [say('uno'), say('due')];
    const old = answerTo(first.id, 'a');
    const failed = answerTo(first.id, '', { ...draft, state: 'failed', outcome: 'empty', fault: 'stalled' });
    const said = answerTo(first.id, 'b', sent);
    const bystander = answerTo(second.id, 'c');
    const replaced = replaceReplies(desk.db, clientId, first.id).map(({ id }) => id);
    expect(replaced.sort()).toEqual([old.id, failed.id].sort());
    expect(readReply(desk.db, clientId, said.id).state).toBe('sent');
    expect(readReply(desk.db, clientId, bystander.id).state).toBe('draft');
  });
});

describe('pages of messages', () => {
  it('lead from the newest to the oldest, each once and in order', () => {
    const texts = Array.from({ length: 7 }, (_, index) => String(index));
    for (const text of texts) say(text);
    const seen: string[] = [];
    let beforeId: string | null = null;
    for (let hasMore = true; hasMore;) {
      const page = readMessagePage(desk.db, clientId, { beforeId, limit: 3 });
      seen.unshift(...page.messages.map(({ text }) => text));
      beforeId = page.messages[0]?.id ?? null;
      hasMore = page.hasMore;
    }
    expect(seen).toEqual(texts);
  });

  it('are empty before an unknown message and for another client', () => {
    const { id } = say('Ciao');
    expect(readMessagePage(desk.db, clientId, { beforeId: 'none', limit: 3 })).toEqual({
      messages: [],
      hasMore: false,
    });
    expect(readMessagePage(desk.db, otherId, { beforeId: null, limit: 3 }).messages).toEqual([]);
    expect(readMessagePage(desk.db, otherId, { beforeId: id, limit: 3 }).messages).toEqual([]);
  });
});

describe('the history of a message', () => {
  it('is what was said until then: no drafts, no failed, no replaced, nothing later', () => {
    const first = say('uno');
    answerTo(first.id, 'bozza');
    answerTo(first.id, 'detta', sent);
    answerTo(first.id, 'rotta', { ...draft, state: 'failed', outcome: 'empty', fault: 'stalled' });
    const second = say('due');
    say('tre');
    const texts = readHistory(desk.db, clientId, second.id, 1_000).map(({ text }) => text);
    expect(texts).toEqual(['uno', 'detta', 'due']);
  });

  it('drops the oldest beyond its size, never the message itself', () => {
    for (const text of ['aaaa', 'bbbb', 'cccc']) say(text);
    const last = say('dddddddd');
    const texts = (size: number) => readHistory(desk.db, clientId, last.id, size).map(({ text }) => text);
    expect(texts(16)).toEqual(['bbbb', 'cccc', 'dddddddd']);
    expect(texts(15)).toEqual(['cccc', 'dddddddd']);
    expect(texts(1)).toEqual(['dddddddd']);
  });
});

it('tells a follow-up and an answered message', () => {
  const first = say('uno');
  expect([isFollowUp(desk.db, clientId, first.id), isAnswered(desk.db, clientId, first.id)]).toEqual([
    false,
    false,
  ]);
  insertWrittenReply(
    desk.db,
    { clientId, conversationId, repliesTo: first.id, language: 'it', text: 'ecco' },
    2,
  );
  const second = say('due');
  expect([isFollowUp(desk.db, clientId, second.id), isAnswered(desk.db, clientId, first.id)]).toEqual([
    true,
    true,
  ]);
  expect(isAnswered(desk.db, clientId, second.id)).toBe(false);
});

it('never reads or changes a message of another client', () => {
  const { id: messageId } = say('segreto');
  const { id } = answerTo(messageId, 'segreto');
  const notFound = expect.objectContaining({ code: 'not_found' });
  expect(() => readMessage(desk.db, otherId, messageId)).toThrow(notFound);
  expect(() => readReply(desk.db, otherId, id)).toThrow(notFound);
  expect(() => rateReply(desk.db, otherId, id, { thumb: 'up', note: null })).toThrow(notFound);
  expect(changeDraft(desk.db, otherId, id, { text: 'x', sentAt: 1 })).toBeNull();
  expect(replaceReplies(desk.db, otherId, messageId)).toEqual([]);
  expect(readHistory(desk.db, otherId, messageId, 100)).toEqual([]);
  expect(() => findReplyOwner(desk.db, messageId)).toThrow(notFound);
  expect(findReplyOwner(desk.db, id)).toBe(clientId);
  expect(readReply(desk.db, clientId, id)).toMatchObject({ text: 'segreto', feedback: null });
});
