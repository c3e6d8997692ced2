import type { Core } from '../core.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Insight } from '../../shared/insight.ts';
import { readInsight } from '../db/insights.ts';
import { searchEverything } from '../db/search.ts';
import type { Handle } from '../shell/ipc.ts';

/** Most results a search shows; more is noise. */
const SEARCH_LIMIT = 40;

/** Search over everything, one insight in full, and the state of the cultural index. */
export function registerSearch(handle: Handle, desk: () => Core): void {
  handle('search:everything', ({ query }) => searchEverything(desk().db, query, SEARCH_LIMIT));
  handle('insight:read', ({ insightId }) => found(readInsight(desk().db, insightId)));
  handle('index:status', () => desk().knowledge.status());
  handle('index:rebuild', () => desk().knowledge.rebuild());
}

function found(insight: Insight | undefined): Insight {
  if (!insight) throw new DeskError('not_found', 'This insight is gone; it may have been removed meanwhile.');
  return insight;
}
