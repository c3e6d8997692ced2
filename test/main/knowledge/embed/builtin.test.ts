import { expect, test } from 'vitest';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { shippedLexicon, smallLexicon } from '../../../fixtures/lexicon.ts';

const embedder = builtinEmbedder(shippedLexicon);
const bare = builtinEmbedder(smallLexicon('price ; - ; plain ; - ; harga ; prezzo ; price'));

async function likeness(left: string, right: string, by = embedder): Promise<number> {
  const [a, b] = await by.embed([left, right], 'passage');
  if (!a || !b) throw new Error('no vectors');
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

test('gives unit vectors of its dimension, the same for the same text', async () => {
  const [first, second] = await embedder.embed(['aku malu nanya', 'aku malu nanya'], 'passage');
  expect(first).toHaveLength(embedder.dimension);
  expect(first).toEqual(second);
  expect(Math.hypot(...(first ?? []))).toBeCloseTo(1, 5);
});

test('gives a zero vector, not numbers out of nothing, for a text without words', async () => {
  const [vector] = await embedder.embed(['?! 👍'], 'query');
  expect(vector?.every((value) => value === 0)).toBe(true);
});

test('sees through slang, typos and endings', async () => {
  expect(await likeness('udah capek bgt', 'sudah capek banget')).toBeCloseTo(1, 5);
  const typo = await likeness('mi vergonio a chiedere', 'mi vergogno a chiedere');
  expect(typo).toBeGreaterThan(
    (await likeness('mi vergonio a chiedere', 'mi trasferisco a chiudere')) + 0.15,
  );
  expect(await likeness('perpanjangan paspor', 'memperpanjang paspor')).toBeGreaterThan(0.6);
});

test.each([
  ['takut ditipu', 'ho paura di una truffa'],
  ['aku malu', 'mi vergogno'],
  ['I feel awkward asking', 'sungkan mau tanya'],
])('brings “%s” and “%s” nearer than another meaning, which words alone do not', async (one, other) => {
  const elsewhere = await likeness(one, 'domani arriva il divano nuovo');
  expect(await likeness(one, other)).toBeGreaterThan(elsewhere + 0.15);
  expect(await likeness(one, other, bare)).toBeLessThan(0.15);
});

test('keeps a denied meaning apart from the meaning', async () => {
  expect(await likeness('I trust you', 'mi fido di voi')).toBeGreaterThan(
    (await likeness('I trust you', 'non mi fido di voi')) + 0.1,
  );
});

test('has the lexicon in its id, since kept vectors depend on it, and the same id from run to run', () => {
  expect(embedder.id).toMatch(/^builtin-\d+-[0-9a-f]{12}$/);
  expect(builtinEmbedder(shippedLexicon).id).toBe(embedder.id);
  expect(bare.id).not.toBe(embedder.id);
});
