import type { Db } from '../../db/db.ts';
import { textsOfCell } from '../../db/knowledge-batches.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Cell } from './plan.ts';

/** A model that is shown more of what exists writes more of the same. */
const most = 14;
const longest = 150;

/** What exists near a cell, as it begins: what was made for it, then what the index finds for its words. */
export async function nearbyOf(db: Db, knowledge: Pick<Knowledge, 'explain'>, cell: Cell): Promise<string[]> {
  const { category, situation } = cell.about;
  const { candidates } = await knowledge.explain(`${situation}. ${category}`, { limit: most });
  const found = candidates.map(({ item }) => item).filter(({ language }) => language === cell.language);
  const texts = [...textsOfCell(db, cell.name, most), ...found.map(({ text }) => text)];
  return [...new Set(texts)].slice(0, most).map((text) => text.slice(0, longest));
}
