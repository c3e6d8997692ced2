import type { Db } from './db.ts';
import { statement } from './statement.ts';

/** When the next night is due, as it was found last. */
export interface KeptSchedule {
  /** From when on nights are wanted: what was due before is not made up for. */
  readonly since: number;
  readonly dueDate: string;
  readonly dueAt: number;
}

/** Null where nights are off, or were never looked at. */
export function readSchedule(db: Db): KeptSchedule | null {
  const row = statement<[], KeptSchedule>(
    db,
    'SELECT since, due_date AS dueDate, due_at AS dueAt FROM night_schedule',
  ).get();
  return row ?? null;
}

export function saveSchedule(db: Db, schedule: KeptSchedule): void {
  statement<[object]>(
    db,
    `INSERT INTO night_schedule (only, since, due_date, due_at) VALUES (1, @since, @dueDate, @dueAt)
     ON CONFLICT (only) DO UPDATE SET since = @since, due_date = @dueDate, due_at = @dueAt`,
  ).run(schedule);
}

/** Nights were switched off. */
export function clearSchedule(db: Db): void {
  statement(db, 'DELETE FROM night_schedule').run();
}
