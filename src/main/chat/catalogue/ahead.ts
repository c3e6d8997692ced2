import type { Settings } from '../../../shared/settings.ts';
import { HOUR, SECOND } from '../../../shared/time.ts';
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import { mostListed } from './choice.ts';
import type { CatalogueOfToday } from './today.ts';

/** After the start has come to rest. */
const FIRST_MS = 2 * SECOND;

interface Parts {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly today: CatalogueOfToday;
  readonly log: Log;
}

/**
 * Makes the text of each day before a message waits for it: soon after the start, after every midnight, and at least once
 * an hour, since a machine may sleep through midnight. Returns what ends it. Keeps no process alive.
 */
export function makeCataloguesAhead(parts: Parts): () => void {
  let timer: NodeJS.Timeout;
  const next = (ms: number) => {
    timer = setTimeout(() => {
      makeNow(parts);
      next(Math.min(HOUR, untilMidnight(parts.clock.now()) + SECOND));
    }, ms);
    timer.unref();
  };
  next(FIRST_MS);
  return () => clearTimeout(timer);
}

function makeNow({ settings, today, log }: Parts): void {
  const { insightCatalogue } = settings();
  if (insightCatalogue === 'off') return;
  try {
    today(mostListed(insightCatalogue));
  } catch (error) {
    // The next message tries again.
    log.warn({ error: error instanceof Error ? error.name : typeof error }, 'no catalogue was made ahead');
  }
}

function untilMidnight(now: number): number {
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - now;
}
