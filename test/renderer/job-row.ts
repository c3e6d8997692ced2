import type { JobRow } from '../../src/shared/job.ts';

/** A row of the list of jobs: one that waits, but for these changes. */
export const aRow = (changes: Partial<JobRow> = {}): JobRow => ({
  id: 'a',
  kind: 'sample',
  state: 'waiting',
  window: 'now',
  runAt: 0,
  attempt: 0,
  maxAttempts: 3,
  waitsFor: null,
  lastError: null,
  progress: null,
  result: null,
  costUsd: 0,
  createdAt: 1,
  startedAt: null,
  finishedAt: null,
  ...changes,
});
