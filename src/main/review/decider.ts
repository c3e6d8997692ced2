import type { ReviewEdit, ReviewVerdict } from '../../shared/review.ts';
import type { Db } from '../db/db.ts';
import type { StandingDecision } from '../db/review-decisions.ts';

/** What a decision made of a thing: written down so that it can be taken back. */
interface Decided {
  readonly clientId: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

/** How things of one kind are decided about. Called within a transaction. */
export interface Decider {
  /** Null: it does not wait any more. Throws DeskError where it cannot be approved, for example with what was edited. */
  approve(db: Db, id: string, edit: ReviewEdit | null, now: number): Decided | null;
  /** What is rejected is kept, so that it does not come back. */
  reject(db: Db, id: string, why: Pick<ReviewVerdict, 'reason' | 'note'>, now: number): Decided | null;
  /** Takes out of use what is in use; null: it is not. Left out: its kind is taken back elsewhere. */
  withdraw?(db: Db, id: string, now: number): Decided | null;
  /** False: somebody changed it since, so it stays as it is. */
  undo(db: Db, decision: StandingDecision, now: number): boolean;
}

/** Whether two states are the same as they are written down. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
