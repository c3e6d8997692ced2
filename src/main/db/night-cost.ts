import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** What the jobs of a night took at the endpoint. */
export function readNightCost(db: Db, nightId: string): { costUsd: number; requests: number } {
  return statement<[string], { costUsd: number; requests: number }>(
    db,
    `SELECT total(r.cost_usd) AS costUsd, count(*) AS requests
     FROM job_requests AS r JOIN jobs AS j ON j.id = r.job_id WHERE j.night_id = ?`,
  ).get(nightId) as { costUsd: number; requests: number };
}

/** What earlier nights cost for each conversation, in US dollars; null where none that cost anything is there. */
export function usdPerConversation(db: Db): number | null {
  const row = statement<[], { usd: number; conversations: number }>(
    db,
    `SELECT (SELECT total(r.cost_usd) FROM job_requests AS r JOIN jobs AS j ON j.id = r.job_id
         WHERE j.night_id IN (SELECT id FROM nights WHERE state IN ('done', 'undone'))) AS usd,
       (SELECT count(*) FROM night_conversations
         WHERE night_id IN (SELECT id FROM nights WHERE state IN ('done', 'undone'))) AS conversations`,
  ).get();
  return row && row.usd > 0 && row.conversations > 0 ? row.usd / row.conversations : null;
}
