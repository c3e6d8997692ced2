import type { Language } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** A client's message that no prepared answer was served for. */
export interface UnansweredMessage {
  readonly id: string;
  readonly clientId: string;
  readonly text: string;
  readonly language: Language;
  readonly createdAt: number;
}

const columns = `m.id, m.client_id AS clientId, m.text, coalesce(m.language, c.language) AS language,
  m.created_at AS createdAt`;

/** Those since a time, the newest `limit` of them, oldest first. Of temporary conversations nothing is learnt. */
export function listUnanswered(db: Db, since: number, longest: number, limit: number): UnansweredMessage[] {
  return statement<[object], UnansweredMessage>(
    db,
    `SELECT ${columns} FROM messages AS m
       JOIN clients AS c ON c.id = m.client_id
       JOIN conversations AS v ON v.id = m.conversation_id
       WHERE m.author = 'client' AND m.created_at >= @since AND length(m.text) <= @longest AND v.is_temporary = 0
         AND NOT EXISTS (SELECT 1 FROM messages AS r WHERE r.replies_to = m.id AND r.source = 'prepared')
       ORDER BY m.seq DESC LIMIT @limit`,
  )
    .all({ since, longest, limit })
    .reverse();
}

/** The messages that a job's request tells, those of them that are still there. */
export function listSources(db: Db, jobId: string): UnansweredMessage[] {
  return statement<[string], UnansweredMessage>(
    db,
    `SELECT ${columns} FROM proposal_sources AS s
       JOIN messages AS m ON m.id = s.message_id
       JOIN clients AS c ON c.id = m.client_id
       JOIN conversations AS v ON v.id = m.conversation_id
       WHERE s.job_id = ? AND v.is_temporary = 0 ORDER BY m.seq`,
  ).all(jobId);
}

/** Which messages the request of a job will tell. Call in the transaction that asks for the job. */
export function keepSources(db: Db, jobId: string, messageIds: readonly string[]): void {
  const insert = statement<[string, string]>(
    db,
    'INSERT INTO proposal_sources (job_id, message_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  for (const messageId of messageIds) insert.run(jobId, messageId);
}

/** Messages whose served answers have a label: what a question must not be taken for, or surely is. */
export interface LabelledMessage {
  readonly text: string;
  readonly language: Language;
  readonly intentId: string;
  readonly label: 'right' | 'wrong';
}

/** The newest of them. */
export function listLabelledMessages(db: Db, limit: number): LabelledMessage[] {
  return statement<[number], LabelledMessage>(
    db,
    `SELECT m.text, coalesce(m.language, c.language) AS language, s.intent_id AS intentId, s.label
       FROM served_answers AS s
       JOIN messages AS r ON r.id = s.message_id
       JOIN messages AS m ON m.id = r.replies_to
       JOIN clients AS c ON c.id = m.client_id
       WHERE s.label IS NOT NULL ORDER BY s.id DESC LIMIT ?`,
  ).all(limit);
}
