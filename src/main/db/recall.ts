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
  // `+` and `+ 0` keep SQLite from asking FTS5 once per message, and from scoring the messages of other clients:
  // both were 10 to 1,000 times slower at 50,000 messages.
  return db
    .prepare<{ clientId: string; match: string; limit: number; longest: number }, Recalled>(
      `SELECT substr(m.text, 1, @longest) AS text, m.author, coalesce(m.sent_at, m.created_at) AS at
       FROM messages_fts AS f CROSS JOIN messages AS m ON m.seq = f.rowid
       WHERE messages_fts MATCH @match AND +f.rowid IN (SELECT seq FROM messages WHERE client_id = @clientId)
         AND (m.author = 'client' OR m.state = 'sent')
       ORDER BY bm25(messages_fts) + 0, m.seq DESC LIMIT @limit`,
    )
    .all({ clientId, match, limit, longest });
}
