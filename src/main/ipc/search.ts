import type { Core } from '../core.ts';
import { searchEverything } from '../db/search.ts';
import type { Handle } from '../shell/ipc.ts';

/** Most results a search shows; more is noise. */
const SEARCH_LIMIT = 40;

/** Search over everything, and the state of the cultural index. */
export function registerSearch(handle: Handle, desk: () => Core): void {
  handle('search:everything', ({ query }) => searchEverything(desk().db, query, SEARCH_LIMIT));
  handle('index:status', () => desk().knowledge.status());
  handle('index:rebuild', () => desk().knowledge.rebuild());
}
