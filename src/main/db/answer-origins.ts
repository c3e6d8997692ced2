import type { AnswerGoal, PreparedAnswer } from '../../shared/answer.ts';
import type { Language } from '../../shared/language.ts';
import type { ReviewReason } from '../../shared/review.ts';
import type { Db } from './db.ts';
import { listPreparedAnswers, saveAnswer, type AnswerProfile } from './prepared-answers.ts';

/** Who wrote answers, and for which job. */
export interface AnswerOrigin {
  readonly intentId: string;
  readonly language: Language;
  readonly jobId: string;
  readonly model: string | null;
  readonly promptVersion: string;
}

interface Rejected {
  readonly reason: string;
  readonly detail: string;
  readonly raw: string;
}

/**
 * Answers of all intents, or of one, that are said or wait for a person, none of their facts expired, by intent and
 * language (`intentId/language`).
 */
export function usableAnswers(
  db: Db,
  now: number,
  intentId: string | null = null,
): ReadonlyMap<string, readonly PreparedAnswer[]> {
  const expired = new Set(
    db
      .prepare<[number], string>(
        `SELECT DISTINCT p.prepared_answer_id FROM prepared_answer_facts AS p
         JOIN house_facts AS f ON f.id = p.house_fact_id WHERE f.valid_until < ?`,
      )
      .pluck()
      .all(now),
  );
  const usable = new Map<string, PreparedAnswer[]>();
  for (const answer of listPreparedAnswers(db, intentId)) {
    if ((answer.status !== 'live' && answer.status !== 'review') || expired.has(answer.id)) continue;
    const key = `${answer.intentId}/${answer.language}`;
    const kept = usable.get(key);
    if (kept) kept.push(answer);
    else usable.set(key, [answer]);
  }
  return usable;
}

/** Writes down answers that a model made. Call in the transaction that ends their job. */
export function insertGenerated(
  db: Db,
  { intentId, jobId, model, promptVersion, language }: AnswerOrigin,
  written: readonly Pick<AnswerProfile, 'formality' | 'text'>[],
  status: AnswerGoal,
  now: number,
): void {
  const sign = db.prepare(
    'UPDATE prepared_answers SET model = ?, prompt_version = ?, job_id = ?, review_reason = ? WHERE id = ?',
  );
  const reason: ReviewReason | null = status === 'review' ? 'wished' : null;
  for (const { formality, text } of written) {
    const id = saveAnswer(db, intentId, { language, formality, text, status }, undefined, 'generated', now);
    sign.run(model, promptVersion, jobId, reason, id);
  }
}

/** Keeps what no gate let through, with the reason. */
export function insertRejectedAnswers(
  db: Db,
  origin: AnswerOrigin,
  rejected: readonly Rejected[],
  now: number,
): void {
  const insert = db.prepare(
    `INSERT INTO rejected_answers (job_id, intent_id, language, reason, detail, raw, model, prompt_version, created_at)
     VALUES (@jobId, @intentId, @language, @reason, @detail, @raw, @model, @promptVersion, @now)`,
  );
  for (const { reason, detail, raw } of rejected) insert.run({ ...origin, reason, detail, raw, now });
}

/** What became of jobs that write answers. */
export interface PreparedSoFar {
  /** Waiting or running. */
  readonly alive: number;
  readonly over: number;
  readonly failed: number;
  readonly taken: number;
  readonly rejected: number;
  /** Rejected ones by reason, the most frequent first. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Jobs that asked for nothing, by the reason. */
  readonly silent: readonly { readonly because: string; readonly count: number }[];
  readonly costUsd: number;
}

/** Counts what came of these jobs. */
export function preparedSoFar(db: Db, jobIds: readonly string[]): PreparedSoFar {
  const ids = JSON.stringify(jobIds);
  const inIds = 'IN (SELECT value FROM json_each(?))';
  const one = (sql: string) => db.prepare<[string], number>(sql).pluck().get(ids) ?? 0;
  const reasons = db
    .prepare<[string], { reason: string; count: number }>(
      `SELECT reason, count(*) AS count FROM rejected_answers WHERE job_id ${inIds} GROUP BY reason ORDER BY 2 DESC, 1`,
    )
    .all(ids);
  const alive = one(`SELECT count(*) FROM jobs WHERE id ${inIds} AND state IN ('waiting', 'running')`);
  return {
    alive,
    over: jobIds.length - alive,
    failed: one(`SELECT count(*) FROM jobs WHERE id ${inIds} AND state = 'failed'`),
    taken: one(`SELECT count(*) FROM prepared_answers WHERE job_id ${inIds}`),
    rejected: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons: Object.fromEntries(reasons.map(({ reason, count }) => [reason, count])),
    silent: db
      .prepare<[string], { because: string; count: number }>(
        `SELECT json_extract(result, '$.because') AS because, count(*) AS count FROM jobs
         WHERE id ${inIds} AND json_extract(result, '$.because') IS NOT NULL GROUP BY 1 ORDER BY 2 DESC`,
      )
      .all(ids),
    costUsd: one(`SELECT coalesce(sum(cost_usd), 0) FROM job_requests WHERE job_id ${inIds}`),
  };
}
