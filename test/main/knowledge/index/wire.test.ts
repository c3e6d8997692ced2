import { JsonCodec, ProtobufCodec } from 'vectra';
import { expect, test } from 'vitest';
import type { VectorItem } from '../../../../src/main/knowledge/index/vector-index.ts';
import { encodePart } from '../../../../src/main/knowledge/index/vectra.ts';
import { readItems } from '../../../../src/main/knowledge/index/wire.ts';
import { seededRandom } from '../../../fixtures/random.ts';

const random = seededRandom(3);
const items: VectorItem[] = Array.from({ length: 40 }, (_, at) => ({
  insightId: `insight-${Math.floor(at / 4)}`,
  triggerId: at % 4 === 0 ? null : `phrase-${at}-${'é'.repeat(at * 9)}`,
  vector: Float32Array.from({ length: 5 }, random),
}));

const read = (pieces: Iterable<Uint8Array>) =>
  Array.from(readItems(pieces, 5), (item) => ({ ...item, vector: item.vector.slice() }));

function* cut(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  // The same room for every piece, as a file is read.
  const room = new Uint8Array(length);
  for (let start = 0; start < bytes.length; start += length) {
    const piece = bytes.subarray(start, start + length);
    room.set(piece);
    yield room.subarray(0, piece.length);
  }
}

test('what Vectra wrote is read back, wherever the pieces are cut', () => {
  const bytes = encodePart(items);
  for (const length of [1, 2, 3, 7, 100, 1_000, bytes.length])
    expect(read(cut(bytes, length))).toEqual(items);
});

test('parts one after another are one index, for us and for Vectra', () => {
  const bytes = Buffer.concat([encodePart(items.slice(0, 11)), encodePart([]), encodePart(items.slice(11))]);
  expect(read([bytes])).toEqual(items);
  const theirs = new ProtobufCodec().deserializeIndex(bytes);
  expect(theirs.version).toBe(1);
  expect(theirs.items.map(({ id }) => id)).toEqual(
    items.map(({ insightId, triggerId }) => triggerId ?? insightId),
  );
  expect(theirs.items.map(({ vector }) => Float32Array.from(vector))).toEqual(
    items.map(({ vector }) => vector),
  );
});

test('an item may carry more than we know of', () => {
  const [item] = items;
  const bytes = new ProtobufCodec().serializeIndex({
    version: 7,
    metadata_config: { indexed: ['insightId', 'kind'] },
    items: [
      {
        id: 'x',
        norm: 2,
        vector: Array.from(item?.vector ?? []),
        metadata: { rank: 4, isNew: true, insightId: 'insight-0', none: '' },
        metadataFile: 'elsewhere.pb',
      },
    ],
  });
  expect(read([bytes])).toEqual([{ ...item, triggerId: null }]);
});

test.each<[string, Uint8Array]>([
  ['ends in the middle', encodePart(items).subarray(0, -3)],
  ['is JSON', new JsonCodec().serializeIndex({ version: 1, metadata_config: {}, items: [] })],
  ['is noise', Uint8Array.from({ length: 9_000 }, () => random() * 256)],
  [
    'has vectors of another length',
    encodePart([{ insightId: 'a', triggerId: null, vector: new Float32Array(4) }]),
  ],
  ['says that an item is longer than the file', Uint8Array.from([0x1a, 0xff, 0xff, 0xff, 0x7f, 1])],
  ['has a number without end', Uint8Array.from({ length: 40 }, () => 0xff)],
  ['has an item of nothing', Uint8Array.from([0x1a, 0])],
])('refuses an index that %s', (_what, bytes) => {
  expect(() => read([bytes])).toThrow('The index cannot be read');
});
