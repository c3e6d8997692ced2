import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  findHouseFact,
  listHouseFacts,
  removeHouseFact,
  saveHouseFact,
} from '../../../src/main/db/house-facts.ts';
import { saveIntent } from '../../../src/main/db/intents.ts';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

const price = {
  slug: 'price',
  topic: 'Price',
  value: { id: 'a', it: 'b', en: 'c' },
  source: 's',
  validUntil: null,
};

it('a fact saved again with the same content keeps its row untouched', () => {
  expect(saveHouseFact(desk.db, price, 1)).toBe('added');
  const kept = findHouseFact(desk.db, 'price');
  expect(saveHouseFact(desk.db, price, 2)).toBe('same');
  expect(findHouseFact(desk.db, 'price')).toEqual(kept);
  expect(saveHouseFact(desk.db, { ...price, validUntil: 9 }, 3)).toBe('changed');
  expect(listHouseFacts(desk.db)).toEqual([{ ...kept, validUntil: 9, updatedAt: 3 }]);
});

it('a fact in use cannot be removed, and the error names who uses it', () => {
  saveHouseFact(desk.db, price, 1);
  saveHouseFact(desk.db, { ...price, slug: 'other' }, 1);
  const answers = [{ language: 'en', formality: 'formal', text: 'It is {{fact:price}}' }] as const;
  saveIntent(desk.db, { slug: 'ask-price', variations: [], answers }, 'import', 1);
  expect(() => removeHouseFact(desk.db, 'price')).toThrow(
    /price is used by the prepared answers of ask-price/,
  );
  removeHouseFact(desk.db, 'other');
  expect(listHouseFacts(desk.db).map(({ slug }) => slug)).toEqual(['price']);
  expect(() => removeHouseFact(desk.db, 'other')).toThrow(/no house fact other/);
});
