import type { CatalogueChoice } from '../../../shared/insight.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { CatalogueRequest } from '../../db/catalogues.ts';
import type { Catalogue } from './today.ts';

/** Above it, `auto` leaves the catalogue out: it would cost more than it brings. */
export const MOST_INSIGHTS = 3_000;

/** How many insights a catalogue may list by this setting. */
export function mostListed(setting: Settings['insightCatalogue']): number {
  return setting === 'on' ? Number.POSITIVE_INFINITY : MOST_INSIGHTS;
}
/** A catalogue with more void lines than this is left out until tomorrow. */
export const MOST_WITHDRAWN = 100;
/** So many requests of a model without a cached token say that its cache does not work, or that the prefix is too short. */
export const UNCACHED_REQUESTS = 2;

/**
 * Whether a prompt to one model carries the catalogue. `requests`: the newest of this model that carried that of today.
 *
 * Evidence is what the model billed. Without any, it is sent: the first request writes the cache and thereby shows whether
 * there is one. A model that refused it (its context is too small) is not asked again today, even where it is `on`.
 */
export function chooseCatalogue(
  setting: Settings['insightCatalogue'],
  catalogue: Catalogue,
  requests: readonly CatalogueRequest[],
): CatalogueChoice {
  if (setting === 'off') return 'off';
  if (catalogue.insights === 0) return 'empty';
  if (catalogue.withdrawn.length > MOST_WITHDRAWN) return 'withdrawn';
  if (requests[0]?.isRefused) return 'refused';
  if (setting === 'on') return 'sent';
  if (catalogue.insights > MOST_INSIGHTS) return 'too_many';
  const newest = requests.slice(0, UNCACHED_REQUESTS);
  const isUncached = newest.length === UNCACHED_REQUESTS && newest.every(({ isCached }) => !isCached);
  return isUncached ? 'uncached' : 'sent';
}
