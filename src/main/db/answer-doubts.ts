import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

// The newest label that speaks of an answer as it is today, where a person or the check said outright that it was wrong.
const DOUBT = `
  SELECT a.id AS answerId, s.message_id AS replyId, s.label_by AS by
  FROM prepared_answers AS a JOIN served_answers AS s ON s.id = (
    SELECT id FROM served_answers WHERE prepared_answer_id = a.id AND label IS NOT NULL AND is_current = 1
    ORDER BY id DESC LIMIT 1)
  WHERE s.label = 'wrong' AND s.label_by IN ('mark', 'check')`;

/** Answers of all intents, or of one, that were found wrong when they were looked at last. */
export function listDoubted(db: Db, intentId: string | null = null): ReadonlySet<string> {
  const rows =
    intentId === null
      ? statement<[], { answerId: string }>(db, DOUBT).all()
      : statement<[string], { answerId: string }>(db, `${DOUBT} AND a.intent_id = ?`).all(intentId);
  return new Set(rows.map(({ answerId }) => answerId));
}

/** An answer that was found wrong. */
interface Doubt {
  readonly answerId: string;
  /** The reply that it was served with; null once its client was forgotten. */
  readonly replyId: string | null;
  readonly by: 'mark' | 'check';
}

/** The doubted answers of a question. */
export function listDoubts(db: Db, intentId: string, language: Language): Doubt[] {
  return statement<[string, Language], Doubt>(
    db,
    `${DOUBT} AND a.intent_id = ? AND a.language = ? ORDER BY s.id`,
  ).all(intentId, language);
}

/**
 * Lets the request of a job tell what was wrong with the answers of a question that are doubted now. Who forgets a
 * client of theirs empties that request.
 */
export function allowTelling(db: Db, jobId: string, intentId: string, language: Language): void {
  const allow = statement<[string, string]>(
    db,
    'INSERT OR IGNORE INTO told_doubts (job_id, message_id) VALUES (?, ?)',
  );
  for (const { replyId } of listDoubts(db, intentId, language))
    if (replyId !== null) allow.run(jobId, replyId);
}

/** Replies of which the request of a job may tell what was wrong. */
export function listTold(db: Db, jobId: string): ReadonlySet<string> {
  const rows = statement<[string], { id: string }>(
    db,
    'SELECT message_id AS id FROM told_doubts WHERE job_id = ?',
  ).all(jobId);
  return new Set(rows.map(({ id }) => id));
}
