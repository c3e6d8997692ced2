import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knowledge, RetrievalExplanation } from '../knowledge/knowledge.ts';
import type { Verdict } from '../knowledge/search/fuse.ts';
import { figuresBy, mean, percentile, share } from './figures.ts';
import type { EvalQuery } from './retrieval-set.ts';

/** How well insights are found; a figure that does not apply is null. */
export interface RetrievalFigures {
  readonly n: number;
  /** Share of the relevant insights among the first five, averaged over the queries that have any. */
  readonly recallAt5: number | null;
  /** 1 / the place of the first relevant one among the first ten, averaged likewise. */
  readonly mrrAt10: number | null;
  /** Share of the queries without a relevant insight that were given none. */
  readonly silentOnPlain: number | null;
  readonly embedP50Ms: number | null;
  readonly embedP95Ms: number | null;
  readonly searchP50Ms: number | null;
  readonly searchP95Ms: number | null;
}

/** What became of a candidate; `unseen`: a relevant insight that no list brought near. */
type Fate = Verdict | 'unseen';

export interface WeighedCandidate {
  /** The set's id. */
  readonly id: string;
  readonly isRelevant: boolean;
  readonly fate: Fate;
  readonly score: number | null;
  readonly lexical: number | null;
  readonly vector: number | null;
  /** The phrase it was found by. */
  readonly trigger: string | null;
}

export interface RetrievalFailure extends EvalQuery {
  /** Ids that were given to the reply, best first. */
  readonly found: readonly string[];
  /** The least score that is taken. */
  readonly floor: number;
  readonly candidates: readonly WeighedCandidate[];
}

export interface RetrievalResult extends RetrievalFigures {
  readonly byKind: Readonly<Record<string, RetrievalFigures>>;
  readonly byLanguage: Readonly<Record<string, RetrievalFigures>>;
}

export interface RetrievalEvaluation {
  readonly result: RetrievalResult;
  readonly failures: readonly RetrievalFailure[];
}

interface Outcome {
  readonly query: EvalQuery;
  readonly found: readonly string[];
  readonly embedMs: number;
  readonly searchMs: number;
}

/** As many as a prompt may be given at most; the first five count for recall, all for the rank. */
const depth = 10;
const recallDepth = 5;
const shownCandidates = 8;

export interface RetrievalRun {
  readonly knowledge: Pick<Knowledge, 'explain'>;
  readonly queries: readonly EvalQuery[];
  /** The set's id of each insight by slug. */
  readonly idOf: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal;
}

/** Asks the product's own search for every query. Rejects with the signal's reason when it aborts. */
export async function evaluateRetrieval(run: RetrievalRun): Promise<RetrievalEvaluation> {
  const outcomes: Outcome[] = [];
  const failures: RetrievalFailure[] = [];
  for (const query of run.queries) {
    // Work without a pause would keep an interruption from being heard.
    await nextTurn();
    run.signal?.throwIfAborted();
    const explained = await run.knowledge.explain(query.text, { limit: depth });
    const idOf = (slug: string) => run.idOf.get(slug) ?? slug;
    const found = explained.candidates.flatMap(({ item, verdict }) =>
      verdict === 'taken' ? [idOf(item.slug)] : [],
    );
    const { embedMs, searchMs } = explained;
    outcomes.push({ query, found, embedMs, searchMs });
    if (isFailure(query, found)) failures.push(failureOf(query, found, explained, idOf));
  }
  return {
    result: {
      ...figuresOf(outcomes),
      byKind: figuresBy(outcomes, ({ query }) => query.kind, figuresOf),
      byLanguage: figuresBy(outcomes, ({ query }) => query.lang, figuresOf),
    },
    failures,
  };
}

function figuresOf(outcomes: readonly Outcome[]): RetrievalFigures {
  const asked = outcomes.filter(({ query }) => query.relevant.length > 0);
  const plain = outcomes.filter(({ query }) => query.relevant.length === 0);
  const embed = outcomes.map(({ embedMs }) => embedMs);
  const search = outcomes.map(({ searchMs }) => searchMs);
  return {
    n: outcomes.length,
    recallAt5: mean(asked.map(({ query, found }) => recall(query, found))),
    mrrAt10: mean(asked.map(({ query, found }) => reciprocalRank(query, found))),
    silentOnPlain: share(plain.map(({ found }) => found.length === 0)),
    embedP50Ms: percentile(embed, 0.5),
    embedP95Ms: percentile(embed, 0.95),
    searchP50Ms: percentile(search, 0.5),
    searchP95Ms: percentile(search, 0.95),
  };
}

function recall({ relevant }: EvalQuery, found: readonly string[]): number {
  const first = new Set(found.slice(0, recallDepth));
  return relevant.filter((id) => first.has(id)).length / relevant.length;
}

function reciprocalRank({ relevant }: EvalQuery, found: readonly string[]): number {
  const place = found.findIndex((id) => relevant.includes(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

function isFailure(query: EvalQuery, found: readonly string[]): boolean {
  return query.relevant.length === 0 ? found.length > 0 : recall(query, found) < 1;
}

function failureOf(
  query: EvalQuery,
  found: readonly string[],
  { candidates, floor }: RetrievalExplanation,
  idOf: (slug: string) => string,
): RetrievalFailure {
  const isRelevant = (id: string) => query.relevant.includes(id);
  const weighed = candidates.map(({ item, verdict }): WeighedCandidate => {
    const id = idOf(item.slug);
    return {
      id,
      isRelevant: isRelevant(id),
      fate: verdict,
      score: item.score,
      lexical: item.lexicalScore,
      vector: item.vectorScore,
      trigger: item.trigger,
    };
  });
  const unseen = query.relevant
    .filter((id) => !weighed.some((candidate) => candidate.id === id))
    .map(unseenCandidate);
  const shown = weighed.filter((candidate, at) => at < shownCandidates || candidate.isRelevant);
  return { ...query, found, floor, candidates: [...shown, ...unseen] };
}

function unseenCandidate(id: string): WeighedCandidate {
  return { id, isRelevant: true, fate: 'unseen', score: null, lexical: null, vector: null, trigger: null };
}
