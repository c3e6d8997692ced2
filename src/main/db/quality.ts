import type { Quality } from '../../shared/night.ts';
import type { Db } from './db.ts';

/** How well the desk did with replies that were begun within this span. */
export function readQuality(db: Db, from: number, to: number): Quality {
  const within = 'm.created_at >= @from AND m.created_at < @to';
  const row = db
    .prepare<[object], { used: number; found: number; up: number; down: number }>(
      `SELECT
         (SELECT count(DISTINCT u.message_id) FROM used_insights AS u JOIN messages AS m ON m.id = u.message_id
           WHERE ${within}) AS used,
         (SELECT count(*) FROM messages AS m WHERE ${within}
           AND EXISTS (SELECT 1 FROM used_insights WHERE message_id = m.id)
           AND NOT EXISTS (SELECT 1 FROM used_insights WHERE message_id = m.id AND origin <> 'search')) AS found,
         (SELECT count(*) FROM messages AS m WHERE ${within} AND m.thumb = 'up') AS up,
         (SELECT count(*) FROM messages AS m WHERE ${within} AND m.thumb = 'down') AS down`,
    )
    .get({ from, to });
  const { used = 0, found = 0, up = 0, down = 0 } = row ?? {};
  return {
    hitRate: used === 0 ? null : found / used,
    thumbsUp: up,
    thumbsDown: down,
    editDistance: editDistance(db, from, to),
  };
}

function editDistance(db: Db, from: number, to: number): number | null {
  const drafts = db
    .prepare<[number, number], { text: string; original: string | null }>(
      `SELECT text, original_text AS original FROM messages
       WHERE created_at >= ? AND created_at < ? AND state = 'sent' AND source <> 'consultant'`,
    )
    .all(from, to);
  if (drafts.length === 0) return null;
  const changed = drafts.map(({ text, original }) => (original === null ? 0 : shareChanged(original, text)));
  return changed.reduce((sum, share) => sum + share, 0) / drafts.length;
}

/** What lies between the first and the last character that differ, as a share of the longer text. */
function shareChanged(before: string, after: string): number {
  const longest = Math.max(before.length, after.length);
  const shortest = Math.min(before.length, after.length);
  if (longest === 0) return 0;
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return (longest - start - end) / longest;
}
