import { createStore } from 'zustand/vanilla';
import type { JobDetails, JobRow, JobsOverview, JobState } from '../../shared/job.ts';

export interface JobsArea {
  /** Null until it was read. */
  readonly overview: JobsOverview | null;
  /** The list that is shown, and of which kind; null = of every kind. */
  readonly state: JobState;
  readonly kind: string | null;
  readonly rows: readonly JobRow[];
  readonly hasMore: boolean;
  /** The list was read at least once; before, an empty one means nothing. */
  readonly isLoaded: boolean;
  readonly selectedId: string | null;
  /** Of the selected job; null until they were read. */
  readonly details: JobDetails | null;
}

export const createJobsStore = () =>
  createStore<JobsArea>(() => ({
    overview: null,
    state: 'waiting',
    kind: null,
    rows: [],
    hasMore: false,
    isLoaded: false,
    selectedId: null,
    details: null,
  }));

/** How many jobs are in a state, of one kind or of every. */
export function countOf(overview: JobsOverview | null, state: JobState | null, kind: string | null): number {
  return (overview?.counts ?? [])
    .filter((count) => (state === null || count.state === state) && (kind === null || count.kind === kind))
    .reduce((sum, { n }) => sum + n, 0);
}

const isNewer = (a: JobRow, b: JobRow) =>
  a.createdAt === b.createdAt ? a.id > b.id : a.createdAt > b.createdAt;

/** The shown list after these jobs changed: those that belong to it stand in their place, the others leave it. */
export function mergeRows(
  { rows, state, kind, hasMore }: Pick<JobsArea, 'rows' | 'state' | 'kind' | 'hasMore'>,
  changed: readonly JobRow[],
): readonly JobRow[] {
  const changes = new Map(changed.map((row) => [row.id, row]));
  const oldest = rows.at(-1);
  const belongs = (row: JobRow) =>
    row.state === state &&
    (kind === null || row.kind === kind) &&
    // Older ones come with the page they are on.
    (!hasMore || oldest === undefined || row.id === oldest.id || isNewer(row, oldest));
  const kept = rows.flatMap((row) => {
    const now = changes.get(row.id);
    changes.delete(row.id);
    return now === undefined ? [row] : belongs(now) ? [now] : [];
  });
  const added = [...changes.values()].filter(belongs);
  if (added.length === 0) return kept;
  return [...kept, ...added].sort((a, b) => (isNewer(a, b) ? -1 : 1));
}
