import { allowTelling } from '../../db/answer-doubts.ts';
import { giveNeeds } from '../../db/answer-needs.ts';
import type { Db } from '../../db/db.ts';
import { enqueue, type JobWish } from '../../jobs/queue.ts';
import { keyOf, prepareSpec, type PreparePayload } from './spec.ts';

/** How a job for answers is to be done, beside what it is. */
export type AskWish = Pick<JobWish<PreparePayload>, 'priority' | 'window' | 'nightId'>;

/** Chats and the operator's own jobs go first. */
const asAWhole: AskWish = { priority: 6 };

/**
 * Asks for the answers of a question in a language; a job that is on its way already stands for it. It is to look at all
 * that is wanted of the question now, and may tell what was wrong with its doubted answers. Call in a transaction.
 */
export function askForAnswers(
  db: Db,
  payload: PreparePayload,
  now: number,
  wish: AskWish = asAWhole,
): { readonly id: string; readonly isNew: boolean } {
  const job = enqueue(db, prepareSpec, { ...wish, payload, key: keyOf(payload) }, now);
  giveNeeds(db, payload, job.id);
  allowTelling(db, job.id, payload.intentId, payload.language);
  return job;
}
