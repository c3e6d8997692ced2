import { setImmediate as nextTurn } from 'node:timers/promises';
import { DeskError } from '../../shared/fault.ts';
import type {
  ReviewKind,
  ReviewOutcome,
  ReviewRef,
  ReviewUndone,
  ReviewVerdict,
} from '../../shared/review.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { newId } from '../db/id.ts';
import { insertDecision, lastBatch, listStanding, markUndone } from '../db/review-decisions.ts';
import { decideAnswer } from './answer.ts';
import type { Decider } from './decider.ts';
import { decideInsight } from './insight.ts';
import { decideMemory } from './memory.ts';
import { decideQuestion, decideVariation } from './proposal.ts';

export interface DecideParts {
  readonly db: Db;
  readonly clock: Clock;
  /** The memory of a client changed, or what waits for it. */
  readonly onClient?: (clientId: string) => void;
}

const deciders: Readonly<Record<ReviewKind, Decider>> = {
  insight: decideInsight,
  answer: decideAnswer,
  jiwa: decideMemory,
  fact: decideMemory,
  variation: decideVariation,
  question: decideQuestion,
};

/** Decided in one transaction; everything else gets its turn after that. */
const perTurn = 25;

/**
 * Decides about things that wait. What does not wait any more is skipped; what cannot be decided is skipped in a bulk, and
 * thrown as DeskError where it is the only one. All of it is one batch, to be taken back together.
 */
export async function decide(
  parts: DecideParts,
  refs: readonly ReviewRef[],
  verdict: ReviewVerdict,
): Promise<ReviewOutcome> {
  const batchId = newId();
  let decided = 0;
  let problem: string | null = null;
  await inTurns(parts.db, refs, (ref) => {
    try {
      // A transaction of its own within the other: what one has written when it is refused is gone.
      if (parts.db.transaction(() => decideOne(parts, batchId, ref, verdict))()) decided += 1;
    } catch (error) {
      if (!(error instanceof DeskError) || refs.length === 1) throw error;
      problem ??= error.message;
    }
  });
  return { batchId: decided > 0 ? batchId : null, decided, skipped: refs.length - decided, problem };
}

function decideOne(
  { db, clock, onClient }: DecideParts,
  batchId: string,
  { kind, id }: ReviewRef,
  { decision, reason, note, edit }: ReviewVerdict,
): boolean {
  const decider = deciders[kind];
  const now = clock.now();
  const isRejected = decision === 'reject';
  const why = isRejected ? { reason, note: note?.trim() || null } : { reason: null, note: null };
  const decided = isRejected ? decider.reject(db, id, why, now) : decider.approve(db, id, edit, now);
  if (decided === null) return false;
  if (decided.clientId !== null) onClient?.(decided.clientId);
  insertDecision(db, { batchId, kind, itemId: id, decision, ...why, ...decided }, now);
  return true;
}

/** Takes out of use what is in use already, as if it had been rejected; it can be taken back as any decision. */
export function withdraw({ db, clock }: DecideParts, { kind, id }: ReviewRef): ReviewOutcome {
  const batchId = newId();
  const now = clock.now();
  const isDone = db
    .transaction(() => {
      const decided = deciders[kind].withdraw?.(db, id, now) ?? null;
      if (decided === null) return false;
      const why = { decision: 'reject', reason: null, note: null } as const;
      insertDecision(db, { batchId, kind, itemId: id, ...why, ...decided }, now);
      return true;
    })
    .immediate();
  return {
    batchId: isDone ? batchId : null,
    decided: isDone ? 1 : 0,
    skipped: isDone ? 0 : 1,
    problem: null,
  };
}

/** Takes back a batch, or the last one. What somebody changed since stays as it is. */
export async function undoBatch(
  { db, clock, onClient }: DecideParts,
  wanted: string | null,
): Promise<ReviewUndone> {
  const batchId = wanted ?? lastBatch(db);
  const standing = batchId === null ? [] : listStanding(db, batchId);
  let undone = 0;
  await inTurns(db, standing, (decision) => {
    if (deciders[decision.kind].undo(db, decision, clock.now())) undone += 1;
    if (decision.clientId !== null) onClient?.(decision.clientId);
    markUndone(db, decision.seq, clock.now());
  });
  return { undone, kept: standing.length - undone };
}

async function inTurns<T>(db: Db, all: readonly T[], act: (one: T) => void): Promise<void> {
  for (let start = 0; start < all.length; start += perTurn) {
    const some = all.slice(start, start + perTurn);
    db.transaction(() => some.forEach(act)).immediate();
    await nextTurn();
  }
}
