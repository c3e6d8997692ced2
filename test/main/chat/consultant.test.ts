import { describe, expect, it } from 'vitest';
import { deleteClientRow } from '../../../src/main/db/clients.ts';
import { anIntent } from '../../fixtures/served.ts';
import { startChat, statesOf, timelineOf, turnTexts } from './harness.ts';

const stalled = { settings: { claude: { stallMs: 60_000 } } } as const;

describe('what the consultant does', () => {
  it('regenerates with the model asked for, and keeps the old reply for comparison', async () => {
    const desk = await startChat();
    const first = await desk.answer();
    const anew = desk.chat.regenerate(first.id, 'strong');
    expect(anew).toMatchObject({ state: 'streaming', repliesTo: first.repliesTo });
    expect(await desk.chat.finished(anew.id)).toMatchObject({
      model: 'claude-sonnet-5-5',
      modelReason: 'chosen',
      state: 'draft',
    });
    expect(await desk.chat.finished(first.id)).toMatchObject({ state: 'replaced', outcome: 'complete' });
    expect(statesOf(desk)).toEqual(['Ciao, una domanda', 'replaced', 'draft']);
  });

  it('regenerates a reply that is being written', async () => {
    const desk = await startChat({ script: [{ kind: 'stallAfter', text: 'mezza' }], ...stalled });
    const streamed = desk.streamed();
    const { reply } = desk.chat.receive({ clientId: desk.client.id, text: 'Ciao', channel: 'phone' });
    await streamed;
    const anew = await desk.chat.finished(desk.chat.regenerate(reply.id, null).id);
    expect(anew.outcome).toBe('complete');
    expect(await desk.chat.finished(reply.id)).toMatchObject({ state: 'replaced', text: 'mezza' });
  });

  it('regenerates an older reply with what was known then', async () => {
    const desk = await startChat();
    const first = await desk.answer('prima');
    await desk.answer('seconda');
    await desk.chat.finished(desk.chat.regenerate(first.id, null).id);
    expect(turnTexts(desk.simulator, 2).join()).not.toContain('seconda');
  });

  it('cannot change or regenerate what was sent', async () => {
    const desk = await startChat({ settings: { replyMode: 'direct' } });
    const sent = await desk.answer();
    const conflict = expect.objectContaining({ code: 'conflict' });
    expect(() => desk.chat.regenerate(sent.id, null)).toThrow(conflict);
    expect(() => desk.chat.edit(sent.id, 'x')).toThrow(conflict);
    expect(() => desk.chat.send(sent.id, 'x')).toThrow(conflict);
  });

  it('edits and sends, and the words of the model are kept', async () => {
    const desk = await startChat({ script: [{ kind: 'reply', text: 'detto' }] });
    const draft = await desk.answer();
    expect(desk.chat.edit(draft.id, 'corretto')).toMatchObject({
      text: 'corretto',
      originalText: 'detto',
      state: 'draft',
    });
    expect(desk.chat.edit(draft.id, 'detto')).toMatchObject({ text: 'detto', originalText: null });
    desk.clock.advance(1_000);
    expect(desk.chat.send(draft.id, 'inviato')).toMatchObject({
      text: 'inviato',
      originalText: 'detto',
      state: 'sent',
      sentAt: desk.clock.now(),
      outcome: 'complete',
    });
  });

  it('writes alone: unsent replies to the message give way, one that streams too', async () => {
    const desk = await startChat({ script: [{ kind: 'stallAfter', text: 'mezza' }], ...stalled });
    const streamed = desk.streamed();
    const { message, reply } = desk.chat.receive({
      clientId: desk.client.id,
      text: 'Ciao',
      channel: 'phone',
    });
    await streamed;
    const own = desk.chat.write({ clientId: desk.client.id, text: 'Faccio io', channel: 'phone' });
    expect(own).toMatchObject({ source: 'consultant', state: 'sent', repliesTo: message.id });
    expect(await desk.chat.finished(reply.id)).toMatchObject({ state: 'replaced', text: 'mezza' });
    const more = desk.chat.write({ clientId: desk.client.id, text: 'E ancora', channel: 'phone' });
    expect(more.repliesTo).toBeNull();
  });

  it('rates, and takes it back with its note', async () => {
    const desk = await startChat();
    const { id } = await desk.answer();
    expect(desk.chat.rate(id, { thumb: 'down', note: 'troppo lungo' }).feedback).toEqual({
      thumb: 'down',
      note: 'troppo lungo',
    });
    expect(desk.chat.rate(id, { thumb: null, note: 'x' }).feedback).toBeNull();
  });

  it('finds unsent text again until it is used', async () => {
    const desk = await startChat();
    const clientId = desk.client.id;
    desk.chat.saveComposer({ clientId, author: 'client', text: 'Buong' });
    desk.chat.saveComposer({ clientId, author: 'desk', text: 'Sal' });
    expect(timelineOf(desk).composer).toEqual({ client: 'Buong', desk: 'Sal' });
    await desk.answer();
    expect(timelineOf(desk).composer).toEqual({ client: '', desk: 'Sal' });
    desk.chat.write({ clientId, text: 'Salve', channel: 'phone' });
    expect(timelineOf(desk).composer).toEqual({ client: '', desk: '' });
  });

  it('writes no second reply where another one to the same message was sent', async () => {
    const desk = await startChat({
      settings: { replyMode: 'direct' },
      script: [{ kind: 'refusal', text: 'Mi' }],
    });
    const first = await desk.answer();
    expect(first.state).toBe('draft');
    const second = await desk.chat.finished(desk.chat.regenerate(first.id, null).id);
    expect(second.state).toBe('sent');
    expect(() => desk.chat.regenerate(first.id, null)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(statesOf(desk).filter((state) => state === 'sent')).toHaveLength(1);
  });

  it('keeps no unsent text of a client who was forgotten meanwhile', async () => {
    const desk = await startChat();
    const clientId = desk.client.id;
    deleteClientRow(desk.db, clientId);
    expect(() => desk.chat.saveComposer({ clientId, author: 'client', text: 'Buong' })).not.toThrow();
    expect(timelineOf(desk).composer).toEqual({ client: '', desk: '' });
  });

  it('tests Claude and says what is wrong', async () => {
    const works = await startChat();
    expect(await works.chat.test()).toMatchObject({ ok: true, model: 'claude-haiku-5-5' });
    const wrong = await startChat({ apiKey: 'wrong' });
    expect(await wrong.chat.test()).toMatchObject({ ok: false, fault: 'invalid_key' });
    const none = await startChat({ hasKey: false });
    expect(await none.chat.test()).toMatchObject({ ok: false, fault: 'no_key' });
    const message = 'thinking.type: "disabled" is not supported by this model';
    const thinks = await startChat({ script: [{ kind: 'http', status: 400, message }] });
    const said = await thinks.chat.test();
    expect(said).toMatchObject({ ok: false, fault: 'bad_request' });
    expect(said.ok ? '' : said.message).toContain('Choose another model');
  });
});

/** A desk with a prepared reply waiting, unchecked; `label` tells its label. */
async function startPrepared() {
  let preparedAnswerId = '';
  const desk = await startChat({
    settings: { checkPrepared: false },
    answers: {
      match: async () => ({
        kind: 'hit',
        preparedAnswerId,
        score: 0.8,
        text: 'Apriamo alle 9.',
        facts: [],
      }),
    },
  });
  preparedAnswerId = anIntent(desk.db).answerId;
  const reply = await desk.answer();
  const find = desk.db.prepare('SELECT label, label_by FROM served_answers WHERE message_id = ?').raw();
  return { ...desk, reply, label: () => find.get(reply.id) };
}

describe('what the consultant does with a prepared answer', () => {
  it('is a label in the same moment, and is one no more when it is taken back', async () => {
    const { chat, reply, label, told } = await startPrepared();
    expect(label()).toEqual([null, null]);
    expect(chat.markWrong(reply.id, true)).toEqual({ ...reply, isMarkedWrong: true });
    expect(label()).toEqual(['wrong', 'mark']);
    expect(told.at(-1)).toEqual({ name: 'message:changed', value: { ...reply, isMarkedWrong: true } });
    expect(chat.markWrong(reply.id, false)).toEqual(reply);
    chat.rate(reply.id, { thumb: 'up', note: null });
    expect(label()).toEqual(['right', 'thumb']);
    chat.rate(reply.id, { thumb: null, note: null });
    expect(label()).toEqual([null, null]);
    chat.send(reply.id, reply.text);
    expect(label()).toEqual(['right', 'sent']);
  });

  it('an edit is a label when it is sent, and only then', async () => {
    const { chat, reply, label } = await startPrepared();
    chat.edit(reply.id, 'Apriamo alle 10.');
    expect(label()).toEqual([null, null]);
    chat.send(reply.id, 'Apriamo alle 10.');
    expect(label()).toEqual(['wrong', 'edit']);
  });

  it('asking Claude instead says that it was wrong', async () => {
    const { chat, reply, label } = await startPrepared();
    await chat.finished(chat.regenerate(reply.id, null).id);
    expect(label()).toEqual(['wrong', 'replaced']);
  });

  it('writing another reply instead says so too', async () => {
    const { chat, client, label } = await startPrepared();
    chat.write({ clientId: client.id, text: 'Ti chiamo io.', channel: 'phone' });
    expect(label()).toEqual(['wrong', 'replaced']);
  });

  it('cannot mark as a wrong answer what Claude wrote', async () => {
    const desk = await startChat();
    const reply = await desk.answer();
    expect(() => desk.chat.markWrong(reply.id, true)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(() => desk.chat.markWrong('nobody', true)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
