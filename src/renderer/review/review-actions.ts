import type { ReviewCounts, ReviewItem, ReviewKind, ReviewRef, ReviewVerdict } from '../../shared/review.ts';
import { ask } from '../desk/ask.ts';
import type { Desk } from '../desk/desk.ts';
import { currentAfter, currentOf, unreadList, type ReviewArea } from './review-store.ts';

const PAGE = 100;
/** Longest list that is read in one go. */
const LONGEST = 500;
/** So many rows before the end of what is read, the next ones are. */
const AHEAD = 20;
/** Refs of one request at most. */
const MOST = 5_000;

export async function readCounts(desk: Desk): Promise<void> {
  const counts = await ask(desk, 'review:counts', undefined);
  if (counts !== null) desk.review.setState({ counts });
}

/** Something came or was decided, here or elsewhere. */
export function applyCounts(desk: Desk, counts: ReviewCounts): void {
  desk.review.setState({ counts });
  if (desk.review.getState().isLoaded) void readQueue(desk);
}

const isSameList = (one: ReviewArea, other: ReviewArea) =>
  one.kind === other.kind && one.reason === other.reason;

/** Reads the list from its beginning, as far as it was read. */
export async function readQueue(desk: Desk): Promise<void> {
  const before = desk.review.getState();
  const { kind, reason, items } = before;
  const limit = Math.min(LONGEST, Math.max(PAGE, items.length));
  const page = await ask(desk, 'review:list', { kind, reason, before: null, limit });
  const now = desk.review.getState();
  // Another list was chosen meanwhile.
  if (page === null || !isSameList(before, now)) return;
  show(desk, page);
}

/** The list as it is now; the current item stays, or the one that took its place becomes it. */
function show(desk: Desk, page: { readonly items: readonly ReviewItem[]; readonly hasMore: boolean }): void {
  const area = desk.review.getState();
  const currentId = currentAfter(area, page.items);
  const isOther = currentId !== area.currentId;
  desk.review.setState({ ...page, isLoaded: true, currentId, ...(isOther && { doing: 'reading' as const }) });
  if (isOther) void readNearest(desk);
}

export async function readMore(desk: Desk): Promise<void> {
  const before = desk.review.getState();
  const last = before.items.at(-1);
  if (!before.hasMore || last === undefined) return;
  const { kind, reason } = before;
  const page = await ask(desk, 'review:list', {
    kind,
    reason,
    before: { createdAt: last.createdAt, id: last.id },
    limit: PAGE,
  });
  const now = desk.review.getState();
  if (page === null || !isSameList(before, now)) return;
  const known = new Set(now.items.map(({ id }) => id));
  const more = page.items.filter(({ id }) => !known.has(id));
  desk.review.setState({ items: [...now.items, ...more], hasMore: page.hasMore });
}

/** Shows another list. */
export async function chooseQueue(
  desk: Desk,
  patch: { readonly kind?: ReviewKind | null; readonly reason?: string | null },
): Promise<void> {
  desk.review.setState({ ...patch, ...unreadList });
  await readQueue(desk);
}

export function setCurrent(desk: Desk, itemId: string): void {
  const { currentId, items } = desk.review.getState();
  if (currentId === itemId) return;
  desk.review.setState({ currentId: itemId, doing: 'reading' });
  void readNearest(desk);
  if (items.length - items.findIndex(({ id }) => id === itemId) < AHEAD) void readMore(desk);
}

/** The one so many places further down, or up. */
export function step(desk: Desk, by: number): void {
  const { items, currentId } = desk.review.getState();
  const at = items.findIndex(({ id }) => id === currentId);
  const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
  if (next !== undefined) setCurrent(desk, next.id);
}

async function readNearest(desk: Desk): Promise<void> {
  const area = desk.review.getState();
  const item = currentOf(area);
  if (item?.kind !== 'insight' || item.id in area.nearest) return;
  const nearest = await ask(desk, 'review:nearest', { insightId: item.id });
  desk.review.setState({ nearest: { ...desk.review.getState().nearest, [item.id]: nearest } });
}

export function toggleChosen(desk: Desk, { kind, id }: ReviewRef): void {
  const chosen = new Map(desk.review.getState().chosen);
  if (!chosen.delete(id)) chosen.set(id, { kind, id });
  desk.review.setState({ chosen, doing: 'reading' });
}

/** Everything the list shows or would show: of its kind and reason. */
export async function chooseAll(desk: Desk): Promise<void> {
  const before = desk.review.getState();
  const refs = await ask(desk, 'review:refs', { kind: before.kind, reason: before.reason });
  if (refs === null || !isSameList(before, desk.review.getState())) return;
  desk.review.setState({ chosen: new Map(refs.map((ref) => [ref.id, ref])), doing: 'reading' });
}

export const chooseNone = (desk: Desk) => desk.review.setState({ chosen: new Map(), doing: 'reading' });

/** What a decision is about: the chosen ones, else the current one. */
function subjects(area: ReviewArea): ReviewRef[] {
  if (area.chosen.size > 0) return [...area.chosen.values()].slice(0, MOST);
  const current = currentOf(area);
  return current === null ? [] : [{ kind: current.kind, id: current.id }];
}

/** Begins to edit the current one, or to say why something is rejected. Nothing where there is nothing to do it with. */
export function begin(desk: Desk, doing: 'editing' | 'rejecting'): void {
  const area = desk.review.getState();
  if (doing === 'editing' && area.chosen.size > 0) return;
  if (subjects(area).length > 0) desk.review.setState({ doing, isOpen: true });
}

export const stopDoing = (desk: Desk) => desk.review.setState({ doing: 'reading' });

/** Approves as it is, or as it was edited. */
export const approve = (desk: Desk, edit: ReviewVerdict['edit'] = null) =>
  decide(desk, { decision: 'approve', reason: null, note: null, edit });

export const reject = (desk: Desk, reason: ReviewVerdict['reason'], note: string | null) =>
  decide(desk, { decision: 'reject', reason, note, edit: null });

async function decide(desk: Desk, verdict: ReviewVerdict): Promise<void> {
  const items = subjects(desk.review.getState());
  if (items.length === 0) return;
  const outcome = await ask(desk, 'review:decide', { items, verdict });
  if (outcome === null) return;
  const gone = new Set(items.map(({ id }) => id));
  const area = desk.review.getState();
  desk.review.setState({ chosen: new Map(), doing: 'reading' });
  // What could not be decided comes back with the list that is read anew.
  show(desk, { items: area.items.filter(({ id }) => !gone.has(id)), hasMore: area.hasMore });
  if (outcome.problem !== null || outcome.skipped > 0) await readQueue(desk);
  if (outcome.problem !== null) desk.tell({ kind: 'error', code: 'conflict', message: outcome.problem });
  const { batchId, decided } = outcome;
  if (batchId === null) return;
  const what = verdict.decision === 'approve' ? 'review_approved' : 'review_rejected';
  desk.tell({ kind: 'undo', what, count: decided, undo: () => void undo(desk, batchId) });
}

/** Takes back a decision; null = the last one. */
export async function undo(desk: Desk, batchId: string | null = null): Promise<void> {
  const outcome = await ask(desk, 'review:undo', { batchId });
  if (outcome === null) return;
  await readQueue(desk);
  if (outcome.kept > 0) desk.tell({ kind: 'done', what: 'review_kept' });
  else if (outcome.undone > 0) desk.tell({ kind: 'done', what: 'review_undone' });
}
