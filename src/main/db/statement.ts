import type { Db, Statement } from './db.ts';

// Per database, so that the statements go when it goes.
const kept = new WeakMap<Db, Map<string, Statement<unknown[], unknown>>>();

/**
 * The statement of this text, prepared once per database: preparing costs about 0.08 ms, and a reply takes some thirty.
 * It is shared, so no caller may switch it (`pluck`, `raw`) or leave an iteration open.
 */
export function statement<Parameters extends unknown[] | object = unknown[], Row = unknown>(
  db: Db,
  sql: string,
): Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row> {
  const statements = kept.get(db) ?? new Map<string, Statement<unknown[], unknown>>();
  kept.set(db, statements);
  const known = statements.get(sql) ?? db.prepare<unknown[], unknown>(sql);
  statements.set(sql, known);
  return known as Statement<Parameters extends unknown[] ? Parameters : [Parameters], Row>;
}
