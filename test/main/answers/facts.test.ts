import { afterAll, beforeAll, expect, it } from 'vitest';
import { listHouseFacts } from '../../../src/main/db/house-facts.ts';
import type { Language } from '../../../src/shared/language.ts';
import { openStarterDesk, type StarterDesk } from './starter-desk.ts';

let desk: StarterDesk;
beforeAll(async () => {
  desk = await openStarterDesk();
});
afterAll(() => desk.cleanUp());

async function slugsFor(text: string, language: Language, limit = 6): Promise<string[]> {
  const slugs = new Map(listHouseFacts(desk.db).map((fact) => [fact.id, fact.slug]));
  const found = await desk.answers.factsFor(text, language, limit);
  return found.map(({ houseFactId }) => slugs.get(houseFactId) ?? '');
}

it.each([
  [
    'Quanto costa il KITAS investitore e quanto tempo ci vuole?',
    'it',
    ['kitas-investor-price', 'kitas-investor-duration'],
  ],
  ['Dokumen apa saja buat KITAS kerja?', 'id', ['kitas-working-documents']],
  ['How much is the family KITAS for my wife?', 'en', ['kitas-family-price']],
  ['Dove si trova il vostro ufficio?', 'it', ['office-address']],
  ['Mau bikin NPWP, berapa lama dan dokumennya apa?', 'id', ['npwp-duration', 'npwp-documents']],
] as const)('the facts for "%s" hold what it asks', async (text, language, wanted) => {
  expect(await slugsFor(text, language)).toEqual(expect.arrayContaining([...wanted]));
});

it.each([
  ['Aku malu banget kak, takut salah ngomong sama mertua', 'id'],
  ['Mi sento un po’ solo ultimamente, non conosco nessuno qui', 'it'],
  ['Thank you so much, you have been very kind!', 'en'],
  ['Quanto costa?', 'it'],
  ['My family misses me and work is hard', 'en'],
  ['Se poi l’attività non va bene cosa succede al permesso?', 'it'],
] as const)('there are none for "%s"', async (text, language) => {
  expect(await slugsFor(text, language)).toEqual([]);
});

it('a question about one kind of permit never gets the facts of another', async () => {
  const slugs = await slugsFor('How much is the retirement KITAS and what documents do I need?', 'en', 20);
  expect(slugs).toEqual(expect.arrayContaining(['kitas-retirement-price', 'kitas-retirement-documents']));
  expect(slugs.filter((slug) => /investor|working|family/.test(slug))).toEqual([]);
});

it('values come in the language asked for, at most as many as asked for', async () => {
  const found = await desk.answers.lookUpFacts('KITAS', 'id', 2);
  expect(found.length).toBeLessThanOrEqual(2);
  const [price] = await desk.answers.lookUpFacts('harga KITAS investor', 'id', 1);
  expect(price?.value).toContain('Rp');
});
