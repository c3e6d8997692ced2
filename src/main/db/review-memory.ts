import { jiwaFields } from '../../shared/memory.ts';
import type { ReviewItem } from '../../shared/review.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

interface Row {
  readonly id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly target: 'fact' | 'jiwa';
  readonly key: string;
  readonly value: string;
  readonly confidence: number;
  readonly evidence_quote: string | null;
  readonly evidence_message_id: string | null;
  readonly evidence_at: number | null;
  readonly reason: string;
  readonly before: string | null;
  readonly model: string | null;
  readonly prompt_version: string | null;
  readonly job_id: string | null;
  readonly created_at: number;
}

/** Memories that wait, each with its client and what is remembered in its place now. `ids`: a JSON array. */
export function readMemoryItems(db: Db, ids: string): ReviewItem[] {
  return statement<[string], Row>(
    db,
    `SELECT p.*, c.name AS client_name, a.model, a.prompt_version, a.job_id,
         CASE p.target WHEN 'fact' THEN (SELECT value FROM client_facts WHERE client_id = p.client_id AND topic = p.key
             AND valid_to IS NULL)
           ELSE (SELECT value FROM jiwa_entries WHERE client_id = p.client_id AND field = p.key AND valid_to IS NULL)
         END AS before
       FROM memory_proposals AS p JOIN clients AS c ON c.id = p.client_id
       LEFT JOIN analyses AS a ON a.id = p.analysis_id AND a.client_id = p.client_id
       WHERE p.state = 'waiting' AND p.id IN (SELECT value FROM json_each(?))`,
  )
    .all(ids)
    .flatMap((row) => toItem(row) ?? []);
}

function toItem(row: Row): ReviewItem | null {
  const shared = {
    id: row.id,
    clientId: row.client_id,
    clientName: row.client_name,
    text: row.value,
    before: row.before,
    confidence: row.confidence,
    reason: row.reason,
    reasonDetail: null,
    evidence: evidenceOf(row),
    origin: {
      model: row.model,
      promptVersion: row.prompt_version,
      jobId: row.job_id,
      runId: null,
      nightId: null,
    },
    createdAt: row.created_at,
  };
  if (row.target === 'fact') return { kind: 'fact', topic: row.key, ...shared };
  const field = jiwaFields.find((one) => one === row.key);
  return field === undefined ? null : { kind: 'jiwa', field, ...shared };
}

function evidenceOf({ client_id, evidence_quote: quote, evidence_message_id, evidence_at: at }: Row) {
  return quote === null ? [] : [{ quote, clientId: client_id, messageId: evidence_message_id, at }];
}
