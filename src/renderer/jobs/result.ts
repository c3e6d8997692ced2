import type { JobRow } from '../../shared/job.ts';

/** What came of a job, where its kind says it: how much was taken, and why the rest was not. */
export interface Result {
  readonly taken: number;
  readonly rejected: number;
  /** How many of each reason. */
  readonly reasons: readonly (readonly [reason: string, n: number])[];
  /** Why there was nothing to do; null where there was. */
  readonly because: string | null;
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);

/** Null where its kind does not say it so. */
export function resultOf({ result }: Pick<JobRow, 'result'>): Result | null {
  if (typeof result !== 'object' || result === null) return null;
  const { taken, rejected, reasons, because } = result as Partial<Record<string, unknown>>;
  if (!isCount(taken) || !isCount(rejected)) return null;
  const counted = typeof reasons === 'object' && reasons !== null ? Object.entries(reasons) : [];
  return {
    taken,
    rejected,
    reasons: counted.filter((entry): entry is [string, number] => isCount(entry[1])),
    because: typeof because === 'string' ? because : null,
  };
}
