import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateRetrieval, type RetrievalResult } from '../../../src/main/eval/retrieval.ts';
import { readRetrievalSet } from '../../../src/main/eval/retrieval-set.ts';
import { openShelf, type Shelf } from './shelf.ts';

const fixture = (name: string) => ({
  name,
  jsonl: readFileSync(new URL(`../../fixtures/eval/${name}`, import.meta.url), 'utf8'),
});

/** What a figure that is too low shows: all of them, since one often rises at the cost of another. */
function enough(result: RetrievalResult, figure: number | null | undefined, least: number): string {
  if (figure != null && figure >= least) return 'enough';
  const lines = Object.entries({ ...result.byKind, ...result.byLanguage }).map(
    ([name, one]) => `${name}: recall@5 ${one.recallAt5}, silent on plain ${one.silentOnPlain}`,
  );
  return [`${figure} is less than ${least}`, ...lines].join('\n');
}

/** What each set must reach, just under what it does: a change that costs one kind shows at once. */
const sets = [
  { folder: '', trigger: 0.98, paraphrase: 0.8, other: 0.82, plain: 0.95, language: 0.83, silent: 0.93 },
  {
    folder: 'second/',
    trigger: 0.98,
    paraphrase: 0.86,
    other: 0.71,
    plain: 0.93,
    language: 0.79,
    silent: 0.9,
  },
] as const;

describe.each(sets)('of the set in eval/$folder', ({ folder, language: leastRecall, silent, ...least }) => {
  let shelf: Shelf;
  let result: RetrievalResult;
  beforeAll(async () => {
    const set = readRetrievalSet(
      fixture(`${folder}retrieval-insights.jsonl`),
      fixture(`${folder}retrieval-queries.jsonl`),
    );
    shelf = openShelf(set.insights);
    shelf.clock.advance(1_000);
    const knowledge = await shelf.open();
    await knowledge.rebuild();
    ({ result } = await evaluateRetrieval({ knowledge, queries: set.queries, idOf: set.idOf }));
  }, 60_000);
  afterAll(() => shelf.clear());

  test.each(['trigger', 'paraphrase', 'other'] as const)(
    'enough of what fits messages of the kind %s is among the first five',
    (kind) => {
      expect(enough(result, result.byKind[kind]?.recallAt5, least[kind])).toBe('enough');
    },
  );

  test('nearly all plain messages are given nothing', () => {
    expect(enough(result, result.byKind['plain']?.silentOnPlain, least.plain)).toBe('enough');
  });

  test.each(['id', 'it', 'en'])('the language %s is not left behind', (language) => {
    expect(enough(result, result.byLanguage[language]?.recallAt5, leastRecall)).toBe('enough');
    expect(enough(result, result.byLanguage[language]?.silentOnPlain, silent)).toBe('enough');
  });

  test('there are enough messages to say so', () => {
    expect(result.n).toBeGreaterThanOrEqual(300);
    expect(result.byKind['plain']?.n).toBeGreaterThanOrEqual(60);
  });
});
