import type { Usage } from '../../../shared/message.ts';

/** Characters of a request: before the catalogue (tools and rules), in it, and after it. */
export interface Extent {
  readonly before: number;
  readonly catalogue: number;
  readonly after: number;
}

/**
 * What of the tokens of one request belongs to the catalogue; the API bills them in one sum. The tools and rules before it
 * and the catalogue each end at a mark of the cache, so that the kinds of tokens tell them apart:
 * - read and written: the rules were read, the catalogue was written. Its tokens are those written, exactly.
 * - read alone, or written alone: both stand in that sum, and share it by their characters.
 * - neither: nothing is cached, and it shares the whole prompt by characters.
 */
export function shareOfCatalogue(usage: Usage, extent: Extent): Usage {
  const { input, cacheRead, cacheWrite } = usage;
  const none: Usage = { input: 0, output: 0, cacheRead: 0, cacheWrite: 0 };
  const prefix = extent.before + extent.catalogue;
  const share = (tokens: number, characters: number) => Math.round((tokens * extent.catalogue) / characters);
  if (extent.catalogue === 0) return none;
  if (cacheRead > 0 && cacheWrite > 0) return { ...none, cacheWrite };
  if (cacheRead > 0) return { ...none, cacheRead: share(cacheRead, prefix) };
  if (cacheWrite > 0) return { ...none, cacheWrite: share(cacheWrite, prefix) };
  return { ...none, input: share(input, prefix + extent.after) };
}
