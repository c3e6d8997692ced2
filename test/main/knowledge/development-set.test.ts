import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateRetrieval, type RetrievalResult } from '../../../src/main/eval/retrieval.ts';
import { readRetrievalSet } from '../../../src/main/eval/retrieval-set.ts';
import { openShelf, type Shelf } from './shelf.ts';

const fixture = (name: string) => ({
  name,
  jsonl: readFileSync(new URL(`../../fixtures/eval/${name}`, import.meta.url), 'utf8'),
});

let shelf: Shelf;
let result: RetrievalResult;
beforeAll(async () => {
  const set = readRetrievalSet(fixture('retrieval-insights.jsonl'), fixture('retrieval-queries.jsonl'));
  shelf = openShelf(set.insights);
  shelf.clock.advance(1_000);
  const knowledge = await shelf.open();
  await knowledge.rebuild();
  ({ result } = await evaluateRetrieval({ knowledge, queries: set.queries, idOf: set.idOf }));
}, 60_000);
afterAll(() => shelf.clear());

/** What a figure that is too low shows: all of them, since one often rises at the cost of another. */
function enough(figure: number | null | undefined, least: number): string {
  if (figure != null && figure >= least) return 'enough';
  const lines = Object.entries({ ...result.byKind, ...result.byLanguage }).map(
    ([name, one]) => `${name}: recall@5 ${one.recallAt5}, silent on plain ${one.silentOnPlain}`,
  );
  return [`${figure} is less than ${least}`, ...lines].join('\n');
}

test.each([
  ['trigger', 0.95],
  ['paraphrase', 0.55],
  ['other', 0.35],
])('of messages of the kind %s, at least %d of what fits is among the first five', (kind, least) => {
  expect(enough(result.byKind[kind]?.recallAt5, least)).toBe('enough');
});

test('of plain messages at least 85 in a hundred are given nothing', () => {
  expect(enough(result.byKind['plain']?.silentOnPlain, 0.85)).toBe('enough');
});

test('no language is left behind', () => {
  for (const language of ['id', 'it', 'en']) {
    expect(enough(result.byLanguage[language]?.recallAt5, 0.6)).toBe('enough');
    expect(enough(result.byLanguage[language]?.silentOnPlain, 0.8)).toBe('enough');
  }
});

test('the set is large enough to say so', () => {
  expect(result.n).toBeGreaterThanOrEqual(300);
  expect(result.byKind['plain']?.n).toBeGreaterThanOrEqual(60);
});
