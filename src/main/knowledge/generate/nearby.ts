import type { Db } from '../../db/db.ts';
import { textsOfCell } from '../../db/knowledge-batches.ts';
import type { Novelty } from './novelty.ts';
import type { Cell } from './plan.ts';

/** A model that is shown more of what exists writes more of the same. */
const most = 14;
const longest = 150;

/**
 * What exists near a cell, as it begins: what was made for it, then what is nearest to its words. What waits for a person
 * and what one rejected is told too, which the index of live insights does not know of.
 */
export async function nearbyOf(db: Db, novelty: Novelty, cell: Cell): Promise<string[]> {
  await novelty.follow();
  const { category, situation } = cell.about;
  const found = await novelty.nearest(`${situation}. ${category}`, cell.language, most);
  const texts = [...textsOfCell(db, cell.name, most), ...found];
  return [...new Set(texts)].slice(0, most).map((text) => text.slice(0, longest));
}
