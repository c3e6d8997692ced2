import { describe, expect, it, onTestFinished } from 'vitest';
import { createIdleEnding } from '../../../src/main/chat/idle-ending.ts';
import { saveComposer } from '../../../src/main/db/composer.ts';
import { continueConversation, listOpenConversations } from '../../../src/main/db/conversations.ts';
import { insertClientMessage } from '../../../src/main/db/messages.ts';
import { startReply } from '../../../src/main/db/replies.ts';
import { HOUR, MINUTE, SECOND } from '../../../src/shared/time.ts';
import { aClient, openTestDb, silentLog, testClock } from '../../fixtures/desk.ts';

function openIdle(idleMinutes = 15) {
  const desk = openTestDb();
  onTestFinished(() => desk.cleanUp());
  const { db } = desk;
  const clock = testClock();
  let monotonic = 0;
  const ended: { id: string; reason: string; at: number }[] = [];
  const idle = createIdleEnding({
    db,
    clock,
    log: silentLog,
    idleMinutes: () => idleMinutes,
    end: ({ id }, reason, at) => {
      ended.push({ id, reason, at });
      db.prepare('UPDATE conversations SET ended_at = ?, end_reason = ? WHERE id = ?').run(at, reason, id);
    },
    monotonic: () => monotonic,
  });
  const clientId = aClient(db).id;
  const say = (text = 'Halo kak') => {
    const { id: conversationId } = continueConversation(db, clientId, 'whatsapp', clock.now()).conversation;
    const message = { clientId, conversationId, text, language: null };
    return { conversationId, message: insertClientMessage(db, message, clock.now()) };
  };
  /** Time goes by; asleep, only the computer's clock goes on. */
  const pass = (ms: number, isAsleep = false) => {
    clock.advance(ms);
    if (!isAsleep) monotonic += ms;
  };
  return { db, clock, idle, ended, clientId, say, pass, back: (ms: number) => clock.advance(-ms) };
}

describe('a conversation that nobody goes on with', () => {
  it('ends when the time of the settings is over, and not one look earlier', () => {
    const { idle, ended, say, pass, clock } = openIdle();
    const { conversationId } = say();
    const begun = clock.now();
    expect(idle.look('idle')).toBe(0);
    pass(15 * MINUTE - 1);
    expect(idle.look('idle')).toBe(0);
    pass(20 * SECOND);
    expect(idle.look('idle')).toBe(1);
    expect(ended).toEqual([{ id: conversationId, reason: 'idle', at: begun + 15 * MINUTE }]);
    expect(idle.look('idle')).toBe(0);
  });

  it('goes on by every sign of life: a message, text that is typed, its being reopened', () => {
    const { db, idle, say, pass, clock, clientId } = openIdle();
    const { conversationId } = say();
    pass(10 * MINUTE);
    saveComposer(db, { clientId, author: 'desk', text: 'Caro' }, clock.now());
    pass(10 * MINUTE);
    expect(idle.look('idle')).toBe(0);
    say();
    pass(10 * MINUTE);
    expect(idle.look('idle')).toBe(0);
    pass(5 * MINUTE);
    idle.touch(conversationId);
    expect(idle.look('idle')).toBe(0);
    pass(14 * MINUTE);
    expect(idle.look('idle')).toBe(0);
    pass(MINUTE);
    expect(idle.look('idle')).toBe(1);
  });

  it('does not end while a reply is written, and ends with a draft that nobody sent', () => {
    const { db, idle, say, pass, clock, clientId } = openIdle();
    const { conversationId, message } = say();
    const place = { clientId, conversationId, repliesTo: message.id };
    const reply = startReply(db, { ...place, language: 'it' }, clock.now());
    saveComposer(db, { clientId, author: 'desk', text: 'Not sent' }, clock.now());
    pass(HOUR);
    expect(idle.look('idle')).toBe(0);
    db.prepare(`UPDATE messages SET state = 'draft', outcome = 'complete', text = 'Ciao' WHERE id = ?`).run(
      reply.id,
    );
    expect(idle.look('idle')).toBe(1);
    expect(db.prepare('SELECT text FROM composer_drafts').all()).toEqual([{ text: 'Not sent' }]);
    expect(db.prepare(`SELECT count(*) AS n FROM messages WHERE state = 'draft'`).get()).toEqual({ n: 1 });
  });

  it('ends after sleep by the computer’s clock', () => {
    const { idle, say, pass } = openIdle();
    say();
    idle.look('idle');
    pass(2 * HOUR, true);
    expect(idle.look('idle')).toBe(1);
  });

  it('ends in time although the clock was put back by hours, and never earlier', () => {
    const { idle, ended, say, pass, back, clock } = openIdle();
    say();
    idle.look('idle');
    back(5 * HOUR);
    pass(14 * MINUTE);
    expect(idle.look('idle')).toBe(0);
    pass(MINUTE);
    expect(idle.look('idle')).toBe(1);
    expect(ended[0]?.at).toBe(clock.now());
  });

  it('ended, at the start of the app, when its time was over', () => {
    const { idle, ended, say, pass, clock } = openIdle(30);
    const { conversationId } = say();
    const begun = clock.now();
    pass(9 * HOUR, true);
    idle.look('start');
    expect(ended).toEqual([{ id: conversationId, reason: 'start', at: begun + 30 * MINUTE }]);
  });

  it('leaves those of other clients alone that go on', () => {
    const { db, idle, ended, say, pass, clock } = openIdle();
    say();
    pass(10 * MINUTE);
    const other = aClient(db, { name: 'Sara Conti' }).id;
    const { id } = continueConversation(db, other, 'email', clock.now()).conversation;
    pass(6 * MINUTE);
    expect(idle.look('idle')).toBe(1);
    expect(ended.map((one) => one.id)).not.toContain(id);
    expect(listOpenConversations(db)).toMatchObject([{ id, clientId: other }]);
  });
});
