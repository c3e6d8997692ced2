import type { Analysis, AnalysisResult } from '../../shared/analysis.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

interface AnalysisRecord {
  readonly id: string;
  readonly conversation_id: string;
  readonly client_id: string;
  readonly content_hash: string;
  readonly job_id: string | null;
  readonly model: string | null;
  readonly prompt_version: string;
  readonly result: string;
  readonly created_at: number;
  readonly cost_usd: number;
}

const SELECT = `SELECT a.*, (SELECT total(cost_usd) FROM job_requests WHERE job_id = a.job_id) AS cost_usd
  FROM analyses AS a`;

/** Keeps what was understood; returns its id. Throws where this content was analysed already. */
export function insertAnalysis(
  db: Db,
  analysis: Omit<Analysis, 'id' | 'createdAt' | 'costUsd'>,
  now: number,
): string {
  const id = newId();
  const { result, ...row } = analysis;
  statement(
    db,
    `INSERT INTO analyses (id, conversation_id, client_id, content_hash, job_id, model, prompt_version, result, created_at)
     VALUES (@id, @conversationId, @clientId, @contentHash, @jobId, @model, @promptVersion, @result, @now)`,
  ).run({ ...row, id, result: JSON.stringify(result), now });
  return id;
}

/** What its claims came to, which is known after its row is there. */
export function keepResult(db: Db, clientId: string, id: string, result: AnalysisResult): void {
  statement(db, 'UPDATE analyses SET result = ? WHERE client_id = ? AND id = ?').run(
    JSON.stringify(result),
    clientId,
    id,
  );
}

/** Whether this content of the conversation was analysed. */
export function isAnalysed(db: Db, conversationId: string, contentHash: string): boolean {
  return (
    statement(db, 'SELECT 1 FROM analyses WHERE conversation_id = ? AND content_hash = ?').get(
      conversationId,
      contentHash,
    ) !== undefined
  );
}

/** All analyses of a client, the newest first. */
export function listAnalyses(db: Db, clientId: string): Analysis[] {
  return statement<[string], AnalysisRecord>(
    db,
    `${SELECT} WHERE a.client_id = ? ORDER BY a.created_at DESC, a.id DESC`,
  )
    .all(clientId)
    .map(toAnalysis);
}

/** The newest analysis of a client; null where there is none. */
export function findLastAnalysis(db: Db, clientId: string): Analysis | null {
  const record = statement<[string], AnalysisRecord>(
    db,
    `${SELECT} WHERE a.client_id = ? ORDER BY a.created_at DESC, a.id DESC LIMIT 1`,
  ).get(clientId);
  return record ? toAnalysis(record) : null;
}

function toAnalysis(record: AnalysisRecord): Analysis {
  return {
    id: record.id,
    conversationId: record.conversation_id,
    clientId: record.client_id,
    contentHash: record.content_hash,
    jobId: record.job_id,
    model: record.model,
    promptVersion: record.prompt_version,
    result: JSON.parse(record.result) as AnalysisResult,
    createdAt: record.created_at,
    costUsd: record.cost_usd,
  };
}
