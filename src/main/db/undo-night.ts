import type { KeptChange } from '../../shared/night.ts';
import type { Db } from './db.ts';
import { keyAsJson, rowAsJson, shapeOf, type TableShape } from './journal.ts';
import { journaledTables } from './journaled-tables.ts';
import { deleteRow, insertRow, updateRow, type Row } from './put-back.ts';

/** One row that a night changed, with what it was before the first and after the last of the changes. */
interface Net {
  readonly shape: TableShape;
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
  /** As it is when the undoing begins. */
  readonly current: Row | null;
  readonly clientId: string | null;
}

/** Rows that are put back together or not at all. */
type Unit = readonly Net[];

/**
 * Puts every row that a night changed back as it was. What somebody changed since stays, and what belongs together with
 * it; it is returned. Ends with what was written down of the night removed. One transaction.
 */
export function undoChanges(db: Db, nightId: string): { restored: number; kept: KeptChange[] } {
  return db.transaction(() => {
    const nets = readNets(db, nightId);
    const traces = nets.filter(({ shape }) => shape.isTrace);
    const units = unitsOf(nets.filter(({ shape }) => !shape.isTrace));
    const removing = units.filter((unit) => unit.some(isAdded)).reverse();
    const others = units.filter((unit) => !unit.some(isAdded));
    const done = [...removing, ...others].map((unit) => ({ unit, isDone: putUnitBack(db, unit) }));
    const restoredTraces = traces.filter((trace) => tries(db, () => putTraceBack(db, trace))).length;
    db.prepare('DELETE FROM night_changes WHERE night_id = ?').run(nightId);
    return {
      restored: done.reduce((sum, { unit, isDone }) => sum + (isDone ? unit.length : 0), restoredTraces),
      kept: done.filter(({ isDone }) => !isDone).map(({ unit }) => keptOf(unit)),
    };
  })();
}

const isAdded = ({ before }: Net): boolean => before === null;

/** Of a row that changed several times counts how it began and how it ended; of one that is as it was, nothing. */
function readNets(db: Db, nightId: string): Net[] {
  const shapes = new Map(journaledTables.map((table) => [table.table, shapeOf(db, table)]));
  const changes = db
    .prepare<[string], { table_name: string; row_key: string; client_id: string | null } & Change>(
      'SELECT table_name, row_key, before, after, client_id FROM night_changes WHERE night_id = ? ORDER BY seq',
    )
    .all(nightId);
  const nets = new Map<string, { table: string; key: string; clientId: string | null } & Change>();
  for (const { table_name: table, row_key: key, client_id: clientId, before, after } of changes) {
    const known = nets.get(`${table} ${key}`);
    nets.set(`${table} ${key}`, { table, key, clientId, before: known ? known.before : before, after });
  }
  return journaledTables.flatMap(({ table }) =>
    [...nets.values()].flatMap(({ before, after, ...net }) => {
      const shape = shapes.get(table);
      if (net.table !== table || !shape || before === after) return [];
      const current = readRow(db, shape, net.key);
      return [{ ...net, shape, before: parsed(before), after: parsed(after), current }];
    }),
  );
}

interface Change {
  readonly before: string | null;
  readonly after: string | null;
}

const parsed = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

function readRow(db: Db, shape: TableShape, key: string): Row | null {
  const where = shape.key.map((name) => `t."${name}" = ?`).join(' AND ');
  const found = db
    .prepare<unknown[], string>(`SELECT ${rowAsJson(shape, 't')} FROM "${shape.table}" AS t WHERE ${where}`)
    .pluck()
    .get(...(JSON.parse(key) as unknown[]));
  return parsed(found ?? null);
}

const unitValues = ({ shape, before, after }: Net): unknown[] =>
  shape.unit.by.map((name) => (after ?? before)?.[name]);

/** By the first of their tables, in the order of the list. */
function unitsOf(nets: readonly Net[]): Unit[] {
  const units = new Map<string, Net[]>();
  for (const net of nets) {
    const name = JSON.stringify([net.shape.unit.name, ...unitValues(net)]);
    const unit = units.get(name);
    if (unit) unit.push(net);
    else units.set(name, [net]);
  }
  return [...units.values()];
}

/** False, with nothing changed, where somebody's work would be lost by it. */
function putUnitBack(db: Db, unit: Unit): boolean {
  if (unit.some(isTouched) || unit.some((net) => hasStrangers(db, net, unit))) return false;
  return tries(db, () => {
    for (const { shape, after, before } of [...unit].reverse()) {
      if (before === null && after) deleteRow(db, shape, after);
    }
    for (const { shape, current, before, after } of unit) {
      if (before && after && current) updateRow(db, shape, current, wantedOf(before, after));
    }
    for (const { shape, before, after } of unit) {
      if (before && after === null) insertRow(db, shape, before);
    }
  });
}

/** Its place among the others counts only where the night changed it, by removing the row and adding it again. */
function wantedOf(before: Row, after: Row): Row {
  const { _rowid_: place, ...values } = before;
  return place === after['_rowid_'] ? values : before;
}

/** What the night left is no longer there as it left it. Columns that came with a later version do not count. */
function isTouched({ after, current }: Net): boolean {
  if (after === null || current === null) return after !== current;
  return Object.keys(after).some((name) => name !== '_rowid_' && after[name] !== current[name]);
}

/** A row that the night added is gone with all that refers to it: somebody may have added to it since. */
function hasStrangers(db: Db, net: Net, unit: Unit): boolean {
  const { shape, before } = net;
  if (before !== null || !shape.isRoot) return false;
  const known = new Set(unit.map((one) => `${one.shape.table} ${one.key}`));
  return journaledTables
    .filter(({ unit: other, isTrace }) => other.name === shape.unit.name && !isTrace)
    .some((table) => {
      const other = shapeOf(db, table);
      const where = other.unit.by.map((name) => `t."${name}" = ?`).join(' AND ');
      return db
        .prepare<unknown[], string>(
          `SELECT ${keyAsJson(other, 't')} FROM "${table.table}" AS t WHERE ${where}`,
        )
        .pluck()
        .all(...unitValues(net))
        .some((key) => !known.has(`${table.table} ${key}`));
    });
}

/** Each column for itself, as far as it is what the night left there. */
function putTraceBack(db: Db, { shape, before, after, current }: Net): void {
  if (before === null && current) return deleteRow(db, shape, current);
  if (before === null || after === null) {
    if (before && current === null) insertRow(db, shape, before);
    return;
  }
  if (current === null) return;
  const mine = Object.keys(before).filter((name) => name === '_rowid_' || current[name] === after[name]);
  updateRow(db, shape, null, Object.fromEntries(mine.map((name) => [name, before[name]])), current);
}

/** False, with nothing changed, where the database refuses it: something that came since stands in the way. */
function tries(db: Db, work: () => void): boolean {
  try {
    db.transaction(work)();
    return true;
  } catch (error) {
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}

/** The unit in a person's words, by the newest row of its first table. */
function keptOf(unit: Unit): KeptChange {
  const [first] = unit;
  if (!first) throw new Error('A unit has a row at least.');
  const { shape } = first;
  const told = [...unit].reverse().find((net) => net.shape === shape && net.current !== null) ?? first;
  const row = told.current ?? told.after ?? told.before;
  const text = told.shape.text === undefined ? null : row?.[told.shape.text];
  return {
    what: shape.unit.name,
    id: unitValues(first).join('/'),
    text: typeof text === 'string' ? text : null,
    clientId: first.clientId,
  };
}
