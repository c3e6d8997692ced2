import type { InsightCategory } from '../../../shared/insight.ts';

/** The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
const rankDamping = 60;
/** Ranks settle the order of near equals and no more. */
const rankShare = 0.1;
/** How much nearness of vectors alone may say: it brings candidates that no word brings, but knows no negation. */
const vectorTrust = 0.5;
/** The most insights of one category in a result, so that one theme does not fill the prompt. */
const mostPerCategory = 2;

/**
 * Cosines to a score 0..1 that means the same for every embedder: how far a hit stands out from the `background` (what this
 * query scores against items that have nothing to do with it). `low` and `high` are contrasts of chance and of the same phrase.
 */
export function calibrate(cosine: number, background: number, low = 0.3, high = 0.8): number {
  const contrast = (cosine - background) / Math.max(1e-6, 1 - background);
  return Math.min(1, Math.max(0, (contrast - low) / (high - low)));
}

/** The background of a query: the mean of the last quarter of its nearest items, best first. */
export function backgroundOf(cosines: readonly number[]): number {
  const tail = cosines.slice(Math.floor(cosines.length * 0.75));
  return tail.length === 0 ? 0 : tail.reduce((sum, value) => sum + value, 0) / tail.length;
}

/** Reciprocal rank fusion over lists of ids, best first: a score per id, at most 1 (first in every list). */
export function fuseRanks(lists: readonly (readonly string[])[]): Map<string, number> {
  const most = lists.length / (rankDamping + 1);
  const fused = new Map<string, number>();
  for (const list of lists)
    [...new Set(list)].forEach((id, at) => {
      fused.set(id, (fused.get(id) ?? 0) + 1 / (rankDamping + at + 1) / most);
    });
  return fused;
}

/** One score 0..1 out of what words say and what vectors say (either is enough, both together are more) and the ranks. */
export function combine(lexical: number, vector: number, ranks: number): number {
  const evidence = 1 - (1 - lexical) * (1 - vectorTrust * vector);
  return (1 - rankShare) * evidence + rankShare * ranks * evidence;
}

/** Whether a candidate is given to the reply, and what kept it out if it is not. */
export type Verdict = 'taken' | 'floor' | 'category' | 'limit';

/** A candidate with its fate. */
export interface Judged<T> {
  readonly item: T;
  readonly verdict: Verdict;
}

/**
 * All candidates, best first, each with its verdict: taken are the best ones above the floor, not too many of one category and
 * no more than the limit.
 */
export function judge<T extends { readonly score: number; readonly category: InsightCategory }>(
  scored: readonly T[],
  floor: number,
  limit: number,
): Judged<T>[] {
  const perCategory = new Map<InsightCategory, number>();
  let taken = 0;
  const verdictOn = ({ score, category }: T): Verdict => {
    if (score < floor) return 'floor';
    if (taken >= limit) return 'limit';
    const count = perCategory.get(category) ?? 0;
    if (count >= mostPerCategory) return 'category';
    perCategory.set(category, count + 1);
    taken++;
    return 'taken';
  };
  const ordered = scored.slice().sort((left, right) => right.score - left.score);
  return ordered.map((item) => ({ item, verdict: verdictOn(item) }));
}
