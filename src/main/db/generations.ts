import type { Db } from './db.ts';

/** What derived data is counted for: every change of its rows, whoever makes it, adds to the count (by SQL triggers). */
export type GenerationName = 'insights' | 'answers';

/** The count now. Grows with every change and never falls. */
export function readGeneration(db: Db, name: GenerationName): number {
  return Number(db.prepare('SELECT value FROM generations WHERE name = ?').pluck().get(name) ?? 0);
}

/** The same as a prepared reader, for asking once per message. */
export function generationReader(db: Db, name: GenerationName): () => number {
  const statement = db.prepare('SELECT value FROM generations WHERE name = ?').pluck();
  return () => Number(statement.get(name) ?? 0);
}
