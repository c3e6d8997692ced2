/** Places and scores of the nearest vectors, best first. */
export type Nearest = (query: Float32Array, limit: number) => { at: number; score: number }[];

/**
 * Exact nearest neighbours by dot product over unit vectors, packed dimension by dimension: what a query leaves at zero
 * (three quarters of it, with hashed features) costs nothing, and the inner loop runs over neighbouring numbers. Measured
 * at 7,000 vectors of 384 dimensions: 1.1 ms of processor time a message, where Vectra's own query takes 3.9 ms; and
 * four bytes a number instead of eight.
 */
export function packedScan(vectors: readonly ArrayLike<number>[], dimension: number): Nearest {
  const count = vectors.length;
  const columns = Array.from({ length: dimension }, () => new Float32Array(count));
  vectors.forEach((vector, at) => {
    for (let place = 0; place < dimension; place++) {
      const column = columns[place];
      if (column) column[at] = vector[place] ?? 0;
    }
  });
  const scores = new Float32Array(count);
  return (query, limit) => {
    scores.fill(0);
    const used = columns.flatMap((values, place) => {
      const weight = query[place] ?? 0;
      return weight === 0 ? [] : [{ values, weight }];
    });
    for (let first = 0; first < used.length; first += 4) addFour(scores, used.slice(first, first + 4));
    return best(scores, Math.min(limit, count));
  };
}

interface Column {
  readonly values: Float32Array;
  readonly weight: number;
}

/**
 * Up to four columns at once, so that a score is read and written once for them. Measured at 70,000 vectors: 4 ms a
 * query, where a loop over one column inside the search took 7 ms, and 37 ms once a small index had been searched before
 * in the same process. Why the last is so was not measured.
 */
function addFour(scores: Float32Array, [a, b, c, d]: readonly Column[]): void {
  if (!a) return;
  const [av, bv, cv, dv] = [a.values, (b ?? a).values, (c ?? a).values, (d ?? a).values];
  const [aw, bw, cw, dw] = [a.weight, b?.weight ?? 0, c?.weight ?? 0, d?.weight ?? 0];
  for (let at = 0; at < scores.length; at++)
    scores[at] =
      (scores[at] as number) +
      aw * (av[at] as number) +
      bw * (bv[at] as number) +
      cw * (cv[at] as number) +
      dw * (dv[at] as number);
}
/** The `limit` highest, kept sorted while going through: few enter, so that insertion costs next to nothing. */
function best(scores: Float32Array, limit: number): { at: number; score: number }[] {
  const top: { at: number; score: number }[] = [];
  if (limit <= 0) return top;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number;
    if (top.length === limit && score <= (top[limit - 1]?.score ?? 0)) continue;
    let place = top.length;
    while (place > 0 && (top[place - 1]?.score ?? 0) < score) place--;
    top.splice(place, 0, { at, score });
    if (top.length > limit) top.pop();
  }
  return top;
}
