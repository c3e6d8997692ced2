/** The mean, rounded to four digits; null of nothing: a figure that does not apply. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return round(values.reduce((sum, value) => sum + value, 0) / values.length, 4);
}

/** The share of values that are true; null of nothing. */
export function share(values: readonly boolean[]): number | null {
  return mean(values.map(Number));
}

/** The smallest value that `part` (0..1) of the values do not exceed; null of nothing. */
export function percentile(values: readonly number[], part: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  return round(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0, 3);
}

/** The same figures for each value that `nameOf` gives, in order of name; rows without one are in none. */
export function figuresBy<T, F>(
  rows: readonly T[],
  nameOf: (row: T) => string | null,
  figuresOf: (rows: readonly T[]) => F,
): Readonly<Record<string, F>> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = nameOf(row);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const byName = [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(byName.map(([name, members]) => [name, figuresOf(members)]));
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
