import type { CatalogueStatus } from '../../../shared/insight.ts';
import type { Settings } from '../../../shared/settings.ts';
import { listCatalogueRequests } from '../../db/catalogues.ts';
import type { Db } from '../../db/db.ts';
import { chooseCatalogue, mostListed, UNCACHED_REQUESTS } from './choice.ts';
import type { CatalogueOfToday } from './today.ts';

/** Usual for text in Latin letters. */
const CHARACTERS_PER_TOKEN = 4;

/** What the settings show of the catalogue: its size today, and which models get it. */
export function readCatalogueStatus(
  { db, today }: { readonly db: Db; readonly today: CatalogueOfToday },
  { insightCatalogue, claude }: Settings,
): CatalogueStatus {
  const catalogue = today(mostListed(insightCatalogue));
  const models = [...new Set([claude.fastModel, claude.strongModel])];
  return {
    insights: catalogue.insights,
    tokens: Math.ceil(catalogue.text.length / CHARACTERS_PER_TOKEN),
    withdrawn: catalogue.withdrawn.length,
    models: models.map((model) => {
      const requests = listCatalogueRequests(db, model, catalogue.day, UNCACHED_REQUESTS);
      return { model, choice: chooseCatalogue(insightCatalogue, catalogue, requests) };
    }),
  };
}
