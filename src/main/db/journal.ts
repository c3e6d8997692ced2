import type { Db } from './db.ts';
import { journaledTables, type JournaledTable } from './journaled-tables.ts';

/**
 * Runs what a night writes, and writes down every row it changes, as it was and as it is then. Within the caller's
 * transaction where there is one: the writing and what is known of it stand or fall together. Throws where the night is
 * undone, or was never begun: then nothing may be written for it.
 */
export function recordNight<T>(db: Db, nightId: string, write: () => T): T {
  return db.transaction(() => {
    const state = db.prepare<[string], string>('SELECT state FROM nights WHERE id = ?').pluck().get(nightId);
    if (state === undefined || state === 'undone')
      throw new Error(`The night ${nightId} is ${state ?? 'gone'}: nothing can be written for it.`);
    db.prepare('INSERT INTO night_recording (only, night_id) VALUES (1, ?)').run(nightId);
    const tables = journaledTables.map((table) => shapeOf(db, table));
    // Temporary, so that they are made from the columns of today, and cost nothing while nothing is written down.
    for (const table of tables) db.exec(triggersOf(table));
    const result = write();
    for (const { table } of tables) db.exec(dropTriggers(table));
    db.prepare('DELETE FROM night_recording').run();
    return result;
  })();
}

/** A journaled table as it is in this database. */
export interface TableShape extends JournaledTable {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Columns that name a row for good. */
  readonly key: readonly string[];
  /** SQLite's own number of a row, where no column is another name for it: the order in which rows are read. */
  readonly hasHiddenRowid: boolean;
}

/** What is to be known of a journaled table. Throws where it is not there or has no key. */
export function shapeOf(db: Db, table: JournaledTable): TableShape {
  const info = db
    .prepare<[string], { name: string; type: string; pk: number }>(
      'SELECT name, type, pk FROM pragma_table_info(?)',
    )
    .all(table.table);
  const primary = info
    .filter(({ pk }) => pk > 0)
    .sort((left, right) => left.pk - right.pk)
    .map(({ name }) => name);
  // Numbers of rows that are gone are given to others; ids are not.
  const key = info.some(({ name }) => name === 'id') ? ['id'] : primary;
  if (primary.length === 0) throw new Error(`The table ${table.table} is missing, or has no primary key.`);
  const isAlias = primary.length === 1 && info.some(({ type, pk }) => pk === 1 && type === 'INTEGER');
  const hasRowid = db
    .prepare<[string], number>("SELECT wr FROM pragma_table_list(?) WHERE schema = 'main'")
    .pluck()
    .get(table.table);
  return { ...table, columns: info, key, hasHiddenRowid: hasRowid === 0 && !isAlias };
}

/** SQL for a whole row as JSON from which exactly that row can be made again. */
export function rowAsJson({ columns, hasHiddenRowid }: TableShape, row: string): string {
  const values = columns.map(({ name, type }) => `'${name}', ${exact(`${row}."${name}"`, type)}`);
  if (hasHiddenRowid) values.push(`'_rowid_', ${row}._rowid_`);
  return `json_object(${values.join(', ')})`;
}

/** SQL for the key of a row as a JSON array. */
export function keyAsJson({ key }: TableShape, row: string): string {
  return `json_array(${key.map((name) => `${row}."${name}"`).join(', ')})`;
}

/** JSON has no bytes, and SQLite writes fewer digits of a number into it than the number has. */
function exact(column: string, type: string): string {
  if (type === 'REAL') return `iif(${column} IS NULL, NULL, printf('%!.17g', ${column}))`;
  return type === 'BLOB' ? `hex(${column})` : column;
}

/** What a column holds, from what `rowAsJson` wrote of it. */
export function fromJson(value: unknown, type: string): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'REAL') return Number(value);
  return type === 'BLOB' ? Buffer.from(value, 'hex') : value;
}

const nameOf = (table: string, what: string): string => `"night_${what}_${table}"`;

function triggersOf(shape: TableShape): string {
  const { table, client, staysWhole } = shape;
  const note = (row: 'old' | 'new', before: string, after: string): string => `
    INSERT INTO night_changes (night_id, table_name, row_key, before, after, client_id)
      SELECT night_id, '${table}', ${keyAsJson(shape, row)}, ${before}, ${after},
        ${client?.replaceAll('$row', row) ?? 'NULL'} FROM night_recording;`;
  const was = rowAsJson(shape, 'old');
  const is = rowAsJson(shape, 'new');
  const trigger = (what: string, when: string, body: string): string =>
    `CREATE TEMP TRIGGER ${nameOf(table, what)} ${when} ON main."${table}" BEGIN ${body} END;`;
  return [
    trigger('insert', 'AFTER INSERT', note('new', 'NULL', is)),
    trigger('update', 'AFTER UPDATE', note('new', was, is)),
    staysWhole
      ? trigger('delete', 'BEFORE DELETE', `SELECT RAISE(ABORT, 'A night deletes no row of ${table}.');`)
      : trigger('delete', 'AFTER DELETE', note('old', was, 'NULL')),
  ].join('\n');
}

function dropTriggers(table: string): string {
  return ['insert', 'update', 'delete'].map((what) => `DROP TRIGGER temp.${nameOf(table, what)};`).join('\n');
}
