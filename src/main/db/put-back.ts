import type { Db } from './db.ts';
import { fromJson, type TableShape } from './journal.ts';

/** A row as `rowAsJson` writes it, read. */
export type Row = Readonly<Record<string, unknown>>;

const whereKey = ({ key }: TableShape): string => key.map((name) => `"${name}" = ?`).join(' AND ');

function valuesOf({ columns }: TableShape, row: Row, names: readonly string[]): unknown[] {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  return names.map((name) => fromJson(row[name] ?? null, types.get(name) ?? ''));
}

/** Columns of the row that the table still has. */
function columnsIn({ columns }: TableShape, row: Row): string[] {
  return columns.map(({ name }) => name).filter((name) => name in row);
}

export function deleteRow(db: Db, shape: TableShape, row: Row): void {
  db.prepare(`DELETE FROM "${shape.table}" WHERE ${whereKey(shape)}`).run(...valuesOf(shape, row, shape.key));
}

/** Writes those columns of `wanted` that differ from `current`; all of them where that is null. `at` names the row. */
export function updateRow(
  db: Db,
  shape: TableShape,
  current: Row | null,
  wanted: Row,
  at: Row = wanted,
): void {
  const names = columnsIn(shape, wanted).filter(
    (name) => !shape.key.includes(name) && (current === null || current[name] !== wanted[name]),
  );
  const moves =
    current !== null && wanted['_rowid_'] !== undefined && current['_rowid_'] !== wanted['_rowid_'];
  const place = moves ? freePlace(db, shape, wanted['_rowid_']) : null;
  const set = [...(place === null ? [] : ['_rowid_']), ...names.map((name) => `"${name}"`)];
  if (set.length === 0) return;
  const marks = set.map((name) => `${name} = ?`).join(', ');
  db.prepare(`UPDATE "${shape.table}" SET ${marks} WHERE ${whereKey(shape)}`).run(
    ...(place === null ? [] : [place]),
    ...valuesOf(shape, wanted, names),
    ...valuesOf(shape, at, shape.key),
  );
}

/** Adds a row that was there before, at its old place among the others where that is free. */
export function insertRow(db: Db, shape: TableShape, row: Row): void {
  const names = columnsIn(shape, row);
  if (shape.comesByItself) {
    const { by } = shape.unit;
    const where = by.map((name) => `"${name}" = ?`).join(' AND ');
    db.prepare(`DELETE FROM "${shape.table}" WHERE ${where}`).run(...valuesOf(shape, row, by));
  }
  const place = shape.hasHiddenRowid ? freePlace(db, shape, row['_rowid_']) : null;
  const columns = [...(place === null ? [] : ['_rowid_']), ...names.map((name) => `"${name}"`)];
  const values = [...(place === null ? [] : [place]), ...valuesOf(shape, row, names)];
  const marks = columns.map(() => '?').join(', ');
  db.prepare(`INSERT INTO "${shape.table}" (${columns.join(', ')}) VALUES (${marks})`).run(...values);
}

function freePlace(db: Db, { table }: TableShape, rowid: unknown): number | null {
  if (typeof rowid !== 'number') return null;
  const isTaken = db.prepare(`SELECT 1 FROM "${table}" WHERE _rowid_ = ?`).get(rowid) !== undefined;
  return isTaken ? null : rowid;
}
