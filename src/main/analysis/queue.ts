import type { AnalysisStanding, ClientAnalysis } from '../../shared/analysis.ts';
import type { Conversation } from '../../shared/conversation.ts';
import { findLastAnalysis, isAnalysed } from '../db/analyses.ts';
import { findJobByKey, releaseDependents } from '../db/client-jobs.ts';
import { listConversations } from '../db/conversations.ts';
import type { Db } from '../db/db.ts';
import { readSaid } from '../db/messages.ts';
import { enqueue, type JobWish } from '../jobs/queue.ts';
import { contentHash } from './content.ts';
import { analyseSpec, keyOf, type AnalysePayload } from './spec.ts';

/** After what a person waits for: a few minutes later is early enough. */
const PRIORITY = 7;

/**
 * Asks for the analysis of an ended conversation, in the caller's transaction. Null where there is nothing to ask for: it
 * is temporary, too little was said, or this content was analysed.
 */
export function queueAnalysis(
  db: Db,
  { clientId, id: conversationId, isTemporary }: Conversation,
  now: number,
  wish: Pick<JobWish<AnalysePayload>, 'window' | 'priority' | 'nightId'> = {},
): string | null {
  if (isTemporary) return null;
  const hash = contentHash(readSaid(db, clientId, conversationId));
  if (hash === null || isAnalysed(db, conversationId, hash)) return null;
  const payload = { clientId, conversationId, contentHash: hash };
  return enqueue(
    db,
    analyseSpec,
    { priority: PRIORITY, ...wish, payload, key: keyOf(payload), clientId },
    now,
  ).id;
}

/**
 * The job that is to analyse this conversation as it is now, where it is not over: it is wanted no more. What waits for it
 * goes on without it. The caller cancels it.
 */
export function unwantedAnalysis(
  db: Db,
  { clientId, id }: Pick<Conversation, 'clientId' | 'id'>,
): string | null {
  const hash = contentHash(readSaid(db, clientId, id));
  if (hash === null) return null;
  const job = findJobByKey(db, analyseSpec.name, keyOf({ conversationId: id, contentHash: hash }));
  if (job?.state !== 'waiting' && job?.state !== 'running') return null;
  releaseDependents(db, [job.id]);
  return job.id;
}

/** Where the analysis of a client's newest ended conversation stands. */
function analysisStanding(db: Db, clientId: string): AnalysisStanding {
  const newest = listConversations(db, clientId).findLast(({ endedAt }) => endedAt !== null);
  const nothing = { conversationId: newest?.id ?? null, jobId: null, waitsFor: null };
  if (!newest) return { ...nothing, state: 'none' };
  if (newest.isTemporary) return { ...nothing, state: 'temporary' };
  const hash = contentHash(readSaid(db, clientId, newest.id));
  if (hash === null) return { ...nothing, state: 'short' };
  if (isAnalysed(db, newest.id, hash)) return { ...nothing, state: 'done' };
  const job = findJobByKey(db, analyseSpec.name, keyOf({ conversationId: newest.id, contentHash: hash }));
  if (!job || job.state === 'cancelled') return { ...nothing, state: 'off' };
  return { ...nothing, state: job.state, jobId: job.id, waitsFor: job.waitsFor };
}

/** What the screen shows of a client's analyses. */
export function readClientAnalysis(db: Db, clientId: string): ClientAnalysis {
  return { standing: analysisStanding(db, clientId), last: findLastAnalysis(db, clientId) };
}
