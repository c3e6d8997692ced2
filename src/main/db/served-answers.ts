import type { Held, Label, LabelSource, Verdict } from '../../shared/answer.ts';
import { DeskError } from '../../shared/fault.ts';
import type { ReplyDetails, ReplyState } from '../../shared/message.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

export interface Serving {
  readonly answerId: string;
  readonly score: number;
  /** Which way of scoring gave it: scores of another way say nothing about today's. */
  readonly scoring: number;
  readonly wentAlone: boolean;
  /** Why it did not, in direct mode. */
  readonly held: Held | null;
}

/**
 * Keeps that a reply of the client served a prepared answer. Nothing happens when that answer is gone. A score a rounding
 * error outside of 0..1 is brought back into it.
 */
export function addServed(db: Db, clientId: string, replyId: string, serving: Serving, now: number): void {
  const { held, wentAlone, ...plain } = serving;
  statement<[object]>(
    db,
    `INSERT INTO served_answers (message_id, intent_id, prepared_answer_id, language, score, scoring, served_at,
         went_alone, held_reason, held_have, held_needed)
       SELECT m.id, a.intent_id, a.id, a.language, min(1, max(0, @score)), @scoring, @now, @wentAlone, @reason, @have, @needed
       FROM messages AS m, prepared_answers AS a
       WHERE m.client_id = @clientId AND m.id = @replyId AND a.id = @answerId`,
  ).run({
    ...plain,
    clientId,
    replyId,
    now,
    wentAlone: wentAlone ? 1 : 0,
    reason: held?.reason ?? null,
    have: held?.have ?? null,
    needed: held?.needed ?? null,
  });
}

interface OutcomeRecord {
  readonly state: ReplyState;
  readonly text: string;
  readonly originalText: string | null;
  readonly sentAt: number | null;
  readonly wentAlone: 0 | 1;
  readonly isMarkedWrong: 0 | 1;
  readonly thumb: 'up' | 'down' | null;
  readonly verdict: Verdict['kind'] | null;
  readonly verdictAt: number | null;
}

/** What is known of a served reply of the client; null when it served no prepared answer. */
export function readOutcome(db: Db, clientId: string, replyId: string) {
  const record = statement<[string, string], OutcomeRecord>(
    db,
    `SELECT m.state, m.text, m.original_text AS originalText, m.sent_at AS sentAt, s.went_alone AS wentAlone,
         m.is_marked_wrong AS isMarkedWrong, m.thumb, m.verdict, c.checked_at AS verdictAt
       FROM messages AS m
       JOIN served_answers AS s ON s.message_id = m.id
       LEFT JOIN answer_checks AS c ON c.message_id = m.id
       WHERE m.client_id = ? AND m.id = ?`,
  ).get(clientId, replyId);
  if (!record) return null;
  return { ...record, wentAlone: record.wentAlone === 1, isMarkedWrong: record.isMarkedWrong === 1 };
}

/** The one label of a served reply of the client; null takes it away. */
export function setLabel(
  db: Db,
  clientId: string,
  replyId: string,
  label: { readonly label: Label; readonly by: LabelSource } | null,
): void {
  statement(
    db,
    `UPDATE served_answers SET label = ?, label_by = ?
       WHERE message_id = (SELECT id FROM messages WHERE client_id = ? AND id = ?)`,
  ).run(label?.label ?? null, label?.by ?? null, clientId, replyId);
}

/** Which labels count: of this way of scoring, not older than `since`, the newest `limit` of them. */
export interface LabelWindow {
  readonly scoring: number;
  readonly since: number;
  readonly limit: number;
}

/** The labels of an intent by hundredths of their scores: those that speak of its answers of today. */
export function countLabels(
  db: Db,
  intentId: string,
  window: LabelWindow,
): { score: number; right: number; wrong: number }[] {
  return statement<[object], { hundredth: number; rights: number; wrongs: number }>(
    db,
    `SELECT CAST(round(score * 1000) AS INTEGER) / 10 AS hundredth, sum(label = 'right') AS rights,
         sum(label = 'wrong') AS wrongs
       FROM (SELECT score, label FROM served_answers
         WHERE intent_id = @intentId AND label IS NOT NULL AND is_current = 1
           AND scoring = @scoring AND served_at >= @since
         ORDER BY id DESC LIMIT @limit)
       GROUP BY hundredth`,
  )
    .all({ intentId, ...window })
    .map(({ hundredth, rights, wrongs }) => ({ score: hundredth / 100, right: rights, wrong: wrongs }));
}

/** The newest labels of one answer that speak of it as it is today, newest first. */
export function newestLabels(db: Db, answerId: string, window: LabelWindow): Label[] {
  return statement<[object], { label: Label }>(
    db,
    `SELECT label FROM served_answers
       WHERE prepared_answer_id = @answerId AND label IS NOT NULL AND is_current = 1
         AND scoring = @scoring AND served_at >= @since
       ORDER BY id DESC LIMIT @limit`,
  )
    .all({ answerId, ...window })
    .map(({ label }) => label);
}

/** How often answers of each intent were served. Intents that never were are left out. */
export function countServed(db: Db): ReadonlyMap<string, number> {
  const rows = statement<[], { intentId: string; served: number }>(
    db,
    'SELECT intent_id AS intentId, count(*) AS served FROM served_answers GROUP BY intent_id',
  ).all();
  return new Map(rows.map(({ intentId, served }) => [intentId, served]));
}

/** The intent of a prepared answer, with the threshold an operator gave it; null when it is gone. */
export function findAnswerIntent(
  db: Db,
  answerId: string,
): { readonly intentId: string; readonly threshold: number | null } | null {
  const found = statement<[string], { intentId: string; threshold: number | null }>(
    db,
    `SELECT i.id AS intentId, i.threshold FROM prepared_answers AS a JOIN intents AS i ON i.id = a.intent_id
       WHERE a.id = ?`,
  ).get(answerId);
  return found ?? null;
}

interface ServedRecord {
  readonly intent: string;
  readonly titleId: string;
  readonly titleIt: string;
  readonly titleEn: string;
  readonly enabled: 0 | 1;
  readonly score: number;
  readonly reason: Held['reason'] | null;
  readonly have: number;
  readonly needed: number;
}

/** What a prepared reply of the client was served for; null for other replies and for intents removed since. */
export function findServed(
  db: Db,
  clientId: string,
  replyId: string,
): NonNullable<ReplyDetails['preparedAnswer']> | null {
  const found = statement<[string, string], ServedRecord>(
    db,
    `SELECT i.slug AS intent, i.title_id AS titleId, i.title_it AS titleIt, i.title_en AS titleEn, i.is_enabled AS enabled,
            s.score, s.held_reason AS reason, s.held_have AS have, s.held_needed AS needed
       FROM messages AS m
       JOIN served_answers AS s ON s.message_id = m.id
       JOIN intents AS i ON i.id = s.intent_id
       WHERE m.client_id = ? AND m.id = ?`,
  ).get(clientId, replyId);
  if (!found) return null;
  const { intent, titleId, titleIt, titleEn, enabled, score, reason, have, needed } = found;
  const title = { id: titleId, it: titleIt, en: titleEn };
  return {
    intent,
    title,
    score,
    isEnabled: enabled === 1,
    held: reason === null ? null : { reason, have, needed },
  };
}

/** Throws DeskError `conflict` for a reply that served no prepared answer. */
export function checkServed(db: Db, clientId: string, replyId: string): void {
  if (readOutcome(db, clientId, replyId) === null)
    throw new DeskError('conflict', 'Only a reply with a prepared answer can be marked as a wrong answer.');
}
