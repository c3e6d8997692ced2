import type { Db } from './db.ts';
import {
  fromRecord,
  MEMORY_COLUMNS,
  MEMORY_PARAMETERS,
  toRecord,
  type MemoryRecord,
} from './memory-record.ts';
import { statement } from './statement.ts';

type Fields = ReturnType<typeof fromRecord>;

/** A table of remembered entries: at most one holds per client and key, the others are its history. */
export interface MemoryTable<Key extends string, Entry> {
  /** The client's entries that hold now, by key. */
  readLive(db: Db, clientId: string): Entry[];
  /** The one that holds now under a key. */
  readLiveByKey(db: Db, clientId: string, key: Key): Entry | null;
  /** One of those that hold now, by id. */
  findLive(db: Db, clientId: string, id: string): Entry | null;
  /** Every entry a key ever had, the one that holds now first, then newest first. */
  readHistory(db: Db, clientId: string, key: Key): Entry[];
  /** Every key that the client ever had an entry under. */
  listKeys(db: Db, clientId: string): Key[];
  insert(db: Db, entry: Entry): void;
  /** Ends an entry's validity; the row stays as history. */
  end(db: Db, clientId: string, id: string, at: number): void;
  /** Lets an ended entry hold again, as it was. Null when there is none, or another one holds under its key now. */
  reopen(db: Db, clientId: string, id: string): Entry | null;
  setLock(db: Db, clientId: string, id: string, isLocked: boolean): void;
}

/** Names of the table and of its key column are the product's own, never input. */
export function memoryTable<KeyName extends string, Key extends string>(
  table: 'client_facts' | 'jiwa_entries',
  keyName: KeyName,
): MemoryTable<Key, Fields & Readonly<Record<KeyName, Key>>> {
  type Entry = Fields & Readonly<Record<KeyName, Key>>;
  type Row = MemoryRecord & Readonly<Record<KeyName, Key>>;
  const toEntry = (row: Row): Entry => ({ ...fromRecord(row), [keyName]: row[keyName] }) as Entry;
  const one = (row: Row | undefined): Entry | null => (row ? toEntry(row) : null);
  const live = `SELECT * FROM ${table} WHERE client_id = ? AND valid_to IS NULL`;
  return {
    readLive: (db, clientId) =>
      statement<[string], Row>(db, `${live} ORDER BY ${keyName}`).all(clientId).map(toEntry),
    readLiveByKey: (db, clientId, key) =>
      one(statement<[string, string], Row>(db, `${live} AND ${keyName} = ?`).get(clientId, key)),
    findLive: (db, clientId, id) =>
      one(statement<[string, string], Row>(db, `${live} AND id = ?`).get(clientId, id)),
    readHistory: (db, clientId, key) =>
      statement<[string, string], Row>(
        db,
        `SELECT * FROM ${table} WHERE client_id = ? AND ${keyName} = ?
         ORDER BY valid_to IS NULL DESC, valid_from DESC, rowid DESC`,
      )
        .all(clientId, key)
        .map(toEntry),
    listKeys: (db, clientId) =>
      statement<[string], { key: Key }>(
        db,
        `SELECT DISTINCT ${keyName} AS key FROM ${table} WHERE client_id = ? ORDER BY ${keyName}`,
      )
        .all(clientId)
        .map(({ key }) => key),
    insert: (db, entry) => {
      const insert = `INSERT INTO ${table} (${keyName}, ${MEMORY_COLUMNS}) VALUES (@key, ${MEMORY_PARAMETERS})`;
      statement(db, insert).run({ ...toRecord(entry), key: entry[keyName] });
    },
    end: (db, clientId, id, at) => {
      statement(db, `UPDATE ${table} SET valid_to = ? WHERE client_id = ? AND id = ?`).run(at, clientId, id);
    },
    reopen: (db, clientId, id) =>
      one(
        statement<[string, string], Row>(
          db,
          `UPDATE ${table} SET valid_to = NULL
           WHERE client_id = ? AND id = ? AND valid_to IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM ${table} live WHERE live.client_id = ${table}.client_id
               AND live.${keyName} = ${table}.${keyName} AND live.valid_to IS NULL)
           RETURNING *`,
        ).get(clientId, id),
      ),
    setLock: (db, clientId, id, isLocked) => {
      const update = `UPDATE ${table} SET is_locked = ? WHERE client_id = ? AND id = ?`;
      statement(db, update).run(isLocked ? 1 : 0, clientId, id);
    },
  };
}
