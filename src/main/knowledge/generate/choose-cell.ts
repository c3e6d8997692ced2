import { createHash } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import { liveByCell, liveByKind, outstandingByCell } from '../../db/knowledge-batches.ts';
import type { Cell, Plan } from './plan.ts';

/**
 * The cell with the fewest live insights, with what was asked for there and did not come counted as if it had, so that a
 * cell which gives nothing is not asked for ever. Of several the one whose category and language lie furthest behind their
 * share of the plan; then by lot, the same in every process.
 */
export function chooseCell(db: Db, { cells }: Plan, runId: string): Cell {
  const live = liveByCell(db);
  const outstanding = outstandingByCell(db, runId);
  const emptiest = leastOf(cells, ({ name }) => (live.get(name) ?? 0) + (outstanding.get(name) ?? 0));
  const full = kindFullness(db, cells, outstanding);
  const behind = leastOf(emptiest, (cell) => full(kindOf(cell)));
  const [chosen] = leastOf(behind, ({ name }) => lot(runId, name));
  if (!chosen) throw new Error('The plan for knowledge has no cell.');
  return chosen;
}

const kindOf = ({ category, language }: Cell): string => `${category}/${language}`;

/** Insights of a category and a language for each cell that the plan has of them. */
function kindFullness(
  db: Db,
  cells: readonly Cell[],
  outstanding: ReadonlyMap<string, number>,
): (kind: string) => number {
  const counts = liveByKind(db);
  const shares = new Map<string, number>();
  for (const cell of cells) {
    const kind = kindOf(cell);
    shares.set(kind, (shares.get(kind) ?? 0) + 1);
    counts.set(kind, (counts.get(kind) ?? 0) + (outstanding.get(cell.name) ?? 0));
  }
  return (kind) => (counts.get(kind) ?? 0) / (shares.get(kind) ?? 1);
}

function leastOf(cells: readonly Cell[], measure: (cell: Cell) => number): Cell[] {
  const measured = cells.map((cell) => ({ cell, at: measure(cell) }));
  const least = measured.reduce((low, { at }) => Math.min(low, at), Infinity);
  return measured.filter(({ at }) => at === least).map(({ cell }) => cell);
}

function lot(runId: string, name: string): number {
  return createHash('sha256').update(`${runId}/${name}`).digest().readUInt32LE();
}
