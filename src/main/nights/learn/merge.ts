import type { InsightSource } from '../../../shared/insight.ts';
import type { Db } from '../../db/db.ts';
import type { DayRange } from '../../db/day-record.ts';
import { listFoundTogether, readFate, type InsightFate } from '../../db/insight-fates.ts';
import { repeats } from '../../knowledge/generate/likeness.ts';
import type { Novelty } from '../../knowledge/generate/novelty.ts';

/** Two insights that say the same: one stays, with all that the other stands on. */
export interface Merge {
  readonly winner: InsightFate;
  readonly loser: InsightFate;
  readonly how: string;
}

/** Pairs that are looked at, and merges of one night: what is found together most is what fills prompts twice. */
const most = { pairs: 300, merges: 10 } as const;

/** Near-duplicates among those that messages of the day were given together. `novelty` has followed the database. */
export function mergesOf(db: Db, novelty: Novelty, range: DayRange): Merge[] {
  const merges: Merge[] = [];
  const touched = new Set<string>();
  for (const { oneId, otherId } of listFoundTogether(db, range, most.pairs)) {
    if (merges.length >= most.merges) return merges;
    if (touched.has(oneId) || touched.has(otherId)) continue;
    const how = sameness(novelty, oneId, otherId);
    const [one, other] = [readFate(db, oneId), readFate(db, otherId)];
    if (how === null || !one || !other) continue;
    touched.add(oneId).add(otherId);
    merges.push({ ...decide(one, other), how });
  }
  return merges;
}

function sameness(novelty: Novelty, oneId: string, otherId: string): string | null {
  const [one, other] = [novelty.known(oneId), novelty.known(otherId)];
  return one && other ? (repeats(one, other) ?? repeats(other, one)) : null;
}

const isOfAModel = (source: InsightSource): boolean => source === 'generated' || source === 'night';

const rank = (fate: InsightFate) => [isOfAModel(fate.source) ? 0 : 1, fate.used, -fate.createdAt] as const;

/** What a person wrote stays; of two by models the one that was used more, and of those the older. */
function decide(one: InsightFate, other: InsightFate): Pick<Merge, 'winner' | 'loser'> {
  const [left, right] = [rank(one), rank(other)];
  const at = left.findIndex((value, index) => value !== right[index]);
  const isOneFirst = at < 0 || (left[at] ?? 0) > (right[at] ?? 0);
  return isOneFirst ? { winner: one, loser: other } : { winner: other, loser: one };
}
