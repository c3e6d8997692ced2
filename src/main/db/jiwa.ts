import type { JiwaEntry, JiwaField } from '../../shared/memory.ts';
import type { Db } from './db.ts';
import {
  fromRecord,
  MEMORY_COLUMNS,
  MEMORY_PARAMETERS,
  toRecord,
  type MemoryRecord,
} from './memory-record.ts';
import { statement } from './statement.ts';

type JiwaRecord = MemoryRecord & { readonly field: JiwaField };

/** The client's jiwa entries that hold now: at most one per field. */
export function readLiveJiwa(db: Db, clientId: string): JiwaEntry[] {
  return statement<[string], JiwaRecord>(
    db,
    'SELECT * FROM jiwa_entries WHERE client_id = ? AND valid_to IS NULL ORDER BY field',
  )
    .all(clientId)
    .map(toJiwa);
}

/** The entry that holds in the field now; null when it is empty. */
export function readLiveJiwaEntry(db: Db, clientId: string, field: JiwaField): JiwaEntry | null {
  const record = statement<[string, JiwaField], JiwaRecord>(
    db,
    'SELECT * FROM jiwa_entries WHERE client_id = ? AND field = ? AND valid_to IS NULL',
  ).get(clientId, field);
  return record ? toJiwa(record) : null;
}

/** Every entry the field ever had, the one that holds now first, then newest first. */
export function readJiwaHistory(db: Db, clientId: string, field: JiwaField): JiwaEntry[] {
  return statement<[string, JiwaField], JiwaRecord>(
    db,
    `SELECT * FROM jiwa_entries WHERE client_id = ? AND field = ?
       ORDER BY valid_to IS NULL DESC, valid_from DESC, rowid DESC`,
  )
    .all(clientId, field)
    .map(toJiwa);
}

/** Adds an entry. Throws when another one holds in its field. */
export function insertJiwa(db: Db, entry: JiwaEntry): void {
  statement(
    db,
    `INSERT INTO jiwa_entries (field, ${MEMORY_COLUMNS}) VALUES (@field, ${MEMORY_PARAMETERS})`,
  ).run({ ...toRecord(entry), field: entry.field });
}

/** Ends an entry's validity; the row stays as history. */
export function endJiwa(db: Db, clientId: string, entryId: string, at: number): void {
  statement(db, 'UPDATE jiwa_entries SET valid_to = ? WHERE client_id = ? AND id = ?').run(
    at,
    clientId,
    entryId,
  );
}

/** Lets an ended entry hold again, as it was. Null when there is none, or another one holds in its field now. */
export function reopenJiwa(db: Db, clientId: string, entryId: string): JiwaEntry | null {
  const record = statement<[string, string], JiwaRecord>(
    db,
    `UPDATE jiwa_entries SET valid_to = NULL
       WHERE client_id = ? AND id = ? AND valid_to IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM jiwa_entries live WHERE live.client_id = jiwa_entries.client_id
           AND live.field = jiwa_entries.field AND live.valid_to IS NULL)
       RETURNING *`,
  ).get(clientId, entryId);
  return record ? toJiwa(record) : null;
}

/** Locks or unlocks an entry; nothing happens when the client has no such one. */
export function setJiwaLock(db: Db, clientId: string, entryId: string, isLocked: boolean): void {
  statement(db, 'UPDATE jiwa_entries SET is_locked = ? WHERE client_id = ? AND id = ?').run(
    isLocked ? 1 : 0,
    clientId,
    entryId,
  );
}

function toJiwa(record: JiwaRecord): JiwaEntry {
  return { ...fromRecord(record), field: record.field };
}
