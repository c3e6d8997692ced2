import type { Db } from './db.ts';
import { ftsQueryAny } from './full-text.ts';

/** Something that was said in an earlier message. */
export interface Recalled {
  readonly text: string;
  readonly author: 'client' | 'desk';
  readonly at: number;
}

/** True where the message exists and belongs to the client. */
export function isMessageOf(db: Db, clientId: string, messageId: string): boolean {
  return (
    db.prepare('SELECT 1 FROM messages WHERE client_id = ? AND id = ?').get(clientId, messageId) !== undefined
  );
}

/**
 * What this client and the desk said with any of the query's words, best match (BM25) first. Only what was said:
 * the client's messages and sent replies. Texts are cut at `longest` characters.
 */
export function findSaid(
  db: Db,
  { clientId, query, limit, longest }: { clientId: string; query: string; limit: number; longest: number },
): Recalled[] {
  const match = ftsQueryAny(query);
  if (match === null) return [];
  return db
    .prepare<{ clientId: string; match: string; limit: number; longest: number }, Recalled>(
      `SELECT substr(m.text, 1, @longest) AS text, m.author, coalesce(m.sent_at, m.created_at) AS at
       FROM messages AS m CROSS JOIN messages_fts AS f ON f.rowid = m.seq
       WHERE m.client_id = @clientId AND (m.author = 'client' OR m.state = 'sent') AND messages_fts MATCH @match
       ORDER BY f.rank, m.seq DESC LIMIT @limit`,
    )
    .all({ clientId, match, limit, longest });
}
