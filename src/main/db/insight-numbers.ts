import type { SignalLanguage } from '../../shared/language.ts';
import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** A live insight under its number. */
export interface NumberedInsight {
  readonly number: number;
  readonly insightId: string;
  readonly language: SignalLanguage;
  readonly text: string;
  readonly guidance: string;
}

/** The numbers of insights, by their ids. An insight that is gone has none. */
export function readInsightNumbers(db: Db, insightIds: readonly string[]): Map<string, number> {
  const rows = statement<[string], { number: number; insightId: string }>(
    db,
    `SELECT number, insight_id AS insightId FROM insight_numbers
       WHERE insight_id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(insightIds));
  return new Map(rows.map(({ insightId, number }) => [insightId, number]));
}

/** Those of the numbers that belong to live insights, by number. */
export function findLiveInsights(db: Db, numbers: readonly number[]): Map<number, NumberedInsight> {
  const rows = statement<[string], NumberedInsight>(
    db,
    `SELECT n.number, i.id AS insightId, i.language, i.text, i.guidance
       FROM insight_numbers AS n JOIN insights AS i ON i.id = n.insight_id
       WHERE n.number IN (SELECT value FROM json_each(?)) AND +i.status = 'live'`,
  ).all(JSON.stringify(numbers));
  return new Map(rows.map((row) => [row.number, row]));
}

/** The numbers of all live insights. */
export function listLiveNumbers(db: Db): Set<number> {
  const rows = statement<[], { number: number }>(
    db,
    `SELECT n.number FROM insight_numbers AS n JOIN insights AS i ON i.id = n.insight_id WHERE i.status = 'live'`,
  ).all();
  return new Set(rows.map(({ number }) => number));
}
