import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCORING } from '../../../src/main/answers/similarity.ts';
import { heldBack, learntFloor, listStandings, relabel } from '../../../src/main/answers/learning.ts';
import { defaultThreshold } from '../../../src/main/answers/matching.ts';
import { continueConversation } from '../../../src/main/db/conversations.ts';
import { deleteClientRow } from '../../../src/main/db/clients.ts';
import { saveHouseFact } from '../../../src/main/db/house-facts.ts';
import { enableIntent, removeIntent, saveIntent } from '../../../src/main/db/intents.ts';
import { setAnswerStatus } from '../../../src/main/db/prepared-answers.ts';
import {
  changeDraft,
  finishReply,
  markReplyWrong,
  rateReply,
  startReply,
} from '../../../src/main/db/replies.ts';
import { addServed, findServed } from '../../../src/main/db/served-answers.ts';
import { DeskError } from '../../../src/shared/fault.ts';
import { DAY } from '../../../src/shared/time.ts';
import { aClient, openTestDb, type TestDb } from '../../fixtures/desk.ts';
import { addPast, anIntent, type ServedIntent } from '../../fixtures/served.ts';

const now = Date.UTC(2026, 10, 22);
let desk: TestDb;
let intent: ServedIntent;

beforeEach(() => {
  desk = openTestDb();
  intent = anIntent(desk.db);
});

afterEach(() => desk.cleanUp());

const held = (score = 0.8, served = intent) =>
  heldBack(desk.db, { answerId: served.answerId, score }, 0.01, now);

const standing = (slug = 'office-hours') =>
  listStandings(desk.db, 0.01, now).find((one) => one.intent === slug);

/** A reply to a new client that served the intent's answer and was left as a draft. */
function serve(score = 0.8): { clientId: string; replyId: string } {
  const { db } = desk;
  const { id: clientId } = aClient(db);
  const conversationId = continueConversation(db, clientId, 'email', now).conversation.id;
  const reply = startReply(db, { clientId, conversationId, repliesTo: null, language: 'it' }, now);
  finishReply(db, clientId, reply.id, {
    state: 'draft',
    outcome: 'complete',
    fault: null,
    prepared: { answerId: intent.answerId, score },
    model: null,
    modelReason: null,
    usage: null,
    costUsd: null,
    firstTokenMs: null,
    totalMs: null,
    sentAt: null,
  });
  const serving = { answerId: intent.answerId, score, scoring: SCORING, wentAlone: false, held: null };
  addServed(db, clientId, reply.id, serving, now);
  return { clientId, replyId: reply.id };
}

describe('an answer in direct mode', () => {
  it('is held while its intent knows too little, and let go when the bound is met', () => {
    expect(held()).toEqual({ reason: 'few_checks', have: 0, needed: 368 });
    addPast(desk.db, intent, { label: 'right', times: 12 });
    expect(held()).toEqual({ reason: 'few_checks', have: 12, needed: 368 });
    addPast(desk.db, intent, { label: 'right', times: 356 });
    expect(held()).toBeNull();
  });

  it('needs more after a wrong one, and is held when too many were wrong', () => {
    addPast(desk.db, intent, { label: 'wrong' });
    addPast(desk.db, intent, { label: 'right', times: 400 });
    expect(held()).toEqual({ reason: 'few_checks', have: 401, needed: 555 });
    addPast(desk.db, intent, { label: 'wrong', times: 11 });
    expect(held()).toEqual({ reason: 'often_wrong', have: 12, needed: 412 });
  });

  it('is held when its own text is new or was wrong lately, however sure the intent is', () => {
    addPast(desk.db, intent, { label: 'right', times: 500 });
    const other = { ...intent, answerId: anAnswer('Apriamo alle nove in punto.') };
    expect(held(0.8, other)).toEqual({ reason: 'own_checks', have: 0, needed: 10 });
    addPast(desk.db, other, { label: 'right', times: 10 });
    expect(held(0.8, other)).toBeNull();
    addPast(desk.db, intent, { label: 'right', times: 100 });
    addPast(desk.db, intent, { label: 'wrong' });
    addPast(desk.db, intent, { label: 'right', times: 3 });
    expect(held()).toEqual({ reason: 'own_checks', have: 3, needed: 10 });
    expect(held(0.8, other)).toBeNull();
  });

  it('forgets what is old or beyond the newest two thousand', () => {
    addPast(desk.db, intent, { label: 'wrong', times: 30 });
    addPast(desk.db, intent, { label: 'right', times: 2_000 });
    expect(standing()).toMatchObject({ labels: 2_000, wrong: 0 });
    expect(held()).toBeNull();
    const old = { ...intent, ...anIntent(desk.db, 'exit-permit') };
    addPast(desk.db, old, { label: 'right', times: 500, at: now - 731 * DAY });
    expect(held(0.8, old)).toMatchObject({ have: 0 });
  });

  it('is held when it is not known any more', () => {
    expect(heldBack(desk.db, { answerId: 'gone', score: 1 }, 0.01, now)).toMatchObject({ have: 0 });
  });
});

/** A second answer of the intent; its id. */
function anAnswer(text: string): string {
  const profile = { language: 'it', formality: 'formal', text } as const;
  const kept = { language: 'it', formality: 'informal', text: 'Apriamo alle nove.' } as const;
  const variations = [{ language: 'it', text: 'Quando aprite? (office-hours)' }] as const;
  saveIntent(desk.db, { slug: 'office-hours', variations, answers: [kept, profile] }, 'import', now);
  return desk.db
    .prepare<[string], string>('SELECT id FROM prepared_answers WHERE text = ?')
    .pluck()
    .get(text) as string;
}

describe('what no longer speaks of the answer of today stops counting', () => {
  beforeEach(() => addPast(desk.db, intent, { label: 'right', times: 400 }));
  const variations = [{ language: 'it', text: 'Quando aprite? (office-hours)' }] as const;
  const answers = [{ language: 'it', formality: 'informal', text: 'Apriamo alle nove.' }] as const;
  const save = (profile: Partial<Parameters<typeof saveIntent>[1]>) =>
    saveIntent(desk.db, { slug: 'office-hours', variations, answers, ...profile }, 'import', now);

  it('when its text is written anew', () => {
    save({ answers: [{ ...answers[0], text: 'Apriamo alle otto.' }] });
    expect(standing()).toMatchObject({ served: 400, labels: 0 });
  });

  it('when a fact in it gets another value, and only then', () => {
    const fact = { slug: 'hour', topic: 'Hour', value: { id: '9', it: '9', en: '9' }, validUntil: null };
    saveHouseFact(desk.db, { ...fact, source: 'example' }, now);
    const text = 'Apriamo alle {{fact:hour}}.';
    save({ answers: [{ ...answers[0], text }] });
    addPast(desk.db, intent, { label: 'right', times: 400 });
    saveHouseFact(desk.db, { ...fact, source: 'price list' }, now);
    expect(standing()).toMatchObject({ labels: 400 });
    saveHouseFact(desk.db, { ...fact, value: { ...fact.value, it: '8' }, source: 'price list' }, now);
    expect(standing()).toMatchObject({ labels: 0 });
  });

  it('when the variations of its language change, and not those of another', () => {
    save({ variations: [...variations, { language: 'en', text: 'When do you open?' }] });
    expect(standing()).toMatchObject({ labels: 400 });
    save({ variations: [...variations, { language: 'it', text: 'A che ora aprite?' }] });
    expect(standing()).toMatchObject({ labels: 0 });
  });

  it('when a variation is taken away', () => {
    save({ variations: [{ language: 'it', text: 'A che ora?' }] });
    expect(standing()).toMatchObject({ labels: 0 });
  });

  it('when the answer is removed; the intent takes all with it', () => {
    save({ answers: [] });
    expect(standing()).toMatchObject({ served: 400, labels: 0 });
    removeIntent(desk.db, 'office-hours');
    expect(desk.db.prepare('SELECT count(*) FROM served_answers').pluck().get()).toBe(0);
  });

  it('but not when an equal import, another status or another title comes', () => {
    save({ title: { id: 'a', it: 'b', en: 'c' } });
    setAnswerStatus(desk.db, intent.answerId, 'off', now);
    setAnswerStatus(desk.db, intent.answerId, 'live', now);
    enableIntent(desk.db, 'office-hours', true, now);
    expect(standing()).toMatchObject({ labels: 400 });
  });

  it('when the way of scoring is another', () => {
    desk.db.exec('UPDATE served_answers SET scoring = 0');
    expect(standing()).toMatchObject({ labels: 0 });
  });
});

const labels = () => desk.db.prepare('SELECT label, label_by FROM served_answers').raw().all();

describe('labels of a reply', () => {
  it('follow what is said of it, and what is taken back', () => {
    const { clientId, replyId } = serve();
    const label = () => {
      relabel(desk.db, clientId, replyId);
      return labels()[0];
    };
    expect(label()).toEqual([null, null]);
    rateReply(desk.db, clientId, replyId, { thumb: 'up', note: null });
    expect(label()).toEqual(['right', 'thumb']);
    markReplyWrong(desk.db, clientId, replyId, true);
    expect(label()).toEqual(['wrong', 'mark']);
    markReplyWrong(desk.db, clientId, replyId, false);
    rateReply(desk.db, clientId, replyId, null);
    expect(label()).toEqual([null, null]);
    changeDraft(desk.db, clientId, replyId, { text: '', sentAt: 5 });
    expect(label()).toEqual(['right', 'sent']);
  });

  it('are only reached through their client', () => {
    const { clientId, replyId } = serve();
    const { id: stranger } = aClient(desk.db);
    rateReply(desk.db, clientId, replyId, { thumb: 'up', note: null });
    relabel(desk.db, stranger, replyId);
    expect(labels()).toEqual([[null, null]]);
    expect(() => markReplyWrong(desk.db, stranger, replyId, true)).toThrow(DeskError);
  });

  it('stay as numbers of nobody when the client is forgotten; what has no label goes', () => {
    const told = serve(0.8371);
    const silent = serve();
    rateReply(desk.db, told.clientId, told.replyId, { thumb: 'down', note: 'private words' });
    relabel(desk.db, told.clientId, told.replyId);
    deleteClientRow(desk.db, told.clientId);
    deleteClientRow(desk.db, silent.clientId);
    const rows = desk.db.prepare('SELECT * FROM served_answers').all();
    expect(rows).toEqual([
      {
        id: expect.any(Number),
        message_id: null,
        intent_id: intent.intentId,
        prepared_answer_id: intent.answerId,
        language: 'it',
        score: 0.83,
        scoring: SCORING,
        served_at: Date.UTC(2026, 10, 1),
        went_alone: 0,
        held_reason: null,
        held_have: null,
        held_needed: null,
        is_current: 1,
        label: 'wrong',
        label_by: 'thumb',
      },
    ]);
    expect(standing()).toMatchObject({ labels: 1, wrong: 1 });
  });

  it('is not found for another client', () => {
    const { clientId, replyId } = serve();
    const { id: stranger } = aClient(desk.db);
    expect(findServed(desk.db, clientId, replyId)).toMatchObject({ intent: 'office-hours', score: 0.8 });
    expect(findServed(desk.db, stranger, replyId)).toBeNull();
  });
});

describe('the floor of an intent', () => {
  it('goes above scores that were found wrong, and shows in the standings', () => {
    expect(learntFloor(desk.db, intent.intentId, now)).toBeNull();
    addPast(desk.db, intent, { label: 'wrong', score: 0.6, times: 3 });
    addPast(desk.db, intent, { label: 'right', score: 0.8, times: 20 });
    expect(learntFloor(desk.db, intent.intentId, now)).toBe(0.66);
    expect(standing()).toMatchObject({ threshold: 0.66, thresholdFrom: 'learnt', labels: 20, wrong: 0 });
  });

  it('is above all where all was wrong: nothing is served then', () => {
    addPast(desk.db, intent, { label: 'wrong', score: 0.6, times: 3 });
    addPast(desk.db, intent, { label: 'wrong', score: 0.95, times: 3 });
    expect(learntFloor(desk.db, intent.intentId, now)).toBe(Infinity);
    expect(standing()).toMatchObject({ threshold: null, labels: 6, wrong: 6, sureFrom: null });
  });
});

describe('the standings', () => {
  it('say of every intent that is on what is known, those served most first', () => {
    anIntent(desk.db, 'zebra', 0.9);
    anIntent(desk.db, 'asleep');
    enableIntent(desk.db, 'asleep', false, now);
    addPast(desk.db, intent, { label: 'right', times: 400 });
    addPast(desk.db, intent, { label: null });
    expect(listStandings(desk.db, 0.01, now)).toEqual([
      {
        intent: 'office-hours',
        title: { id: 'office-hours', it: 'office-hours', en: 'office-hours' },
        served: 401,
        labels: 400,
        wrong: 0,
        upper: expect.closeTo(1 - 0.025 ** (1 / 400), 10),
        threshold: defaultThreshold,
        thresholdFrom: 'default',
        sureFrom: defaultThreshold,
        needed: 368,
      },
      expect.objectContaining({
        intent: 'zebra',
        served: 0,
        upper: null,
        threshold: 0.9,
        thresholdFrom: 'operator',
        sureFrom: null,
      }),
    ]);
  });
});
