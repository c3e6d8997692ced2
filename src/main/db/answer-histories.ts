import type { AnswerHistory } from '../../shared/answer.ts';
import type { Language } from '../../shared/language.ts';
import { listDoubted } from './answer-doubts.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

type Row = Omit<AnswerHistory, 'facts' | 'labels' | 'isDoubted'>;

/** Every answer of an intent with where it comes from, what it stands on and how it fared, by language and register. */
export function listAnswerHistories(db: Db, intentId: string, now: number): AnswerHistory[] {
  const doubted = listDoubted(db, intentId);
  return statement<[string], Row>(
    db,
    `SELECT a.id, a.language, a.formality, a.text, a.status, a.source, a.model, a.prompt_version AS promptVersion,
         a.job_id AS jobId, a.created_at AS createdAt, a.updated_at AS updatedAt,
         (SELECT count(*) FROM served_answers WHERE prepared_answer_id = a.id) AS served,
         (SELECT max(served_at) FROM served_answers WHERE prepared_answer_id = a.id) AS servedAt
       FROM prepared_answers AS a WHERE a.intent_id = ?
       ORDER BY a.language, a.formality DESC, a.created_at, a.rowid`,
  )
    .all(intentId)
    .map((row) => ({
      ...row,
      facts: factsOf(db, row, now),
      labels: labelsOf(db, row.id),
      isDoubted: doubted.has(row.id),
    }));
}

const columnOf = { id: 'value_id', it: 'value_it', en: 'value_en' } as const satisfies Record<
  Language,
  string
>;

function factsOf(
  db: Db,
  { id, language }: Pick<Row, 'id' | 'language'>,
  now: number,
): AnswerHistory['facts'] {
  return statement<[string], { slug: string; value: string; validUntil: number | null }>(
    db,
    `SELECT f.slug, f.${columnOf[language]} AS value, f.valid_until AS validUntil
       FROM prepared_answer_facts AS p JOIN house_facts AS f ON f.id = p.house_fact_id
       WHERE p.prepared_answer_id = ? ORDER BY f.slug`,
  )
    .all(id)
    .map((fact) => ({ ...fact, isExpired: fact.validUntil !== null && fact.validUntil < now }));
}

/** Those that speak of the answer as it is today, the most frequent first. */
function labelsOf(db: Db, answerId: string): AnswerHistory['labels'] {
  return statement<[string], AnswerHistory['labels'][number]>(
    db,
    `SELECT label, label_by AS "by", count(*) AS n FROM served_answers
       WHERE prepared_answer_id = ? AND label IS NOT NULL AND is_current = 1
       GROUP BY label, label_by ORDER BY n DESC, label, label_by`,
  ).all(answerId);
}
