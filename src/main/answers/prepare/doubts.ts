import type { PreparedAnswer } from '../../../shared/answer.ts';
import { namesOf } from '../../../shared/client.ts';
import type { Language } from '../../../shared/language.ts';
import { listDoubts, listTold } from '../../db/answer-doubts.ts';
import { readClient } from '../../db/clients.ts';
import type { Db } from '../../db/db.ts';
import { findReplyOwner, readReply } from '../../db/replies.ts';
import { openRedaction } from '../../privacy/redaction.ts';

/** An answer that was found wrong, and why. */
export interface ToldDoubt {
  readonly text: string;
  readonly why: string;
}

const plainly = {
  mark: 'A consultant found that it did not answer what was asked.',
  check: 'A check found that it did not answer what was asked.',
} as const;

/**
 * What a model is told of the doubted answers of a question. A reason goes out only with a job that is known to tell it
 * (see `allowTelling`), and what in it leads to a person is hidden.
 */
export function doubtsToTell(
  db: Db,
  job: { readonly id: string; readonly payload: { readonly intentId: string; readonly language: Language } },
  answers: readonly PreparedAnswer[],
): ToldDoubt[] {
  const { intentId, language } = job.payload;
  const mayTell = listTold(db, job.id);
  const textOf = new Map(answers.map(({ id, text }) => [id, text]));
  return listDoubts(db, intentId, language).flatMap(({ answerId, replyId, by }) => {
    const text = textOf.get(answerId);
    if (text === undefined) return [];
    const reason = replyId !== null && mayTell.has(replyId) ? reasonOf(db, replyId) : null;
    return [{ text, why: [plainly[by], ...(reason === null ? [] : [reason])].join(' ') }];
  });
}

function reasonOf(db: Db, replyId: string): string | null {
  const clientId = findReplyOwner(db, replyId);
  const reason = readReply(db, clientId, replyId).verdict?.reason ?? null;
  if (reason === null) return null;
  return openRedaction({ names: namesOf(readClient(db, clientId)) }).hide(reason);
}
