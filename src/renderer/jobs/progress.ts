import type { JobRow } from '../../shared/job.ts';

export interface Progress {
  readonly done: number;
  readonly of: number;
  /** At what it is; null where its kind does not say. */
  readonly now: string | null;
}

const isAmount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** How far a job is, where its kind says that in numbers. */
export function progressOf({ progress }: Pick<JobRow, 'progress'>): Progress | null {
  if (typeof progress !== 'object' || progress === null) return null;
  const { done, of, now } = progress as { done?: unknown; of?: unknown; now?: unknown };
  return isAmount(done) && isAmount(of) && of > 0
    ? { done: Math.min(done, of), of, now: typeof now === 'string' ? now : null }
    : null;
}
