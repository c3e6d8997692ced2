import { createStore } from 'zustand/vanilla';
import type { NearestInsight, ReviewCounts, ReviewItem, ReviewKind, ReviewRef } from '../../shared/review.ts';

export interface ReviewArea {
  /** Null until they were read. */
  readonly counts: ReviewCounts | null;
  /** What the list shows; null = every kind, every reason. */
  readonly kind: ReviewKind | null;
  readonly reason: string | null;
  readonly items: readonly ReviewItem[];
  readonly hasMore: boolean;
  /** The list was read at least once; before, an empty one means nothing. */
  readonly isLoaded: boolean;
  /** The item whose details are shown. */
  readonly currentId: string | null;
  /** Chosen for deciding about them together, by id; also such that no page holds yet. */
  readonly chosen: ReadonlyMap<string, ReviewRef>;
  /** What is being done with the current one, or with the chosen ones. */
  readonly doing: 'reading' | 'editing' | 'rejecting';
  /** On a narrow window the details lie over the list. */
  readonly isOpen: boolean;
  /** The nearest existing insight, by the insight that waits; null = there is none. */
  readonly nearest: Readonly<Record<string, NearestInsight | null>>;
}

/** A list of which nothing was read yet. */
export const unreadList = {
  items: [],
  hasMore: false,
  isLoaded: false,
  currentId: null,
  chosen: new Map(),
  doing: 'reading',
} as const satisfies Partial<ReviewArea>;

const empty: ReviewArea = {
  counts: null,
  kind: null,
  reason: null,
  ...unreadList,
  isOpen: false,
  nearest: {},
};

export const createReviewStore = () => createStore<ReviewArea>(() => empty);

/** The item whose details are shown; null when there is none. */
export function currentOf({ items, currentId }: Pick<ReviewArea, 'items' | 'currentId'>): ReviewItem | null {
  return items.find(({ id }) => id === currentId) ?? null;
}

/** What waits of a kind and for a reason; null = any. */
export function countOf(counts: ReviewCounts | null, kind: ReviewKind | null, reason: string | null): number {
  return (counts?.groups ?? [])
    .filter((one) => (kind === null || one.kind === kind) && (reason === null || one.reason === reason))
    .reduce((sum, { n }) => sum + n, 0);
}

/** Which one is current when the list changes: the same, else the one that took its place, else the last. */
export function currentAfter(
  before: Pick<ReviewArea, 'items' | 'currentId'>,
  items: readonly ReviewItem[],
): string | null {
  if (items.some(({ id }) => id === before.currentId)) return before.currentId;
  const at = before.items.findIndex(({ id }) => id === before.currentId);
  const kept = new Set(items.map(({ id }) => id));
  const following = before.items.slice(Math.max(at, 0)).find(({ id }) => kept.has(id));
  return following?.id ?? (at < 0 ? items[0] : items.at(-1))?.id ?? null;
}
