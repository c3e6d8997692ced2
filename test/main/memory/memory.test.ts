import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../src/main/db/id.ts';
import {
  clearJiwa,
  jiwaHistory,
  lockFact,
  lockJiwa,
  memoryForPrompt,
  readMemory,
  removeFact,
  restoreFact,
  restoreJiwa,
  saveFact,
  saveJiwa,
  type NewFact,
  type NewJiwa,
} from '../../../src/main/memory/memory.ts';
import { DAY } from '../../../src/shared/time.ts';
import { aClient, openTestDb, testClock, type TestClock, type TestDb } from '../../fixtures/desk.ts';
import { aConversation, aMessage } from '../../fixtures/messages.ts';

let desk: TestDb;
let clock: TestClock;
let clientId: string;

beforeEach(() => {
  desk = openTestDb();
  clock = testClock();
  clientId = aClient(desk.db, { name: 'Wayan Suastika', addressAs: 'Pak Wayan' }).id;
});

afterEach(() => {
  desk.cleanUp();
});

const fact = (changes: Partial<NewFact> = {}) =>
  saveFact(desk.db, clock, {
    clientId,
    topic: 'home',
    value: 'Ubud',
    author: 'claude',
    confidence: 0.6,
    evidence: null,
    ...changes,
  });

const jiwa = (changes: Partial<NewJiwa> = {}) =>
  saveJiwa(desk.db, clock, {
    clientId,
    field: 'dreams',
    value: 'a small warung',
    author: 'llama',
    confidence: 0.7,
    evidence: null,
    ...changes,
  });

const failure = (code: string) => expect.objectContaining({ name: 'DeskError', code });
const values = () => readMemory(desk.db, clientId).facts.map((entry) => entry.value);

describe('facts', () => {
  it('are read back as they were saved, with their evidence', () => {
    const conversationId = aConversation(desk.db, clientId);
    const messageId = aMessage(desk.db, { clientId, conversationId, text: 'Saya di Ubud', at: 5 });
    const saved = fact({ evidence: { quote: 'Saya di Ubud', messageId, at: 5 } });
    expect(readMemory(desk.db, clientId)).toEqual({ clientId, facts: [saved], jiwa: [] });
    expect(saved).toMatchObject({ validFrom: clock.now(), validTo: null, isLocked: false, confidence: 0.6 });
  });

  it('are superseded on the same topic, however it is written, and stay as history', () => {
    const first = fact({ topic: 'Passport expiry', value: 'March' });
    clock.advance(10);
    const second = fact({ topic: 'passport-expiry', value: 'May' });
    expect(second.topic).toBe('passport_expiry');
    expect(readMemory(desk.db, clientId).facts).toEqual([second]);
    expect(desk.db.prepare('SELECT valid_to FROM client_facts WHERE id = ?').pluck().get(first.id)).toBe(
      second.validFrom,
    );
  });

  it('stay as they are when the same is heard again', () => {
    const first = fact();
    clock.advance(10);
    expect(fact({ value: ' Ubud ', confidence: 0.9 })).toEqual(first);
  });

  it("become the consultant's when the consultant says the same", () => {
    fact();
    expect(fact({ author: 'consultant', confidence: 0.2 })).toMatchObject({
      author: 'consultant',
      confidence: 1,
    });
    expect(fact({ author: 'claude' })).toMatchObject({ author: 'consultant' });
  });

  it('are changed by the consultant only while they are locked, and stay locked', () => {
    const locked = lockFact(desk.db, clientId, fact().id, true);
    expect(locked.isLocked).toBe(true);
    expect(() => fact({ value: 'Canggu' })).toThrow(failure('conflict'));
    expect(values()).toEqual(['Ubud']);
    expect(fact({ value: 'Sanur', author: 'consultant' })).toMatchObject({ value: 'Sanur', isLocked: true });
    lockFact(desk.db, clientId, readMemory(desk.db, clientId).facts[0]?.id ?? '', false);
    expect(fact({ value: 'Canggu' }).value).toBe('Canggu');
  });

  it('hold no longer once removed', () => {
    const { id } = fact();
    removeFact(desk.db, clock, clientId, id);
    expect(values()).toEqual([]);
    expect(desk.db.prepare('SELECT count(*) FROM client_facts').pluck().get()).toBe(1);
    expect(() => removeFact(desk.db, clock, clientId, id)).toThrow(failure('not_found'));
    expect(() => lockFact(desk.db, clientId, id, true)).toThrow(failure('not_found'));
  });

  it('come back as they were when a removal is taken back', () => {
    const kept = lockFact(desk.db, clientId, fact().id, true);
    removeFact(desk.db, clock, clientId, kept.id);
    expect(restoreFact(desk.db, clientId, kept.id)).toEqual(kept);
    expect(readMemory(desk.db, clientId).facts).toEqual([kept]);
  });

  it('do not come back over another value, twice, or through another client', () => {
    const old = fact();
    removeFact(desk.db, clock, clientId, old.id);
    const other = aClient(desk.db, { name: 'Emily Hart' }).id;
    expect(() => restoreFact(desk.db, other, old.id)).toThrow(failure('conflict'));
    fact({ value: 'Canggu' });
    expect(() => restoreFact(desk.db, clientId, old.id)).toThrow(failure('conflict'));
    expect(values()).toEqual(['Canggu']);
  });

  it('have a history without overlaps when the clock is set back', () => {
    const first = fact();
    clock.advance(-DAY);
    const second = fact({ value: 'Canggu' });
    expect(second.validFrom).toBe(first.validFrom);
    removeFact(desk.db, clock, clientId, second.id);
    expect(values()).toEqual([]);
  });

  it('are refused without a topic, a value or a client', () => {
    expect(() => fact({ topic: ' –– ' })).toThrow(failure('bad_input'));
    expect(() => fact({ value: '  ' })).toThrow(failure('bad_input'));
    expect(() => fact({ clientId: newId() })).toThrow(failure('not_found'));
    expect(() => fact({ confidence: 2 })).toThrow('CHECK constraint');
  });

  it("are refused with another client's message as evidence", () => {
    const stranger = aClient(desk.db).id;
    const conversationId = aConversation(desk.db, stranger);
    const messageId = aMessage(desk.db, { clientId: stranger, conversationId, text: 'rahasia', at: 1 });
    expect(() => fact({ evidence: { quote: 'rahasia', messageId, at: 1 } })).toThrow(failure('bad_input'));
    expect(values()).toEqual([]);
  });

  it('of one client are out of reach through another', () => {
    const { id } = fact();
    const stranger = aClient(desk.db).id;
    expect(readMemory(desk.db, stranger).facts).toEqual([]);
    expect(() => removeFact(desk.db, clock, stranger, id)).toThrow(failure('not_found'));
    expect(() => lockFact(desk.db, stranger, id, true)).toThrow(failure('not_found'));
    expect(values()).toEqual(['Ubud']);
  });
});

describe('jiwa', () => {
  it('is shown in the order of its fields', () => {
    jiwa({ field: 'personality' });
    jiwa({ field: 'dreams' });
    jiwa({ field: 'emotional_state' });
    expect(readMemory(desk.db, clientId).jiwa.map((entry) => entry.field)).toEqual([
      'emotional_state',
      'dreams',
      'personality',
    ]);
  });

  it('keeps its history, newest first, also within one millisecond', () => {
    for (const value of ['first', 'second', 'third']) jiwa({ value });
    jiwa({ field: 'anxieties', value: 'another field' });
    expect(jiwaHistory(desk.db, clientId, 'dreams').map((entry) => entry.value)).toEqual([
      'third',
      'second',
      'first',
    ]);
    clearJiwa(desk.db, clock, clientId, 'dreams');
    clearJiwa(desk.db, clock, clientId, 'dreams');
    expect(jiwaHistory(desk.db, clientId, 'dreams').map((entry) => entry.validTo)).toEqual(
      Array(3).fill(clock.now()),
    );
    expect(readMemory(desk.db, clientId).jiwa.map((entry) => entry.field)).toEqual(['anxieties']);
  });

  it('comes back as it was when a clearing is taken back', () => {
    const kept = jiwa();
    clearJiwa(desk.db, clock, clientId, 'dreams');
    expect(restoreJiwa(desk.db, clientId, kept.id)).toEqual(kept);
    expect(() => restoreJiwa(desk.db, clientId, kept.id)).toThrow(failure('conflict'));
    expect(readMemory(desk.db, clientId).jiwa).toEqual([kept]);
  });

  it('is changed by the consultant only while it is locked', () => {
    jiwa();
    expect(lockJiwa(desk.db, clientId, 'dreams', true).isLocked).toBe(true);
    expect(() => jiwa({ value: 'a hotel' })).toThrow(failure('conflict'));
    expect(jiwa({ value: 'a hotel', author: 'consultant' })).toMatchObject({ isLocked: true, confidence: 1 });
    expect(() => lockJiwa(desk.db, clientId, 'anxieties', true)).toThrow(failure('not_found'));
  });
});

const forPrompt = () => memoryForPrompt(desk.db, clientId, clock.now());

describe('memory for a prompt', () => {
  it('has the name for the greeting', () => {
    expect(forPrompt()).toEqual({ name: 'Pak Wayan', facts: [], jiwa: [] });
  });

  it('has the locked first, then the consultant’s, then the surest, then the newest', () => {
    fact({ topic: 'unsure', confidence: 0.3 });
    fact({ topic: 'sure', confidence: 0.9 });
    clock.advance(10);
    fact({ topic: 'newer', confidence: 0.9 });
    fact({ topic: 'told', author: 'consultant' });
    lockFact(desk.db, clientId, fact({ topic: 'locked', confidence: 0.1 }).id, true);
    expect(forPrompt().facts.map((entry) => entry.topic)).toEqual([
      'locked',
      'told',
      'newer',
      'sure',
      'unsure',
    ]);
  });

  it('leaves out a mood of more than 14 days, unless it is locked', () => {
    jiwa({ field: 'emotional_state', value: 'worried' });
    jiwa({ field: 'dreams' });
    clock.advance(14 * DAY);
    expect(
      forPrompt()
        .jiwa.map((entry) => entry.field)
        .sort(),
    ).toEqual(['dreams', 'emotional_state']);
    clock.advance(1);
    expect(forPrompt().jiwa.map((entry) => entry.field)).toEqual(['dreams']);
    lockJiwa(desk.db, clientId, 'emotional_state', true);
    expect(forPrompt().jiwa).toHaveLength(2);
  });

  it('stays within its budget and keeps the most useful', () => {
    for (let index = 0; index < 10; index += 1)
      fact({ topic: `long ${index}`, value: `${index}${'x'.repeat(900)}`, confidence: index / 10 });
    fact({ topic: 'short', value: 'fits still', confidence: 0 });
    const { facts } = forPrompt();
    expect(facts.map((entry) => entry.topic)).toEqual(['long_9', 'long_8', 'long_7', 'long_6', 'short']);
    expect(facts.reduce((sum, entry) => sum + entry.value.length, 0)).toBeLessThanOrEqual(4_000);
  });
});
