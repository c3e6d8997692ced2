import { describe, expect, it } from 'vitest';
import { startReply } from '../../../src/main/db/replies.ts';
import type { Reply } from '../../../src/shared/message.ts';
import type { Step } from '../../simulators/steps.ts';
import { startChat, statesOf, type ChatHarness } from './harness.ts';

const slow: Step = {
  kind: 'reply',
  text: 'Uno due tre quattro cinque sei sette otto nove dieci',
  delayMs: 8,
};
const stalled: Step = { kind: 'stallAfter', text: 'Dicevo' };
const patient = { claude: { stallMs: 60_000 } };

/** From now on the database refuses to write, as on a full disk. */
function fill({ db }: ChatHarness): void {
  db.pragma('query_only = ON');
}

function makeRoom({ db }: ChatHarness): void {
  db.pragma('query_only = OFF');
}

function receive({ chat, client }: ChatHarness): Reply {
  return chat.receive({ clientId: client.id, text: 'Una domanda', channel: 'phone' }).reply;
}

/** A reply of which another process, or one that was killed, wrote the beginning. */
function ofAnotherProcess({ db, client, chat }: ChatHarness): Reply {
  const { reply } = chat.receive({ clientId: client.id, text: 'Una domanda', channel: 'phone' });
  chat.stop(reply.id);
  const { clientId, conversationId, repliesTo, language } = reply;
  return startReply(db, { clientId, conversationId, repliesTo, language }, 1);
}

describe('a database that cannot be written while a reply streams', () => {
  it('ends the reply without an unhandled error; later it is ended by stopping it', async () => {
    const desk = await startChat({ script: [slow] });
    const streamed = desk.streamed();
    const { id } = receive(desk);
    await streamed;
    fill(desk);
    const left = await desk.chat.finished(id);
    expect(left.state).toBe('streaming');
    expect(desk.lines.filter(({ level }) => level === 'error')).not.toEqual([]);
    makeRoom(desk);
    desk.chat.stop(id);
    const ended = await desk.chat.finished(id);
    expect(ended).toMatchObject({ state: 'draft', outcome: 'cut', fault: 'interrupted', text: left.text });
    expect(desk.told.at(-2)).toEqual({ name: 'message:changed', value: ended });
  });

  it('asks Claude for nothing more when a reply is stopped', async () => {
    const desk = await startChat({ script: [stalled], settings: patient });
    const streamed = desk.streamed();
    const { id } = receive(desk);
    await streamed;
    fill(desk);
    desk.chat.stop(id);
    await desk.chat.finished(id);
    makeRoom(desk);
    await desk.simulator.close();
    expect(desk.simulator.requests).toHaveLength(1);
  });

  it('does not keep the desk from being closed', async () => {
    const desk = await startChat({ script: [stalled], settings: patient });
    const streamed = desk.streamed();
    receive(desk);
    await streamed;
    fill(desk);
    await expect(desk.chat.close()).resolves.toBeUndefined();
  });
});

describe('a reply that another process left streaming', () => {
  it('is ended by stopping it', async () => {
    const desk = await startChat();
    const { id } = ofAnotherProcess(desk);
    desk.chat.stop(id);
    expect(await desk.chat.finished(id)).toMatchObject({
      state: 'failed',
      outcome: 'empty',
      fault: 'interrupted',
    });
  });

  it('gives way to a new one', async () => {
    const desk = await startChat();
    const { id } = ofAnotherProcess(desk);
    const next = desk.chat.regenerate(id, null);
    await desk.chat.finished(next.id);
    expect(statesOf(desk)).toEqual(['Una domanda', 'replaced', 'replaced', 'draft']);
  });

  it('stopping one that is gone does nothing', async () => {
    const desk = await startChat();
    expect(() => desk.chat.stop('019ab000-0000-7000-8000-000000000000')).not.toThrow();
  });
});
