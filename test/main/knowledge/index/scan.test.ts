import { LocalIndex, ProtobufCodec, VirtualFileStorage } from 'vectra';
import { expect, test } from 'vitest';
import { builtinEmbedder } from '../../../../src/main/knowledge/embed/builtin.ts';
import { packedScan } from '../../../../src/main/knowledge/index/scan.ts';
import { tuning, unseen } from '../messages.ts';

test('finds what Vectra itself finds, with the same scores', async () => {
  const texts = [...tuning, ...unseen].map(({ text }) => text);
  const vectors = await builtinEmbedder().embed(texts, 'passage');
  const local = new LocalIndex('index', undefined, new VirtualFileStorage(), new ProtobufCodec());
  await local.createIndex();
  await local.batchInsertItems(vectors.map((vector, at) => ({ id: String(at), vector: Array.from(vector) })));
  const nearest = packedScan(vectors, 384);
  for (const vector of vectors.slice(0, 20)) {
    const theirs = await local.queryItems(Array.from(vector), '', 10);
    const ours = nearest(vector, 10);
    expect(ours).toHaveLength(10);
    ours.forEach(({ score }, at) => expect(score).toBeCloseTo(theirs[at]?.score ?? 9, 4));
    expect(String(ours[0]?.at)).toBe(theirs[0]?.item.id);
  }
});

test('gives no more than there are, and nothing for none', () => {
  const nearest = packedScan([Float32Array.from([1, 0]), Float32Array.from([0, 1])], 2);
  expect(nearest(Float32Array.from([0.6, 0.8]), 10).map(({ at }) => at)).toEqual([1, 0]);
  expect(nearest(Float32Array.from([0.6, 0.8]), 0)).toEqual([]);
  expect(packedScan([], 2)(Float32Array.from([1, 0]), 5)).toEqual([]);
});
