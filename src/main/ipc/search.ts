import type { Core } from '../core.ts';
import { DeskError } from '../../shared/fault.ts';
import type { Insight, InsightInUse } from '../../shared/insight.ts';
import { readInsight } from '../db/insights.ts';
import { searchEverything } from '../db/search.ts';
import { readInsightUsage } from '../db/used-insights.ts';
import type { Handle } from '../shell/ipc.ts';

/** Most results a search shows; more is noise. */
const SEARCH_LIMIT = 40;

/** Search over everything, one insight in full, and the state of the cultural index and the catalogue. */
export function registerSearch(handle: Handle, desk: () => Core): void {
  handle('search:everything', ({ query }) => searchEverything(desk().db, query, SEARCH_LIMIT));
  handle('insight:read', ({ insightId }) => readInUse(desk(), insightId));
  handle('catalogue:status', () => desk().chat.catalogueStatus());
  handle('index:status', () => desk().knowledge.status());
  handle('index:rebuild', () => desk().knowledge.rebuild());
}

function readInUse({ db }: Core, insightId: string): InsightInUse {
  return { ...found(readInsight(db, insightId)), usage: readInsightUsage(db, insightId) };
}

function found(insight: Insight | undefined): Insight {
  if (!insight) throw new DeskError('not_found', 'This insight is gone; it may have been removed meanwhile.');
  return insight;
}
