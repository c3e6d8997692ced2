import type { Emit } from '../../shared/events.ts';
import {
  mostAtOnce,
  type NearestInsight,
  type ReviewCounts,
  type ReviewItem,
  type ReviewOutcome,
  type ReviewRef,
  type ReviewUndone,
  type ReviewVerdict,
} from '../../shared/review.ts';
import { SECOND } from '../../shared/time.ts';
import { readInsight } from '../db/insights.ts';
import { countQueue, listRefs, pageOfQueue, type QueueFilter, type QueuePage } from '../db/review-queue.ts';
import type { Novelty } from '../knowledge/generate/novelty.ts';
import { decide, undoBatch, withdraw, type DecideParts } from './decide.ts';

interface ReviewParts extends Omit<DecideParts, 'onClient'> {
  readonly emit: Emit;
  readonly novelty: Pick<Novelty, 'nearestTo'>;
  /** The index and whoever shows memory follow. */
  readonly onDecided: () => void;
}

/** Everything that waits for a person. */
export interface Review {
  counts(): ReviewCounts;
  list(page: QueuePage): { items: ReviewItem[]; hasMore: boolean };
  refs(filter: QueueFilter): ReviewRef[];
  /** Undefined in the result never; null where nothing is near, or the insight is gone. */
  nearest(insightId: string): Promise<NearestInsight | null>;
  decide(refs: readonly ReviewRef[], verdict: ReviewVerdict): Promise<ReviewOutcome>;
  /** Takes out of use what is in use already. */
  withdraw(ref: ReviewRef): Promise<ReviewOutcome>;
  /** Null = the last decision that stands. */
  undo(batchId: string | null): Promise<ReviewUndone>;
  /** Something may have come or gone: the screen is told if it has. */
  look(): void;
  close(): void;
}

const LOOK_MS = SECOND / 4;

/** Opens the queue of all that waits for a person. */
export function openReview(parts: ReviewParts): Review {
  const { db, emit, novelty, onDecided } = parts;
  let told = '';
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;
  const tell = (isSure: boolean): void => {
    const counts = countQueue(db);
    const now = JSON.stringify(counts);
    if (now === told && !isSure) return;
    told = now;
    emit('review:changed', counts);
  };
  const clients = new Set<string>();
  const deciding = { db, clock: parts.clock, onClient: (clientId: string) => void clients.add(clientId) };
  const after = async <T>(result: Promise<T>): Promise<T> => {
    try {
      return await result;
    } finally {
      onDecided();
      for (const clientId of clients) emit('memory:changed', { clientId });
      clients.clear();
      tell(true);
    }
  };
  return {
    counts: () => countQueue(db),
    list: (page) => pageOfQueue(db, page),
    refs: (filter) => listRefs(db, filter, mostAtOnce),
    nearest: async (insightId) => {
      const insight = readInsight(db, insightId);
      const near = insight ? await novelty.nearestTo(insight) : null;
      const found = near && readInsight(db, near.id);
      return found ? { id: found.id, text: found.text, status: found.status, nearness: near.nearness } : null;
    },
    decide: (refs, verdict) => after(decide(deciding, refs, verdict)),
    withdraw: (ref) => after(Promise.resolve(withdraw(deciding, ref))),
    undo: (batchId) => after(undoBatch(deciding, batchId)),
    look: () => {
      // A job may end after this was closed.
      if (isClosed) return;
      timer ??= setTimeout(() => {
        timer = null;
        tell(false);
      }, LOOK_MS).unref();
    },
    close: () => {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
