import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/shared/message.ts';
import { appendReplyText, finishReply, startReply } from '../../../src/main/db/replies.ts';
import { EXAMPLE_SOURCE } from '../../../src/shared/answer.ts';
import type { UsedFact } from '../../../src/shared/message.ts';
import { findHouseFact, saveHouseFact } from '../../../src/main/db/house-facts.ts';
import { deleteClientRow } from '../../../src/main/db/clients.ts';
import { aClient } from '../../fixtures/desk.ts';
import { addPast, anIntent } from '../../fixtures/served.ts';
import type { Step } from '../../simulators/steps.ts';
import { RULES, startChat, statesOf, timelineOf, turnTexts } from './harness.ts';

const slow = (text: string): Step => ({ kind: 'reply', text, delayMs: 8 });
const stalled = { settings: { claude: { stallMs: 60_000 } } } as const;
const broken = () => Promise.reject(new Error('down'));

describe('receiving a message', () => {
  it('answers at once with the kept message and a streaming reply, in a new conversation', async () => {
    const desk = await startChat();
    const { message, reply } = desk.chat.receive({
      clientId: desk.client.id,
      text: 'Quanto costa il visto?',
      channel: 'email',
    });
    expect(message).toMatchObject({ author: 'client', text: 'Quanto costa il visto?', language: 'it' });
    expect(reply).toMatchObject({ state: 'streaming', outcome: null, text: '', repliesTo: message.id });
    const { conversations, messages } = timelineOf(desk);
    expect(conversations).toMatchObject([{ id: message.conversationId, channel: 'email', endedAt: null }]);
    expect(messages.map(({ id }) => id)).toEqual([message.id, reply.id]);
    await desk.chat.finished(reply.id);
  });

  it('keeps usage, cost, times and figures of the reply', async () => {
    const desk = await startChat();
    const reply = await desk.answer();
    const { usage } = reply;
    expect(reply).toMatchObject({ model: 'claude-haiku-5-5', modelReason: 'default', source: 'claude' });
    expect(usage?.cacheWrite).toBeGreaterThan(0);
    const { input = 0, output = 0, cacheRead = 0, cacheWrite = 0 } = usage ?? {};
    const cost = (input * 0.1 + output * 0.5 + cacheRead * 0.01 + cacheWrite * 0.125) / 1e6;
    expect(reply.costUsd).toBeCloseTo(cost, 12);
    expect(reply.firstTokenMs).toBeLessThanOrEqual(reply.totalMs ?? 0);
    const { timings } = desk.chat.details(reply.id);
    expect(Object.keys(timings).sort()).toEqual(['assemble_ms', 'local_ms', 'match_ms', 'retrieval_ms']);
  });

  it('reads the stable prefix from the cache from the second message on', async () => {
    const desk = await startChat();
    const first = await desk.answer();
    const second = await desk.answer('E un altro visto');
    expect(second.usage?.cacheRead).toBe(first.usage?.cacheWrite);
    const prefixes = desk.simulator.requests.map(({ messages }) =>
      JSON.stringify([messages?.system, messages?.tools]),
    );
    expect(new Set(prefixes).size).toBe(1);
    expect(prefixes[0]).toContain(RULES);
  });

  it('has no cost where the model has no price', async () => {
    const desk = await startChat({ settings: { claude: { prices: {} } } });
    const reply = await desk.answer();
    expect(reply.usage).not.toBeNull();
    expect(reply.costUsd).toBeNull();
  });

  it('stops the running reply for a newer message, and answers both', async () => {
    const desk = await startChat({ script: [{ kind: 'stallAfter', text: 'Dicevo' }], ...stalled });
    const streamed = desk.streamed();
    const first = desk.chat.receive({ clientId: desk.client.id, text: 'Una domanda', channel: 'phone' });
    await streamed;
    const second = desk.chat.receive({ clientId: desk.client.id, text: 'Anzi, due', channel: 'phone' });
    const ended = await desk.chat.finished(second.reply.id);
    expect(ended.outcome).toBe('complete');
    expect(await desk.chat.finished(first.reply.id)).toMatchObject({
      state: 'replaced',
      outcome: 'stopped',
      text: 'Dicevo',
    });
    expect(statesOf(desk)).toEqual(['Una domanda', 'replaced', 'Anzi, due', 'draft']);
    const asked = turnTexts(desk.simulator, 1).at(-1);
    expect(asked).toMatch(/Una domanda<\/client_message>\n<client_message[^>]*>Anzi, due/);
    expect(asked).not.toContain('Dicevo');
  });

  it('lets two clients be answered at the same time', async () => {
    const desk = await startChat({ script: [slow('uno due tre'), slow('quattro cinque')] });
    const other = aClient(desk.db, { name: 'Ketut' });
    const first = desk.chat.receive({ clientId: desk.client.id, text: 'Ciao', channel: 'phone' });
    const second = desk.chat.receive({ clientId: other.id, text: 'Halo kak', channel: 'phone' });
    const ended = await Promise.all([
      desk.chat.finished(first.reply.id),
      desk.chat.finished(second.reply.id),
    ]);
    expect(ended.map(({ outcome }) => outcome)).toEqual(['complete', 'complete']);
    expect(desk.chat.readTimeline({ clientId: other.id, beforeId: null, limit: 9 }).messages).toHaveLength(2);
  });

  it('goes on without matching, insights and facts when their search fails', async () => {
    const desk = await startChat({
      knowledge: { retrieve: broken },
      answers: { match: broken, factsFor: broken },
    });
    expect((await desk.answer()).outcome).toBe('complete');
  });

  it('puts only what was said into the next prompt', async () => {
    const desk = await startChat({
      script: [
        { kind: 'reply', text: 'bozza' },
        { kind: 'http', status: 401 },
      ],
    });
    await desk.answer('prima');
    await desk.answer('seconda');
    desk.chat.write({ clientId: desk.client.id, text: 'Ecco la risposta', channel: 'phone' });
    await desk.answer('terza');
    const turns = turnTexts(desk.simulator, 2);
    expect(turns).toHaveLength(3);
    expect(turns[0]).toMatch(/prima.*\n.*seconda/);
    expect(turns[1]).toBe('Ecco la risposta');
    expect(turns.join()).not.toContain('bozza');
  });

  it('does nothing more for a client who is deleted meanwhile', async () => {
    const desk = await startChat({ script: [slow('uno due tre quattro cinque sei sette otto')] });
    const streamed = desk.streamed();
    const { reply } = desk.chat.receive({ clientId: desk.client.id, text: 'Ciao', channel: 'phone' });
    await streamed;
    deleteClientRow(desk.db, desk.client.id);
    await expect(desk.chat.finished(reply.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(desk.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('a prepared answer', () => {
  const hit = {
    kind: 'hit',
    preparedAnswerId: 'gone',
    score: 0.93,
    text: 'Costa 5 milioni.',
    facts: [],
  } as const;

  it('is served without Claude, also without a key', async () => {
    const desk = await startChat({ hasKey: false, answers: { match: async () => hit } });
    const reply = await desk.answer();
    expect(reply).toMatchObject({
      source: 'prepared',
      state: 'draft',
      outcome: 'complete',
      text: hit.text,
      model: null,
    });
    expect(desk.shown(reply.id)).toBe(hit.text);
    expect(desk.simulator.requests).toHaveLength(0);
  });

  it('is sent in direct mode once its intent is sure', async () => {
    let preparedAnswerId = '';
    const desk = await startChat({
      settings: { replyMode: 'direct' },
      answers: { match: async () => ({ ...hit, preparedAnswerId }) },
    });
    expect((await desk.answer()).state).toBe('draft');
    desk.chat.write({ clientId: desk.client.id, text: 'Ecco', channel: 'phone' });
    const intent = anIntent(desk.db);
    addPast(desk.db, intent, { label: 'right', times: 368 });
    preparedAnswerId = intent.answerId;
    expect(await desk.answer()).toMatchObject({ state: 'sent', sentAt: desk.clock.now() });
  });

  it('waits for the consultant in direct mode while a figure in it is an example, and is sent once it is not', async () => {
    const facts: UsedFact[] = [];
    let preparedAnswerId = '';
    const desk = await startChat({
      settings: { replyMode: 'direct' },
      answers: { match: async () => ({ ...hit, preparedAnswerId, facts }) },
    });
    const intent = anIntent(desk.db);
    addPast(desk.db, intent, { label: 'right', times: 368 });
    preparedAnswerId = intent.answerId;
    const price = { slug: 'price', topic: 'Price', value: { id: '5', it: '5', en: '5' }, validUntil: null };
    saveHouseFact(desk.db, { ...price, source: EXAMPLE_SOURCE }, 1);
    facts.push({ houseFactId: findHouseFact(desk.db, 'price')?.id ?? '', topic: 'Price', value: '5' });
    const held = await desk.answer('prima');
    expect(held).toMatchObject({ state: 'draft', outcome: 'complete', sentAt: null });
    expect(desk.chat.details(held.id).facts).toEqual([{ ...facts[0], isExample: true }]);
    desk.chat.send(held.id, held.text);
    saveHouseFact(desk.db, { ...price, source: 'price list' }, 2);
    const sent = await desk.answer('seconda');
    expect(sent.state).toBe('sent');
    expect(desk.chat.details(sent.id).facts).toEqual([{ ...facts[0], isExample: false }]);
  });

  it('is not looked for when several messages wait, and gives way to Claude when regenerated', async () => {
    const queries: boolean[] = [];
    const desk = await startChat({
      answers: {
        match: async ({ isFollowUp }) => {
          queries.push(isFollowUp);
          return hit;
        },
      },
    });
    const first = await desk.answer('prima');
    const anew = await desk.chat.finished(desk.chat.regenerate(first.id, null).id);
    expect(anew.source).toBe('claude');
    expect((await desk.answer('seconda')).source).toBe('claude');
    desk.chat.write({ clientId: desk.client.id, text: 'Ecco', channel: 'phone' });
    expect((await desk.answer('terza')).source).toBe('prepared');
    expect(queries).toEqual([false, true]);
  });
});

describe('the end of the desk', () => {
  it('keeps what was shown when it closes, and starts nothing afterwards', async () => {
    const desk = await startChat({ script: [{ kind: 'stallAfter', text: 'mezza' }], ...stalled });
    const streamed = desk.streamed();
    const { reply } = desk.chat.receive({ clientId: desk.client.id, text: 'Ciao', channel: 'phone' });
    await streamed;
    await desk.chat.close();
    expect(await desk.chat.finished(reply.id)).toMatchObject({
      state: 'draft',
      outcome: 'cut',
      fault: 'interrupted',
      text: 'mezza',
    });
    const message = { clientId: desk.client.id, text: 'Ancora', channel: 'phone' } as const;
    expect(() => desk.chat.receive(message)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(timelineOf(desk).messages).toHaveLength(2);
  });

  it('recovers what a crash left streaming and leaves the rest alone', async () => {
    const desk = await startChat();
    const whole = await desk.answer();
    const place = {
      clientId: desk.client.id,
      conversationId: whole.conversationId,
      repliesTo: whole.repliesTo,
      language: null,
    };
    const begun: Reply = startReply(desk.db, place, 1);
    const empty = startReply(desk.db, place, 2);
    appendReplyText(desk.db, desk.client.id, begun.id, 'mezza');
    expect(desk.chat.recover()).toBe(2);
    expect(await desk.chat.finished(begun.id)).toMatchObject({
      state: 'draft',
      outcome: 'cut',
      fault: 'interrupted',
    });
    expect(await desk.chat.finished(empty.id)).toMatchObject({
      state: 'failed',
      outcome: 'empty',
      fault: 'interrupted',
    });
    expect(await desk.chat.finished(whole.id)).toEqual(whole);
    expect(desk.chat.recover()).toBe(0);
    const late = {
      state: 'draft',
      outcome: 'complete',
      fault: null,
      prepared: null,
      model: null,
      modelReason: null,
    } as const;
    const figures = { usage: null, costUsd: null, firstTokenMs: null, totalMs: null, sentAt: null };
    expect(finishReply(desk.db, desk.client.id, begun.id, { ...late, ...figures })).toBeNull();
  });

  it('silences one client only', async () => {
    const desk = await startChat({
      script: [{ kind: 'stallAfter', text: 'mezza' }, slow('uno due tre')],
      ...stalled,
    });
    const other = aClient(desk.db);
    const first = desk.chat.receive({ clientId: desk.client.id, text: 'Ciao', channel: 'phone' });
    const second = desk.chat.receive({ clientId: other.id, text: 'Halo kak', channel: 'phone' });
    await desk.streamed(({ clientId }) => clientId === other.id);
    await desk.chat.silence(desk.client.id);
    expect((await desk.chat.finished(first.reply.id)).fault).toBe('interrupted');
    expect((await desk.chat.finished(second.reply.id)).outcome).toBe('complete');
  });
});
