import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** Keeps figures (name → value) of one moment. Those of a message are deleted with it; null = of no message. */
export function addMetrics(
  db: Db,
  messageId: string | null,
  values: Readonly<Record<string, number>>,
  now: number,
): void {
  const insert = statement(db, 'INSERT INTO metrics (name, value, message_id, at) VALUES (?, ?, ?, ?)');
  db.transaction(() => {
    for (const [name, value] of Object.entries(values)) insert.run(name, value, messageId, now);
  })();
}

/** The figures of one of the client's messages; of a name kept twice, the newest. */
export function readMessageMetrics(db: Db, clientId: string, messageId: string): Record<string, number> {
  const rows = statement<[string, string], { name: string; value: number }>(
    db,
    `SELECT x.name, x.value FROM messages AS m JOIN metrics AS x ON x.message_id = m.id
       WHERE m.client_id = ? AND m.id = ? ORDER BY x.id`,
  ).all(clientId, messageId);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** The values of one figure since a time, oldest first. */
export function readMetric(db: Db, name: string, since: number): { value: number; at: number }[] {
  return statement<[string, number], { value: number; at: number }>(
    db,
    'SELECT value, at FROM metrics WHERE name = ? AND at >= ? ORDER BY at, id',
  ).all(name, since);
}
