import type { Analysis } from '../../shared/analysis.ts';
import type { Db } from './db.ts';
import { newId } from './id.ts';
import { statement } from './statement.ts';

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
