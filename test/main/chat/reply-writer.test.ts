import { describe, expect, it } from 'vitest';
import type { Events } from '../../../src/shared/events.ts';
import { createReplyWriter } from '../../../src/main/chat/reply-writer.ts';
import { continueConversation } from '../../../src/main/db/conversations.ts';
import { readReply, startReply } from '../../../src/main/db/replies.ts';
import { aClient, openTestDb } from '../../fixtures/desk.ts';

function open() {
  const files = openTestDb();
  const { db } = files;
  const cleanUp = () => files.cleanUp();
  const clientId = aClient(db).id;
  const { conversation } = continueConversation(db, clientId, 'phone', 1);
  const place = { clientId, conversationId: conversation.id, repliesTo: null, language: null };
  const { id: replyId } = startReply(db, place, 1);
  const shown: Events['reply:streamed'][] = [];
  const failures: unknown[] = [];
  const kept = () => readReply(db, clientId, replyId).text;
  const writer = createReplyWriter({
    db,
    clientId,
    replyId,
    emit(name, value) {
      if (name !== 'reply:streamed') return;
      const streamed = value as Events['reply:streamed'];
      // What is shown is in the database already, by the time it is shown.
      expect(kept().slice(0, streamed.length)).toHaveLength(streamed.length);
      shown.push(streamed);
    },
    onFailure: (error) => failures.push(error),
  });
  return { db, clientId, replyId, writer, shown, failures, kept, cleanUp };
}

describe('the writer of a reply', () => {
  it('shows the first piece at once and later ones in batches, each after it was kept', async () => {
    const { writer, shown, kept, cleanUp } = open();
    writer.append('uno ');
    expect(shown).toMatchObject([{ appended: 'uno ', length: 4 }]);
    writer.append('due ');
    writer.append('tre');
    expect(kept()).toBe('uno ');
    await expect.poll(() => shown.length).toBe(2);
    expect(shown[1]).toMatchObject({ appended: 'due tre', length: 11 });
    expect(kept()).toBe('uno due tre');
    cleanUp();
  });

  it('writes what waits when flushed, and nothing once closed', () => {
    const { writer, shown, kept, cleanUp } = open();
    writer.append('a');
    writer.append('b');
    writer.flush();
    writer.close();
    writer.append('c');
    writer.flush();
    expect(kept()).toBe('ab');
    expect(shown).toHaveLength(2);
    cleanUp();
  });

  it('never keeps or shows half a character', () => {
    const { writer, shown, kept, cleanUp } = open();
    writer.append('😊'.slice(0, 1));
    expect(shown).toHaveLength(0);
    writer.append('😊'.slice(1));
    expect(shown).toMatchObject([{ appended: '😊', length: 2 }]);
    expect(kept()).toBe('😊');
    cleanUp();
  });

  it('shows nothing it could not keep, and says so', async () => {
    const { db, writer, shown, failures, cleanUp } = open();
    writer.append('a');
    writer.append('b');
    db.prepare('DELETE FROM clients').run();
    await expect.poll(() => failures).toEqual([null]);
    expect(shown).toHaveLength(1);
    cleanUp();
  });
});
