import { expect, it } from 'vitest';
import type { Match } from '../../../src/main/answers/answers.ts';
import { evaluateAnswers } from '../../../src/main/eval/answers.ts';
import { percentile, share } from '../../../src/main/eval/figures.ts';
import { evaluateRetrieval } from '../../../src/main/eval/retrieval.ts';
import type { RetrievalExplanation } from '../../../src/main/knowledge/knowledge.ts';
import type { FoundInsight } from '../../../src/main/knowledge/search/search.ts';

type Candidate = RetrievalExplanation['candidates'][number];

const insight = (slug: string, score: number): FoundInsight => ({
  insightId: slug,
  slug,
  score,
  text: '',
  guidance: '',
  category: 'trust',
  language: 'id',
  lexicalScore: score,
  vectorScore: null,
  trigger: null,
});
const taken = (...slugs: string[]): Candidate[] =>
  slugs.map((slug, at) => ({ item: insight(slug, 0.9 - at / 100), verdict: 'taken' }));

/** Search whose every answer is given: the figures are about counting, not about searching. */
const knowing = (answers: Readonly<Record<string, readonly Candidate[]>>) => ({
  explain: async (text: string) => ({
    candidates: answers[text] ?? [],
    floor: 0.4,
    embedMs: 1,
    searchMs: 2,
  }),
});
const query = (text: string, relevant: string[], kind: string | null = null, lang = 'id') => ({
  line: 1,
  text,
  lang,
  kind,
  relevant,
});

it('counts recall over five and the rank over ten, and plain queries apart', async () => {
  const queries = [
    query('both', ['a', 'b'], 'x'),
    query('sixth', ['f'], 'x', 'it'),
    query('nothing', ['a'], 'y'),
    query('plain and silent', [], 'plain'),
    query('plain and given one', [], 'plain'),
  ];
  const knowledge = knowing({
    both: taken('c', 'a'),
    sixth: taken('a', 'b', 'c', 'd', 'e', 'f'),
    'plain and given one': taken('c'),
  });
  const { result, failures } = await evaluateRetrieval({ knowledge, queries, idOf: new Map() });
  // Recall 1/2, 0, 0; reciprocal rank 1/2, 1/6, 0.
  expect(result).toMatchObject({ n: 5, recallAt5: 0.1667, mrrAt10: 0.2222, silentOnPlain: 0.5 });
  expect(result).toMatchObject({ embedP50Ms: 1, embedP95Ms: 1, searchP50Ms: 2, searchP95Ms: 2 });
  expect(result.byKind['x']).toMatchObject({ n: 2, recallAt5: 0.25, silentOnPlain: null });
  expect(result.byKind['plain']).toMatchObject({ n: 2, recallAt5: null, mrrAt10: null, silentOnPlain: 0.5 });
  expect(result.byLanguage['it']).toMatchObject({ n: 1, recallAt5: 0, mrrAt10: 0.1667 });
  expect(failures.map(({ text }) => text)).toEqual(['both', 'sixth', 'nothing', 'plain and given one']);
});

it('says of a failure what became of every candidate, in the names of the set', async () => {
  const under: Candidate = { item: insight('b-slug', 0.2), verdict: 'floor' };
  const { failures } = await evaluateRetrieval({
    knowledge: knowing({ hey: [...taken('a'), under] }),
    queries: [query('hey', ['B!', 'never near'])],
    idOf: new Map([['b-slug', 'B!']]),
  });
  expect(failures[0]).toMatchObject({ found: ['a'], floor: 0.4 });
  expect(failures[0]?.candidates).toMatchObject([
    { id: 'a', isRelevant: false, fate: 'taken' },
    { id: 'B!', isRelevant: true, fate: 'floor', score: 0.2, lexical: 0.2, vector: null },
    { id: 'never near', isRelevant: true, fate: 'unseen', score: null },
  ]);
});

const hit = (intent: string): Match => ({
  kind: 'hit',
  intent,
  preparedAnswerId: '',
  score: 1,
  text: '',
  facts: [],
  candidates: [],
  explain: [],
});
const miss: Match = {
  kind: 'miss',
  candidates: [],
  explain: [
    { gate: 'codes', isPassed: true, reason: '' },
    { gate: 'numbers', isPassed: false, reason: 'an amount' },
  ],
};

const message = (text: string, intent: string | null) => ({ line: 1, text, lang: 'en', kind: null, intent });

it('counts hits among the messages in scope, right ones among the served, and false ones among the others', async () => {
  const served: Readonly<Record<string, Match>> = { right: hit('a'), wrong: hit('b'), false: hit('a') };
  const { result, failures } = await evaluateAnswers({
    answers: { match: async ({ text }) => served[text] ?? miss },
    messages: [
      message('right', 'a'),
      message('wrong', 'a'),
      message('unserved', 'b'),
      message('false', null),
      message('silent', null),
    ],
    nameOf: new Map(),
  });
  expect(result).toMatchObject({ n: 5, hitRate: 0.3333, accuracyOfHits: 0.3333, falseHitRate: 0.5 });
  expect(result.byKind).toEqual({});
  expect(failures.map(({ text, served }) => [text, served])).toEqual([
    ['wrong', 'b'],
    ['unserved', null],
    ['false', 'a'],
  ]);
  expect(failures[1]?.stoppedBy).toEqual([{ gate: 'numbers', isPassed: false, reason: 'an amount' }]);
});

it('has null for what does not apply', () => {
  expect(share([])).toBeNull();
  expect(percentile([], 0.5)).toBeNull();
});

it('takes the smallest value that so many do not exceed', () => {
  const values = Array.from({ length: 20 }, (_, at) => 20 - at);
  expect([percentile(values, 0.5), percentile(values, 0.95), percentile([7], 0.95)]).toEqual([10, 19, 7]);
});

it('stops in between when it is told to', async () => {
  const stopping = new AbortController();
  const asked: string[] = [];
  const knowledge = {
    explain: async (text: string) => {
      asked.push(text);
      stopping.abort(new Error('enough'));
      return { candidates: [], floor: 0, embedMs: 0, searchMs: 0 };
    },
  };
  const queries = [query('first', []), query('second', [])];
  const run = evaluateRetrieval({ knowledge, queries, idOf: new Map(), signal: stopping.signal });
  await expect(run).rejects.toThrow('enough');
  expect(asked).toEqual(['first']);
});
