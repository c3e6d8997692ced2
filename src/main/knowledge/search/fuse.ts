/** The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher 2009). */
const rankDamping = 60;

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

/** Whether a candidate is given to the reply, and what kept it out if it is not. */
export type Verdict = 'taken' | 'floor' | 'behind' | 'repetition' | 'limit';

/** A candidate with its fate. */
export interface Judged<T> {
  readonly item: T;
  readonly verdict: Verdict;
}

/** What a candidate is judged by. `fit`: how well it fits, whatever the message is; no upper bound. */
interface Scored {
  readonly score: number;
  readonly fit: number;
}

/** Where the best fits well, others that only touch the message are left out; what hardly touches it always is. */
const leastShareOfBest = 0.15;
const leastFit = 0.2;
/** A phrase said word for word fits some five times as well as this; what else the message tells must not fall behind it. */
const fitsWell = 3;

/**
 * All candidates, best first, each with its verdict: taken are those above the floor that are not far behind the best, do not repeat
 * one already taken, and are no more than the limit.
 */
export function judge<T extends Scored>(
  scored: readonly T[],
  { floor, limit, repeats }: JudgeOptions<T>,
): Judged<T>[] {
  const taken: T[] = [];
  const ordered = scored.slice().sort((left, right) => right.score - left.score);
  const leastOfAll = Math.max(leastFit, leastShareOfBest * Math.min(fitsWell, ordered[0]?.fit ?? 0));
  const verdictOn = (item: T): Verdict => {
    if (item.score < floor) return 'floor';
    if (item.fit < leastOfAll) return 'behind';
    if (taken.length >= limit) return 'limit';
    if (taken.some((before) => repeats(item, before))) return 'repetition';
    taken.push(item);
    return 'taken';
  };
  return ordered.map((item) => ({ item, verdict: verdictOn(item) }));
}

interface JudgeOptions<T> {
  readonly floor: number;
  readonly limit: number;
  /** Whether the first would only say again what the second says. */
  readonly repeats: (item: T, before: T) => boolean;
}
