import { expect, test } from 'vitest';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { parseLexicon } from '../../../../src/main/knowledge/embed/lexicon.ts';

const embedder = builtinEmbedder();

async function likeness(left: string, right: string, by = embedder): Promise<number> {
  const [a, b] = await by.embed([left, right], 'passage');
  if (!a || !b) throw new Error('no vectors');
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

test('gives unit vectors of its dimension, the same for the same text', async () => {
  const [first, second] = await builtinEmbedder().embed(['aku malu nanya', 'aku malu nanya'], 'passage');
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

test('brings the same meaning in two languages nearer than another meaning', async () => {
  const same = await likeness('takut ditipu', 'ho paura di una truffa');
  const other = await likeness('takut ditipu', 'mia moglie arriva domani');
  expect(same).toBeGreaterThan(other + 0.15);
});

test('takes more concepts from a lexicon, under an id of its own', async () => {
  const richer = builtinEmbedder({ lexicon: ['rooster\t-\tayam gallo rooster'] });
  expect(richer.id).not.toBe(embedder.id);
  expect(await likeness('ayam', 'gallo', richer)).toBeGreaterThan((await likeness('ayam', 'gallo')) + 0.2);
});

test('keeps its id from run to run, since kept vectors depend on it', () => {
  expect(builtinEmbedder().id).toBe(embedder.id);
  expect(embedder.id).toMatch(/^builtin-\d+-[0-9a-f]{8}$/);
});

test('refuses a lexicon line without its three columns and names it', () => {
  expect(() => parseLexicon(['shame\tmalu'])).toThrow(/shame/);
});

test('finds the concepts of a word by the word, its root, or its beginning', () => {
  const lexicon = parseLexicon(['# words\n\ntax\tplain\tpajak* tasse', 'tax\tplain\ttaxes']);
  const names = (word: string) => lexicon.conceptsOf(word).map(({ name }) => name);
  expect(names('pajaknya')).toEqual(['tax']);
  expect(names('tasse')).toEqual(['tax']);
  expect(names('taxes')).toEqual(['tax']);
  expect(names('paja')).toEqual([]);
});
