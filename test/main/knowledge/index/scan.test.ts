import { shippedLexicon } from '../../../fixtures/lexicon.ts';
import { readFileSync } from 'node:fs';
import { LocalIndex, ProtobufCodec, VirtualFileStorage } from 'vectra';
import { expect, test } from 'vitest';
import { compileScan, scanModuleFile } from '../../../../scripts/wasm/compile.ts';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { openFlatWriter } from '../../../../src/main/knowledge/index/flat-vectors.ts';
import { openScan, type NearRow } from '../../../../src/main/knowledge/index/scan.ts';
import { seededRandom } from '../../../fixtures/random.ts';
import { tuning, unseen } from '../messages.ts';

function scanOf(vectors: readonly Float32Array[], dimension: number) {
  const writer = openFlatWriter(vectors.length, dimension);
  for (const vector of vectors) writer.put(vector);
  return openScan(writer.vectors());
}

/** The yardstick: every row, in order, in plain JavaScript. */
function plainScan(vectors: readonly Float32Array[], query: Float32Array, limit: number): NearRow[] {
  return vectors
    .map((vector, at) => ({
      at,
      score: vector.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0),
    }))
    .sort((left, right) => right.score - left.score || left.at - right.at)
    .slice(0, limit);
}

const unspaced = (text: string) => text.replace(/\s+/g, '');
const random = seededRandom(7);
const bell = () => random() + random() + random() + random() - 2;
const unit = (values: Float32Array) => {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
};
const dense = (dimension: number) => unit(Float32Array.from({ length: dimension }, bell));
const sparse = (dimension: number) =>
  unit(Float32Array.from({ length: dimension }, (_, place) => (place === 0 || random() < 0.1 ? bell() : 0)));
/** All within a few degrees of each other, as real models make them: the coarse pass can hardly tell them apart. */
const crowded = (dimension: number) =>
  unit(Float32Array.from({ length: dimension }, (_, place) => Math.sin(place) + bell() / 200));

test.each([
  ['dense', dense, 384],
  ['sparse', sparse, 384],
  ['crowded', crowded, 384],
  ['short', dense, 3],
  ['of an odd length', dense, 130],
  ['very long', dense, 3_072],
])('finds exactly what a plain scan finds among vectors that are %s', async (_what, make, dimension) => {
  const vectors = Array.from({ length: dimension > 1_000 ? 301 : 2_003 }, () => make(dimension));
  const nearest = await scanOf(vectors, dimension);
  for (const query of [make(dimension), dense(dimension), vectors[5] ?? make(dimension)])
    for (const limit of [1, 10, 60, 5_000])
      expect(nearest(query, limit)).toEqual(plainScan(vectors, query, limit));
});

test('takes the earlier one of equal rows, and vectors of any length', async () => {
  const one = dense(384);
  const vectors = [
    dense(384),
    one,
    one,
    one.map((value) => value * 40),
    one,
    one.map((value) => value * 1e-20),
  ];
  const nearest = await scanOf(vectors, 384);
  for (const limit of [2, 3, 4]) expect(nearest(one, limit)).toEqual(plainScan(vectors, one, limit));
  expect(nearest(one, 6).map(({ at }) => at)).toEqual(plainScan(vectors, one, 6).map(({ at }) => at));
});

test('finds a row whose coarse numbers all but hide it, among blocks without a high score', async () => {
  // One large number makes the others too small for a byte; the query asks for nothing else.
  const hidden = Float32Array.from([1, ...Array.from({ length: 7 }, () => 0.49 / 127)]);
  const plain = Float32Array.from([1, 3 / 127, 0, 0, 0, 0, 0, 0]);
  const query = Float32Array.from([0, 1, 1, 1, 1, 1, 1, 1]);
  const low = Float32Array.from([1, 0, 0, 0, 0, 0, 0, 0]);
  const vectors = Array.from({ length: 300 }, () => low);
  vectors[5] = plain;
  vectors[200] = hidden;
  const nearest = await scanOf(vectors, 8);
  expect(nearest(query, 1)).toEqual(plainScan(vectors, query, 1));
  expect(nearest(query, 1)[0]?.at).toBe(200);
});

test('leaves hidden rows out and fills their places', async () => {
  const vectors = Array.from({ length: 500 }, () => dense(384));
  const query = dense(384);
  const all = plainScan(vectors, query, 500);
  const hidden = all.slice(0, 7).map(({ at }) => at);
  const nearest = await scanOf(vectors, 384);
  expect(nearest(query, 10, hidden)).toEqual(all.slice(7, 17));
  expect(nearest(query, 500, hidden)).toHaveLength(493);
  expect(nearest(query, 10)).toEqual(all.slice(0, 10));
});

test('takes no row without a direction', async () => {
  const writer = openFlatWriter(4, 2);
  expect(writer.put(Float32Array.from([0, 0]))).toBe(false);
  expect(writer.put(Float32Array.from([Number.NaN, 1]))).toBe(false);
  expect(writer.put(Float32Array.from([Infinity, 1]))).toBe(false);
  expect(writer.put(Float32Array.from([1, 0]))).toBe(true);
  const nearest = await openScan(writer.vectors());
  expect(nearest(Float32Array.from([1, 0]), 9)).toEqual([{ at: 0, score: 1 }]);
});

test('gives no more than there are, and nothing for none', async () => {
  const nearest = await scanOf([Float32Array.from([1, 0]), Float32Array.from([0, 1])], 2);
  expect(nearest(Float32Array.from([0.6, 0.8]), 10).map(({ at }) => at)).toEqual([1, 0]);
  expect(nearest(Float32Array.from([0.6, 0.8]), 0)).toEqual([]);
  expect(nearest(Float32Array.from([0, 0]), 5)).toEqual([]);
  const none = await scanOf([], 2);
  expect(none(Float32Array.from([1, 0]), 5)).toEqual([]);
});

test('finds what Vectra itself finds, with the same scores', async () => {
  const texts = [...tuning, ...unseen].map(({ text }) => text);
  const vectors = await builtinEmbedder(shippedLexicon).embed(texts, 'passage');
  const local = new LocalIndex('index', undefined, new VirtualFileStorage(), new ProtobufCodec());
  await local.createIndex();
  await local.batchInsertItems(vectors.map((vector, at) => ({ id: String(at), vector: Array.from(vector) })));
  const nearest = await scanOf(vectors, 384);
  for (const vector of vectors.slice(0, 20)) {
    const theirs = await local.queryItems(Array.from(vector), '', 10);
    const ours = nearest(vector, 10);
    expect(ours).toHaveLength(10);
    ours.forEach(({ score }, at) => expect(score).toBeCloseTo(theirs[at]?.score ?? 9, 4));
    expect(String(ours[0]?.at)).toBe(theirs[0]?.item.id);
  }
});

test('the module that is checked in is what its source compiles to', async () => {
  expect(unspaced(readFileSync(scanModuleFile, 'utf8'))).toBe(unspaced(await compileScan()));
});
