import { expect, test } from 'vitest';
import { Postings } from '../../../../src/main/knowledge/search/postings.ts';
import { phraseWordsOf } from '../../../../src/main/knowledge/search/verbatim.ts';
import type { Profile } from '../../../../src/main/knowledge/search/profile.ts';

/** A profile of these features, all of weight 1. */
function profile(...ids: number[]): Profile {
  return {
    ids: Int32Array.from(ids),
    weights: new Float32Array(ids.length).fill(1),
    starts: Int32Array.of(0, ids.length),
    phraseWords: phraseWordsOf([], 'id'),
    length: Math.sqrt(ids.length),
    language: 'id',
  };
}

const heard = (...ids: number[]) => new Map(ids.map((id) => [id, 1]));
const names = (postings: Postings, ...ids: number[]) =>
  postings.nearest(heard(...ids), 10).map(({ insightId }) => insightId);

test('brings those first that share most, and only those that share anything', () => {
  const postings = new Postings();
  postings.set('both', profile(1, 2));
  postings.set('one', profile(1, 3));
  postings.set('none', profile(4, 5));
  expect(names(postings, 1, 2)).toEqual(['both', 'one']);
  expect(postings.nearest(heard(1), 1)).toHaveLength(1);
});

test('a feature that many have says less than one that few have', () => {
  const postings = new Postings();
  for (let at = 0; at < 30; at++) postings.set(`common-${at}`, profile(1, 100 + at));
  postings.set('rare', profile(2, 99));
  expect(postings.rarity(2)).toBeGreaterThan(postings.rarity(1));
  expect(names(postings, 1, 2)[0]).toBe('rare');
});

test('rarity is bounded, so that it means the same for fifty insights and ten thousand', () => {
  const few = new Postings();
  for (let at = 0; at < 50; at++) few.set(String(at), profile(1_000 + at));
  const many = new Postings();
  for (let at = 0; at < 1_000; at++) many.set(String(at), profile(1_000 + at));
  expect(many.rarity(1_001)).toBe(1);
  expect(few.rarity(1_001)).toBeGreaterThan(0.6);
});

test('follows changes and removals, however many', () => {
  const postings = new Postings();
  postings.set('changing', profile(1));
  for (let round = 0; round < 300; round++) postings.set('changing', profile(1 + (round % 3)));
  expect(postings.size).toBe(1);
  expect(names(postings, 3)).toEqual(['changing']);
  expect(names(postings, 1)).toEqual([]);
  postings.remove('changing');
  expect(names(postings, 3)).toEqual([]);
  expect(postings.profile('changing')).toBeNull();
});
