import type { Db } from '../db/db.ts';
import { findSaid, type Recalled } from '../db/recall.ts';

/** Characters of one recalled message that are given to a model. */
const LONGEST = 1_000;

/** What was said with this client before, best match first; any of the query's words counts, rare ones most. */
export function recallMessages(db: Db, clientId: string, query: string, limit: number): Recalled[] {
  return findSaid(db, { clientId, query, limit, longest: LONGEST });
}
