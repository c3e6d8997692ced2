import type { Clock } from '../../clock.ts';
import { keepCatalogue } from '../../db/catalogues.ts';
import type { Db } from '../../db/db.ts';
import { generationReader } from '../../db/generations.ts';
import { listLiveNumbers } from '../../db/insight-numbers.ts';
import { localDay } from '../escape.ts';
import { catalogueText, listedNumbers } from './text.ts';

/** The catalogue of one local day. Its text never changes; what of it may still be used does. */
export interface Catalogue {
  readonly day: string;
  /** Byte for byte the same in every prompt of the day, whichever process or window writes it. */
  readonly text: string;
  /** How many insights it lists. */
  readonly insights: number;
  lists(number: number): boolean;
  /** The numbers it lists that are no live insights any more. */
  readonly withdrawn: readonly number[];
}

/** Gives the catalogue of the day that it is now. */
export type CatalogueOfToday = () => Catalogue;

/**
 * The catalogue of today, made of the insights that are live when it is first asked for on that day. It is kept here as
 * one string, so that asking costs two comparisons and one read of a counter.
 */
export function openCatalogue({ db, clock }: { readonly db: Db; readonly clock: Clock }): CatalogueOfToday {
  const readGeneration = generationReader(db, 'insights');
  let listed: Listed | null = null;
  let current: { readonly catalogue: Catalogue; readonly generation: number } | null = null;
  return () => {
    const now = clock.now();
    const day = localDay(now);
    const generation = readGeneration();
    if (current?.catalogue.day === day && current.generation === generation) return current.catalogue;
    if (listed?.day !== day) listed = readListed(db, day, now);
    current = { catalogue: withWithdrawn(db, listed), generation };
    return current.catalogue;
  };
}

interface Listed {
  readonly day: string;
  readonly text: string;
  readonly insights: number;
  readonly numbers: ReadonlySet<number>;
}

function readListed(db: Db, day: string, now: number): Listed {
  const kept = keepCatalogue(db, day, now, catalogueText);
  return { ...kept, numbers: listedNumbers(kept.text) };
}

function withWithdrawn(db: Db, { numbers, ...kept }: Listed): Catalogue {
  const live = listLiveNumbers(db);
  const withdrawn = [...numbers].filter((number) => !live.has(number));
  return { ...kept, withdrawn, lists: (number) => numbers.has(number) };
}
