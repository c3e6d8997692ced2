import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  claimForAnswers,
  contentHash,
  keepVectors,
  listEmbedders,
  listVectors,
  readVectors,
  removeVectors,
  vectorReader,
} from '../../../src/main/db/embeddings.ts';
import { openTestDb, type TestDb } from '../../fixtures/desk.ts';

let desk: TestDb;
beforeEach(() => {
  desk = openTestDb();
});
afterEach(() => desk.cleanUp());

const hash = contentHash('malu');
const vector = Float32Array.from([0.25, -0.5, 0.125]);
const one = { embedderId: 'one', use: 'insights' } as const;

test('gives back the very numbers that were kept', () => {
  keepVectors(desk.db, 1, one, [{ hash, vector }]);
  expect(readVectors(desk.db, 'one', [hash]).get(hash)).toEqual(vector);
  expect(vectorReader(desk.db, 'one')(hash)).toEqual(vector);
  expect(vectorReader(desk.db, 'two')(hash)).toBeNull();
});

test('never gives the vector of another embedder or another content', () => {
  keepVectors(desk.db, 1, one, [{ hash, vector }]);
  expect(readVectors(desk.db, 'two', [hash]).size).toBe(0);
  expect(readVectors(desk.db, 'one', [contentHash('Malu')]).size).toBe(0);
});

test('leaves a kept vector as it is when the content comes again', () => {
  keepVectors(desk.db, 1, one, [{ hash, vector }]);
  keepVectors(desk.db, 2, one, [{ hash, vector: Float32Array.from([9, 9, 9]) }]);
  expect(readVectors(desk.db, 'one', [hash]).get(hash)).toEqual(vector);
});

test('keeps part of a larger array only as far as the vector goes', () => {
  const large = Float32Array.from([1, 2, 3, 4]);
  keepVectors(desk.db, 1, one, [{ hash, vector: large.subarray(1, 3) }]);
  expect(readVectors(desk.db, 'one', [hash]).get(hash)).toEqual(Float32Array.from([2, 3]));
});

test('hashes with SHA-256, which is part of the data', () => {
  expect(contentHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('knows which vectors only insights ask for, until answers ask for them too', () => {
  const other = contentHash('sungkan');
  keepVectors(desk.db, 1, one, [
    { hash, vector },
    { hash: other, vector },
  ]);
  keepVectors(desk.db, 1, { embedderId: 'one', use: 'answers' }, [{ hash: contentHash('visa'), vector }]);
  claimForAnswers(desk.db, 'one', [other]);
  claimForAnswers(desk.db, 'two', [hash]);
  const forInsights = listVectors(desk.db, 'one').filter(({ isForInsights }) => isForInsights);
  expect(forInsights.map(({ hash }) => hash)).toEqual([hash]);
  expect(listVectors(desk.db, 'one')).toHaveLength(3);
});

test('removes vectors by their place and leaves the others', () => {
  keepVectors(desk.db, 1, one, [
    { hash, vector },
    { hash: contentHash('sungkan'), vector },
  ]);
  const [first] = listVectors(desk.db, 'one').filter((name) => name.hash === hash);
  removeVectors(desk.db, [first?.seq ?? -1]);
  expect(listVectors(desk.db, 'one').map((name) => name.hash)).toEqual([contentHash('sungkan')]);
});

test('names the embedders, those that worked last first', () => {
  keepVectors(desk.db, 1, one, [{ hash, vector }]);
  keepVectors(desk.db, 1, { ...one, embedderId: 'two' }, [{ hash, vector }]);
  keepVectors(desk.db, 1, one, [{ hash: contentHash('sungkan'), vector }]);
  expect(listEmbedders(desk.db)).toEqual(['one', 'two']);
});
