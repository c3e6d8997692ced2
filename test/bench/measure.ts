/** One line of the table. Quantiles are of the samples, in `unit`. */
export interface Row {
  readonly what: string;
  readonly unit: 'ms' | 'MB' | 'times' | 'tokens' | '%' | 'USD';
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** Measured in the same run; the ratio of the medians is what to compare between machines. */
  readonly reference: { readonly what: string; readonly p50: number } | null;
  readonly limit: Limit | null;
}

interface Limit {
  readonly of: 'p50' | 'p95' | 'max' | 'ratio';
  readonly atMost: number;
}

export interface Measure {
  /** For `--only`. */
  readonly name: string;
  readonly title: string;
  /** True where it starts the real Electron, which needs a display. */
  readonly needsElectron?: boolean;
  /** Works in folders of its own and leaves nothing behind. */
  run(): Promise<Row[]>;
}

interface RowParts {
  readonly unit?: Row['unit'];
  readonly limit?: Limit;
  readonly reference?: { readonly what: string; readonly samples: readonly number[] };
}

/** Sums samples up. Throws when there are none: an empty measure is a mistake, not a fast product. */
export function toRow(what: string, samples: readonly number[], parts: RowParts = {}): Row {
  const { reference } = parts;
  return {
    what,
    unit: parts.unit ?? 'ms',
    n: samples.length,
    p50: quantile(samples, 0.5),
    p95: quantile(samples, 0.95),
    max: quantile(samples, 1),
    reference: reference ? { what: reference.what, p50: quantile(reference.samples, 0.5) } : null,
    limit: parts.limit ?? null,
  };
}

/** Median ÷ median of the reference; null without one. */
export function ratioOf({ p50, reference }: Row): number | null {
  return reference === null ? null : p50 / reference.p50;
}

/** Whether the row keeps its limit; null where none is stated. */
export function keepsLimit(row: Row): boolean | null {
  if (row.limit === null) return null;
  const measured = row.limit.of === 'ratio' ? ratioOf(row) : row[row.limit.of];
  return measured !== null && measured <= row.limit.atMost;
}

/** Interpolated between the two nearest samples. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('There are no samples.');
  const sorted = samples.toSorted((left, right) => left - right);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}
