import { expect, test } from 'vitest';
import type { Embedder } from '../../../../src/main/knowledge/embed/embedder.ts';
import { ServedIndex } from '../../../../src/main/knowledge/index/served-index.ts';
import type { VectorIndex } from '../../../../src/main/knowledge/index/vector-index.ts';

const embedderNamed = (id: string): Embedder => ({
  id,
  dimension: 2,
  embed: () => Promise.reject(new Error('not asked')),
});
const embedder = embedderNamed('one');

/** An index of one row an insight, all of them alike. */
function indexOf(generation: number, insightIds: readonly string[]): VectorIndex {
  return {
    origin: {
      embedder: 'one',
      dimension: 2,
      generation,
      readAt: generation * 10,
      insights: insightIds.length,
    },
    vectors: insightIds.length,
    query: (_vector, limit, hidden = []) =>
      insightIds
        .filter((_, row) => !hidden.includes(row))
        .slice(0, limit)
        .map((insightId) => ({ insightId, triggerId: null, score: 0.5 })),
    rowsOf: (insightId) => insightIds.flatMap((id, row) => (id === insightId ? [row] : [])),
  };
}

const change = (insightId: string, generation: number, ...scores: number[]) => ({
  insightId,
  generation,
  items: scores.map((score) => ({ insightId, triggerId: null, vector: Float32Array.from([score, 0]) })),
});
const found = (served: ServedIndex, limit = 9) =>
  served.query(Float32Array.from([1, 0]), limit).map(({ insightId, score }) => `${insightId} ${score}`);

test('what changed stands among the others by its nearness, and what it was before is out', () => {
  const served = ServedIndex.of(indexOf(1, ['a', 'b', 'c']), embedder).with({ generation: 3, readAt: 40 }, [
    change('b', 2, 0.75, 0.25),
    change('c', 3),
    change('d', 3, 0),
  ]);
  expect(found(served)).toEqual(['b 0.75', 'a 0.5', 'b 0.25']);
  expect(found(served, 1)).toEqual(['b 0.75']);
  expect(served).toMatchObject({ generation: 3, readAt: 40, vectors: 3, changes: 3 });
});

test('a newer index takes the changes it has not seen, and only those', () => {
  const served = ServedIndex.of(indexOf(1, ['a', 'b']), embedder).with({ generation: 5, readAt: 50 }, [
    change('a', 3, 0.75),
    change('b', 5, 0.25),
  ]);
  const newer = served.replacedBy(indexOf(4, ['a', 'b']), embedder);
  expect(found(newer)).toEqual(['a 0.5', 'b 0.25']);
  expect(newer).toMatchObject({ generation: 5, readAt: 50, changes: 1 });
  const newest = newer.replacedBy(indexOf(6, ['a', 'b']), embedder);
  expect(found(newest)).toEqual(['a 0.5', 'b 0.5']);
  expect(newest).toMatchObject({ generation: 6, changes: 0 });
});

test('vectors of another embedder are never mixed in', () => {
  const served = ServedIndex.of(indexOf(1, ['a']), embedder).with({ generation: 9, readAt: 90 }, [
    change('b', 9, 1),
  ]);
  const other = served.replacedBy(indexOf(4, ['a']), embedderNamed('two'));
  expect(found(other)).toEqual(['a 0.5']);
  expect(other.generation).toBe(4);
});
