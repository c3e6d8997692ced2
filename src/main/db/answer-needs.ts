import type { AnswerNeedReason } from '../../shared/preparation.ts';
import type { Formality } from '../../shared/client.ts';
import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** One answer that is wanted anew. */
export interface AnswerNeed {
  /** Later ones have a higher one. */
  readonly seq: number;
  readonly formality: Formality;
  readonly reason: AnswerNeedReason;
}

interface Question {
  readonly intentId: string;
  readonly language: Language;
}

/** Facts whose end of validity has passed since this was asked last: the answers that stand on them are wanted anew. */
export function noteExpired(db: Db, now: number): void {
  const isNew = 'valid_until < ? AND expiry_noted IS NOT valid_until';
  if (statement<[number]>(db, `SELECT 1 FROM house_facts WHERE ${isNew} LIMIT 1`).get(now) === undefined)
    return;
  db.transaction(() => {
    statement<[number]>(
      db,
      `INSERT INTO answer_needs (intent_id, language, formality, reason)
         SELECT a.intent_id, a.language, a.formality, 'expired' FROM prepared_answers AS a
         WHERE a.status IN ('live', 'review') AND a.id IN (SELECT p.prepared_answer_id
           FROM prepared_answer_facts AS p JOIN house_facts AS f ON f.id = p.house_fact_id WHERE f.${isNew})
         ORDER BY a.rowid`,
    ).run(now);
    statement<[number]>(db, `UPDATE house_facts SET expiry_noted = valid_until WHERE ${isNew}`).run(now);
  }).immediate();
}

/**
 * Questions of which answers are wanted that no job is to look at: it was not asked for one, or the one that was had
 * looked before. A job that failed or was cancelled is for a person to try again.
 */
export function listUnaskedNeeds(db: Db): (Question & { readonly intent: string })[] {
  return statement<[], Question & { intent: string }>(
    db,
    `SELECT n.intent_id AS intentId, n.language, i.slug AS intent
       FROM answer_needs AS n JOIN intents AS i ON i.id = n.intent_id LEFT JOIN jobs AS j ON j.id = n.job_id
       WHERE i.is_enabled = 1 AND (n.job_id IS NULL OR j.state = 'done')
       GROUP BY n.intent_id, n.language ORDER BY min(n.seq)`,
  ).all();
}

/** What is wanted of a question, oldest first. */
export function listNeeds(db: Db, { intentId, language }: Question): AnswerNeed[] {
  return statement<[string, Language], AnswerNeed>(
    db,
    'SELECT seq, formality, reason FROM answer_needs WHERE intent_id = ? AND language = ? ORDER BY seq',
  ).all(intentId, language);
}

/** Questions that are asked in words which none of their answers knows, as `intentId/language`. */
export function listReworded(db: Db): ReadonlySet<string> {
  const rows = statement<[], { question: string }>(
    db,
    `SELECT DISTINCT intent_id || '/' || language AS question FROM answer_needs WHERE reason = 'variation'`,
  ).all();
  return new Set(rows.map(({ question }) => question));
}

/** A job is to look at everything that is wanted of a question now. */
export function giveNeeds(db: Db, { intentId, language }: Question, jobId: string): void {
  statement<[string, string, Language]>(
    db,
    'UPDATE answer_needs SET job_id = ? WHERE intent_id = ? AND language = ?',
  ).run(jobId, intentId, language);
}

/** What was wanted up to `seq` is seen to. */
export function endNeeds(db: Db, { intentId, language }: Question, seq: number): void {
  statement<[string, Language, number]>(
    db,
    'DELETE FROM answer_needs WHERE intent_id = ? AND language = ? AND seq <= ?',
  ).run(intentId, language, seq);
}
