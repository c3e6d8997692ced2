import type { Clock } from '../../clock.ts';
import { keepCatalogue, readCatalogue, type KeptCatalogue } from '../../db/catalogues.ts';
import type { Db } from '../../db/db.ts';
import { generationReader } from '../../db/generations.ts';
import { listLiveNumbers } from '../../db/insight-numbers.ts';
import { countLiveInsights } from '../../db/insights.ts';
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

/**
 * Gives the catalogue of the day that it is now. Where no insight is live, or more than `most`, and no text of the day is
 * kept yet, none is made: it lists nothing then, and `insights` says how many are live.
 */
export type CatalogueOfToday = (most: number) => Catalogue;

/**
 * The catalogue of today, made of the insights that are live when it is first asked for on that day. It is kept here as
 * one string, so that asking costs a few comparisons and one read of a counter.
 */
export function openCatalogue({ db, clock }: { readonly db: Db; readonly clock: Clock }): CatalogueOfToday {
  const readGeneration = generationReader(db, 'insights');
  let listed: Listed | null = null;
  let current: { catalogue: Catalogue; generation: number; most: number } | null = null;
  return (most) => {
    const now = clock.now();
    const day = localDay(now);
    const generation = readGeneration();
    const isCurrent = current?.catalogue.day === day && current.generation === generation;
    if (current && isCurrent && (listed?.day === day || current.most === most)) return current.catalogue;
    if (listed?.day !== day) listed = readListed(db, day, now, most);
    const catalogue = listed ? withWithdrawn(db, listed) : nothingListed(day, countLiveInsights(db));
    current = { catalogue, generation, most };
    return catalogue;
  };
}

interface Listed extends KeptCatalogue {
  readonly numbers: ReadonlySet<number>;
}

function readListed(db: Db, day: string, now: number, most: number): Listed | null {
  const kept = readCatalogue(db, day) ?? make(db, day, now, most);
  return kept && { ...kept, numbers: listedNumbers(kept.text) };
}

function make(db: Db, day: string, now: number, most: number): KeptCatalogue | null {
  const live = countLiveInsights(db);
  return live === 0 || live > most ? null : keepCatalogue(db, day, now, catalogueText);
}

function nothingListed(day: string, insights: number): Catalogue {
  return { day, text: '', insights, withdrawn: [], lists: () => false };
}

function withWithdrawn(db: Db, { numbers, ...kept }: Listed): Catalogue {
  const live = listLiveNumbers(db);
  const withdrawn = [...numbers].filter((number) => !live.has(number));
  return { ...kept, withdrawn, lists: (number) => numbers.has(number) };
}
