import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exportAnswers, exportFacts } from '../../../src/main/answers/export.ts';
import { importAnswers, importFacts } from '../../../src/main/answers/import.ts';
import { readGeneration } from '../../../src/main/db/generations.ts';
import { listHouseFacts } from '../../../src/main/db/house-facts.ts';
import { listIntents } from '../../../src/main/db/intents.ts';
import { openTestDb, testClock, type TestDb } from '../../fixtures/desk.ts';
import { starter } from './starter-desk.ts';

let desk: TestDb;
const clock = testClock();
beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

const jsonl = (...rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const fact = { slug: 'price', topic: 'Price', value: '10', source: 'test' };
const intent = {
  intent: 'ask-price',
  variations: [{ language: 'en', text: 'How much?' }, 'Quanto costa il servizio?'],
  answers: [{ language: 'en', formality: 'informal', text: 'It is {{fact:price}}.' }],
};

describe('importing house facts', () => {
  it('takes one value for all languages, and a day whose local end is the end of validity', () => {
    importFacts(desk.db, clock, jsonl({ ...fact, validUntil: '2026-12-31' }));
    const [kept] = listHouseFacts(desk.db);
    expect(kept?.value).toEqual({ id: '10', it: '10', en: '10' });
    expect(new Date(kept?.validUntil ?? 0)).toEqual(new Date(2026, 11, 31, 23, 59, 59, 999));
  });

  it('names every bad line and imports nothing', () => {
    const text = ['{"slug":"a"}', '', 'no json', JSON.stringify(fact)].join('\n');
    expect(() => importFacts(desk.db, clock, text)).toThrow(/Line 1: topic[^\n]*\nLine 3: is not JSON/);
    expect(listHouseFacts(desk.db)).toEqual([]);
  });

  it('refuses a day that does not exist and a slug that stands twice', () => {
    expect(() => importFacts(desk.db, clock, jsonl({ ...fact, validUntil: '2026-02-30' }))).toThrow(
      /validUntil/,
    );
    expect(() => importFacts(desk.db, clock, jsonl(fact, fact))).toThrow(/Line 2: price stands in line 1/);
  });
});

describe('importing intents', () => {
  beforeEach(() => {
    importFacts(desk.db, clock, jsonl(fact));
  });

  it('finds the language of a variation given as text', () => {
    importAnswers(desk.db, clock, jsonl(intent));
    expect(listIntents(desk.db)[0]?.variations).toContainEqual({
      language: 'it',
      text: 'Quanto costa il servizio?',
    });
  });

  it.each([
    ['a number outside a slot', { text: 'It is 10 euros.' }, /number "10" stands outside/],
    ['an unknown slot', { text: 'Hi {{nome}}' }, /\{\{nome\}\} is no slot/],
    ['an unknown house fact', { text: '{{fact:none}}' }, /Line 1: there is no house fact none/],
    ['an unknown formality', { formality: 'casual', text: 'Hi' }, /formality/],
  ])('refuses %s with the reason', (_, change, message) => {
    const row = { ...intent, answers: [{ language: 'en', formality: 'formal', ...change }] };
    expect(() => importAnswers(desk.db, clock, jsonl(row))).toThrow(message);
    expect(listIntents(desk.db)).toEqual([]);
  });

  it('refuses a variation that stands in two intents, and a text whose language cannot be told', () => {
    expect(() => importAnswers(desk.db, clock, jsonl(intent, { ...intent, intent: 'other' }))).toThrow(
      /Line 2: the variation "How much\?" stands in the intent ask-price too/,
    );
    expect(() => importAnswers(desk.db, clock, jsonl({ intent: 'x', variations: ['NPWP'] }))).toThrow(
      /Line 1: variations\.0: the language of "NPWP"/,
    );
  });

  it('refuses a variation that stands in one intent in two languages', () => {
    const variations = [
      { language: 'it', text: 'NPWP?' },
      { language: 'en', text: 'NPWP?' },
    ];
    expect(() => importAnswers(desk.db, clock, jsonl({ intent: 'x', variations }))).toThrow(
      /Line 1: the variation "NPWP\?" stands in two languages/,
    );
    expect(listIntents(desk.db)).toEqual([]);
  });

  it('removes variations that a row no longer names, and keeps the id of an answer whose text changed', () => {
    importAnswers(desk.db, clock, jsonl(intent));
    const before = listIntents(desk.db)[0]?.answers[0];
    const answers = [{ language: 'en', formality: 'informal', text: 'Now {{fact:price}}.' }];
    importAnswers(desk.db, clock, jsonl({ intent: 'ask-price', variations: ['How much is it?'], answers }));
    const after = listIntents(desk.db)[0];
    expect(after?.variations).toEqual([{ language: 'en', text: 'How much is it?' }]);
    expect(after?.answers).toEqual([{ ...before, text: 'Now {{fact:price}}.' }]);
  });
});

describe('the starter pack', () => {
  beforeEach(() => {
    importFacts(desk.db, clock, starter('house-facts.jsonl'));
    importAnswers(desk.db, clock, starter('intents.jsonl'), 'starter');
  });

  it('imported again changes nothing, the generation included', () => {
    const generation = readGeneration(desk.db, 'answers');
    const facts = importFacts(desk.db, clock, starter('house-facts.jsonl'));
    const intents = importAnswers(desk.db, clock, starter('intents.jsonl'), 'starter');
    expect([facts.added, facts.changed, intents.added, intents.changed]).toEqual([0, 0, 0, 0]);
    expect(intents.same).toBeGreaterThanOrEqual(14);
    expect(readGeneration(desk.db, 'answers')).toBe(generation);
  });

  it('comes back the same through export and import', () => {
    const [facts, intents] = [exportFacts(desk.db), exportAnswers(desk.db)];
    const other = openTestDb();
    importFacts(other.db, clock, facts);
    importAnswers(other.db, clock, intents);
    expect([exportFacts(other.db), exportAnswers(other.db)]).toEqual([facts, intents]);
    other.cleanUp();
  });
});
