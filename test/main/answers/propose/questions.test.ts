import { expect, it } from 'vitest';
import { groupQuestions } from '../../../../src/main/answers/propose/questions.ts';
import { read } from '../../../../src/main/answers/reading.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import type { Language } from '../../../../src/shared/language.ts';
import { shippedLexicon as lexicon } from '../../../fixtures/lexicon.ts';

const embedder = builtinEmbedder(lexicon);

async function asked(rows: readonly (readonly [clientId: string, language: Language, text: string])[]) {
  const vectors = await embedder.embed(
    rows.map(([, , text]) => text),
    'query',
  );
  return rows.map(([clientId, language, text], at) => ({
    message: { id: `m${at}`, clientId, text, language, createdAt: at },
    reading: read(text, language, lexicon),
    vector: vectors[at] ?? new Float32Array(0),
  }));
}

const scooter = [
  ['ayu', 'id', 'Berapa biaya sewa motor per bulan?'],
  ['mario', 'it', 'Quanto costa noleggiare una moto al mese?'],
  ['emily', 'en', 'How much is it to rent a motorbike per month?'],
] as const;

it('puts together what is asked in several languages by several clients, and says what it is about', async () => {
  const rows = await asked([
    ...scooter,
    ['emily', 'en', 'Do you ship furniture to Australia?'],
    ['ayu', 'id', 'Makasih ya kak, sampai besok'],
  ]);
  const groups = await groupQuestions(rows, []);
  expect(groups).toHaveLength(1);
  expect(groups[0]?.messages.map(({ id }) => id)).toEqual(['m0', 'm1', 'm2']);
  expect(groups[0]?.clients).toBe(3);
  expect(groups[0]?.keys).toContain('PRICE');
});

it('proposes nothing that one client alone asks, nor what came twice, nor what was proposed before', async () => {
  const alone = await asked(scooter.map(([, language, text]) => ['mario', language, text] as const));
  expect(await groupQuestions(alone, [])).toEqual([]);
  expect(await groupQuestions(await asked(scooter.slice(0, 2)), [])).toEqual([]);
  const rows = await asked(scooter);
  const [group] = await groupQuestions(rows, []);
  expect(await groupQuestions(rows, [group?.keys ?? []])).toEqual([]);
});

it('keeps a price apart from a duration of the same thing', async () => {
  const rows = await asked([
    ...scooter,
    ['ayu', 'id', 'Berapa lama sewa motor minimal?'],
    ['mario', 'it', 'Per quanto tempo posso noleggiare una moto?'],
    ['emily', 'en', 'For how long can I rent a motorbike?'],
  ]);
  for (const { messages } of await groupQuestions(rows, []))
    expect(new Set(messages.map(({ id }) => Number(id.slice(1)) < 3)).size).toBe(1);
});
