import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readGeneration } from '../../../src/main/db/generations.ts';
import { saveHouseFact } from '../../../src/main/db/house-facts.ts';
import { enableIntent, listIntents, removeIntent, saveIntent } from '../../../src/main/db/intents.ts';
import { setAnswerStatus } from '../../../src/main/db/prepared-answers.ts';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
beforeEach(() => {
  desk = openTestDb();
  const value = { id: 'a', it: 'b', en: 'c' };
  saveHouseFact(desk.db, { slug: 'price', topic: 'Price', value, source: 's', validUntil: null }, 1);
});
afterEach(() => desk.cleanUp());

const english = { language: 'en', formality: 'formal', text: 'It is {{fact:price}}' } as const;
const hours = {
  slug: 'hours',
  variations: [{ language: 'en', text: 'When are you open?' }],
  answers: [english, { language: 'en', formality: 'informal', text: 'Always' }],
} as const;

const statuses = () => listIntents(desk.db)[0]?.answers.map(({ text, status }) => [text, status]);

it('an intent saved again changes nothing, and says so', () => {
  expect(saveIntent(desk.db, hours, 'import', 1)).toBe('added');
  const kept = listIntents(desk.db);
  const generation = readGeneration(desk.db, 'answers');
  expect(saveIntent(desk.db, hours, 'import', 2)).toBe('same');
  expect([listIntents(desk.db), readGeneration(desk.db, 'answers')]).toEqual([kept, generation]);
});

describe('a changed fact', () => {
  beforeEach(() => {
    saveIntent(desk.db, hours, 'import', 1);
    const value = { id: 'a', it: 'b', en: 'changed' };
    saveHouseFact(desk.db, { slug: 'price', topic: 'Price', value, source: 's', validUntil: null }, 2);
  });

  it('takes only the answers that use it out of service', () => {
    expect(statuses()).toEqual(
      expect.arrayContaining([
        [english.text, 'stale'],
        ['Always', 'live'],
      ]),
    );
  });

  it('keeps them out until they are written anew or set live on purpose', () => {
    saveIntent(desk.db, hours, 'import', 3);
    expect(statuses()).toContainEqual([english.text, 'stale']);
    const renewed = { ...english, text: 'Now {{fact:price}}' };
    saveIntent(desk.db, { ...hours, answers: [renewed] }, 'import', 4);
    expect(statuses()).toEqual([[renewed.text, 'live']]);
  });

  it('does not touch them again once they were set live by hand', () => {
    const stale = listIntents(desk.db)[0]?.answers.find(({ status }) => status === 'stale');
    setAnswerStatus(desk.db, stale?.id ?? '', 'live', 3);
    expect(saveIntent(desk.db, hours, 'import', 4)).toBe('same');
    expect(statuses()).toContainEqual([english.text, 'live']);
  });
});

it('an import removes the answers it does not name, but never those a consultant or a model wrote', () => {
  saveIntent(desk.db, { ...hours, answers: [english] }, 'consultant', 1);
  saveIntent(desk.db, { ...hours, answers: [{ ...english, text: 'Imported' }] }, 'import', 2);
  saveIntent(desk.db, { ...hours, answers: [] }, 'import', 3);
  expect(statuses()).toEqual([[english.text, 'live']]);
});

it('title and threshold are kept where a row does not give them', () => {
  const title = { id: 'Jam', it: 'Orari', en: 'Hours' };
  saveIntent(desk.db, { ...hours, title, threshold: 0.7 }, 'import', 1);
  saveIntent(desk.db, hours, 'import', 2);
  expect(listIntents(desk.db)[0]).toMatchObject({ title, threshold: 0.7 });
  saveIntent(desk.db, { ...hours, threshold: null }, 'import', 3);
  expect(listIntents(desk.db)[0]).toMatchObject({ title, threshold: null });
});

it('every change of what matching is built from raises the generation', () => {
  const seen = [readGeneration(desk.db, 'answers')];
  const note = () => seen.push(readGeneration(desk.db, 'answers'));
  saveIntent(desk.db, hours, 'import', 1);
  note();
  saveIntent(desk.db, { ...hours, variations: [{ language: 'en', text: 'Open now?' }] }, 'import', 2);
  note();
  enableIntent(desk.db, 'hours', false, 3);
  note();
  removeIntent(desk.db, 'hours');
  note();
  expect(seen).toEqual([...new Set(seen)].sort((left, right) => left - right));
  expect(() => removeIntent(desk.db, 'hours')).toThrow(/no intent hours/);
});
