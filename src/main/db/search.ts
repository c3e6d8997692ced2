import type { SearchHit } from '../../shared/search.ts';
import type { Db } from './db.ts';
import { fold, ftsQuery, words } from './full-text.ts';
import { markWords, MATCH_END, MATCH_START } from './marks.ts';

/** Tokens around the matches that a snippet shows. */
const SNIPPET_TOKENS = 16;
const SNIPPET = `'${MATCH_START}', '${MATCH_END}', '…', ${SNIPPET_TOKENS}`;

/**
 * Searches clients by name, what is remembered of them, messages and insights; in this order, at most `limit`
 * results, shared out fairly where there are more. A result has all words of the query, accents and letter case
 * aside: anywhere in a name or a fact; as whole words, the last one as a prefix, in messages and insights. Messages are newest first, insights best first (BM25). Safe for any typed text;
 * one without a word finds nothing. Failed, replaced and running replies and rejected insights are not found.
 */
export function searchEverything(db: Db, query: string, limit: number): SearchHit[] {
  const match = ftsQuery(query);
  if (match === null || limit < 1) return [];
  const wanted = words(query).map(fold);
  return shareOut(
    [
      findClients(db, wanted, limit),
      findFacts(db, wanted, limit),
      findMessages(db, match, limit),
      findInsights(db, match, limit),
    ],
    limit,
  );
}

function findClients(db: Db, wanted: readonly string[], limit: number): SearchHit[] {
  const rows = db
    .prepare<[], { id: string; name: string; address_as: string | null; created_at: number }>(
      'SELECT id, name, address_as, created_at FROM clients ORDER BY name COLLATE NOCASE, id',
    )
    .all();
  return rows
    .filter((row) => hasAll(`${row.name} ${row.address_as ?? ''}`, wanted))
    .slice(0, limit)
    .map((row) => ({
      kind: 'client',
      id: row.id,
      clientId: row.id,
      title: row.name,
      snippet: markWords(row.name, wanted),
      at: row.created_at,
    }));
}

function findFacts(db: Db, wanted: readonly string[], limit: number): SearchHit[] {
  const longest = wanted.reduce((a, b) => (b.length > a.length ? b : a), '');
  const rows = db
    .prepare<
      { like: string },
      { id: string; clientId: string; name: string; topic: string; value: string; at: number }
    >(
      // Newest first by row, which needs no sorting. LIKE is a first sieve: it folds ASCII only, so values with other
      // letters all pass it.
      `SELECT f.id, f.client_id AS clientId, c.name, f.topic, f.value, f.valid_from AS at
       FROM client_facts AS f CROSS JOIN clients AS c ON c.id = f.client_id
       WHERE f.valid_to IS NULL
         AND (f.value LIKE @like OR f.topic LIKE @like
           OR octet_length(f.value) <> length(f.value) OR octet_length(f.topic) <> length(f.topic))
       ORDER BY f.rowid DESC`,
    )
    .iterate({ like: `%${longest}%` });
  const hits: SearchHit[] = [];
  for (const { topic, value, name, ...row } of rows) {
    const text = `${topic.replaceAll('_', ' ')}: ${value}`;
    if (!hasAll(text, wanted)) continue;
    hits.push({ kind: 'client_fact', ...row, title: name, snippet: markWords(text, wanted) });
    if (hits.length === limit) break;
  }
  return hits;
}

function findMessages(db: Db, match: string, limit: number): SearchHit[] {
  // FTS5 walks its rows backwards for this order, so that it stops at the limit however common the words are.
  const rows = db
    .prepare<[string, number], Omit<SearchHit, 'kind'>>(
      `SELECT m.id, m.client_id AS clientId, c.name AS title, snippet(messages_fts, 0, ${SNIPPET}) AS snippet,
         coalesce(m.sent_at, m.created_at) AS at
       FROM messages_fts AS f CROSS JOIN messages AS m ON m.seq = f.rowid CROSS JOIN clients AS c ON c.id = m.client_id
       WHERE messages_fts MATCH ? AND (m.author = 'client' OR m.state IN ('draft', 'sent'))
       ORDER BY f.rowid DESC LIMIT ?`,
    )
    .all(match, limit);
  return rows.map((row) => ({ kind: 'message', ...row }));
}

type InsightHit = Pick<SearchHit, 'id' | 'title' | 'snippet' | 'at'>;

function findInsights(db: Db, match: string, limit: number): SearchHit[] {
  const byText = db.prepare<[string, number], InsightHit>(
    `SELECT i.id, i.text AS title, snippet(insights_fts, -1, ${SNIPPET}) AS snippet, i.updated_at AS at
     FROM insights_fts AS f CROSS JOIN insights AS i ON i.seq = f.rowid
     WHERE insights_fts MATCH ? AND i.status <> 'rejected' ORDER BY f.rank LIMIT ?`,
  );
  const byTrigger = db.prepare<[string, number], InsightHit>(
    `SELECT i.id, i.text AS title, snippet(triggers_fts, 0, ${SNIPPET}) AS snippet, i.updated_at AS at
     FROM triggers_fts AS f CROSS JOIN triggers AS t ON t.seq = f.rowid CROSS JOIN insights AS i ON i.id = t.insight_id
     WHERE triggers_fts MATCH ? AND i.status <> 'rejected' ORDER BY f.rank LIMIT ?`,
  );
  const hits = new Map<string, SearchHit>();
  for (const row of [...byTrigger.all(match, limit), ...byText.all(match, limit)]) {
    if (!hits.has(row.id)) hits.set(row.id, { kind: 'insight', clientId: null, ...row });
  }
  return [...hits.values()].slice(0, limit);
}

function hasAll(text: string, wanted: readonly string[]): boolean {
  const folded = fold(text);
  return wanted.every((word) => folded.includes(word));
}

/** Takes from the groups in turn until the limit, so that one takes the room that others leave; keeps their order. */
function shareOut(groups: readonly (readonly SearchHit[])[], limit: number): SearchHit[] {
  return groups
    .flatMap((group, groupIndex) => group.map((hit, turn) => ({ hit, turn, groupIndex })))
    .sort((a, b) => a.turn - b.turn || a.groupIndex - b.groupIndex)
    .slice(0, limit)
    .sort((a, b) => a.groupIndex - b.groupIndex)
    .map(({ hit }) => hit);
}
