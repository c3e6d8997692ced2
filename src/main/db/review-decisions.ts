import type { ReviewKind } from '../../shared/review.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** What somebody decided about one thing that waited. */
export interface Decision {
  readonly batchId: string;
  readonly kind: ReviewKind;
  readonly itemId: string;
  readonly clientId: string | null;
  readonly decision: 'approve' | 'reject';
  readonly reason: string | null;
  readonly note: string | null;
  /** What the thing was, and what it became, as its kind writes it down; null where its kind keeps that itself. */
  readonly before: unknown;
  readonly after: unknown;
}

export interface StandingDecision extends Decision {
  readonly seq: number;
}

export function insertDecision(db: Db, decision: Decision, now: number): void {
  statement<[object]>(
    db,
    `INSERT INTO review_decisions (batch_id, kind, item_id, client_id, decision, reason, note, before, after, decided_at)
       VALUES (@batchId, @kind, @itemId, @clientId, @decision, @reason, @note, @before, @after, @now)`,
  ).run({ ...decision, before: toJson(decision.before), after: toJson(decision.after), now });
}

const toJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
const parse = (json: string | null): unknown => (json === null ? null : JSON.parse(json));

/** The newest batch that has not been taken back; null when there is none. */
export function lastBatch(db: Db): string | null {
  const row = statement<[], { batchId: string }>(
    db,
    'SELECT batch_id AS batchId FROM review_decisions WHERE undone_at IS NULL ORDER BY seq DESC LIMIT 1',
  ).get();
  return row?.batchId ?? null;
}

export const hasStandingDecision = (db: Db): boolean => lastBatch(db) !== null;

type Row = Omit<StandingDecision, 'before' | 'after'> & {
  readonly before: string | null;
  readonly after: string | null;
};

/** What stands of a batch, the newest first. */
export function listStanding(db: Db, batchId: string): StandingDecision[] {
  return statement<[string], Row>(
    db,
    `SELECT seq, batch_id AS batchId, kind, item_id AS itemId, client_id AS clientId, decision, reason, note, before, after
       FROM review_decisions WHERE batch_id = ? AND undone_at IS NULL ORDER BY seq DESC`,
  )
    .all(batchId)
    .map((row) => ({ ...row, before: parse(row.before), after: parse(row.after) }));
}

/** Not looked at again, whether it could be taken back or not. */
export function markUndone(db: Db, seq: number, now: number): void {
  statement<[number, number]>(db, 'UPDATE review_decisions SET undone_at = ? WHERE seq = ?').run(now, seq);
}
