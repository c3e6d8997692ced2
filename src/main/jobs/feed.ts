import type { Emit } from '../../shared/events.ts';
import type { JobsOverview } from '../../shared/job.ts';
import { MINUTE, SECOND } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/db.ts';
import { addedSince, countActive, countEnded, firstBegun, readJobRows } from '../db/job-list.ts';
import type { Log } from '../log.ts';
import { throttle } from './throttle.ts';

interface FeedParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly overview: () => JobsOverview;
}

const ROWS_MS = SECOND / 10;
const OVERVIEW_MS = SECOND;
/** More in one batch, and the screen reads its page anew. */
const MOST_ROWS = 200;
const LONG_MS = 10 * MINUTE;

/** Tells the screen what happens to jobs, in batches: a thousand jobs a minute are ten events a second. */
export class JobFeed {
  readonly #parts: FeedParts;
  readonly #changed = new Set<string>();
  #isAll = false;
  #newest: number;
  /** When the work that goes on began; null while none does. */
  #since: number | null = null;
  readonly #rows = throttle(() => this.#try(() => this.#tellRows()), ROWS_MS);
  readonly #overview = throttle(() => this.#try(() => this.#tellOverview()), OVERVIEW_MS);

  constructor(parts: FeedParts) {
    this.#parts = parts;
    this.#newest = addedSince(parts.db, 0, 1).rowid;
    this.#overview.ask();
  }

  /** The rows of these jobs changed; `all`: another process changed some, nobody knows which. */
  readonly tell = (changed: readonly string[] | 'all'): void => {
    if (changed === 'all') this.#isAll = true;
    else for (const id of changed) this.#changed.add(id);
    this.#rows.ask();
    this.#overview.ask();
  };

  /** What stands beside the jobs changed: settings, a gate. */
  readonly tellOverview = (): void => this.#overview.ask();

  close(): void {
    this.#rows.end();
    this.#overview.end();
  }

  #tellRows(): void {
    const { db, emit } = this.#parts;
    // Jobs that were added within another one's transaction.
    const added = addedSince(db, this.#newest, MOST_ROWS);
    this.#newest = added.rowid;
    for (const id of added.ids) this.#changed.add(id);
    const ids = [...this.#changed];
    const isAll = this.#isAll || ids.length > MOST_ROWS;
    this.#changed.clear();
    this.#isAll = false;
    if (ids.length === 0 && !isAll) return;
    emit('job:changed', { rows: readJobRows(db, ids.slice(0, MOST_ROWS)), isAll });
  }

  #tellOverview(): void {
    this.#parts.emit('job:overview', this.#parts.overview());
    this.#watchRun();
  }

  /** Whoever went away meanwhile is told when work that took long has come to its end. */
  #watchRun(): void {
    const { db, clock, emit } = this.#parts;
    const now = clock.now();
    if (countActive(db, now) > 0) {
      this.#since ??= firstBegun(db);
      return;
    }
    if (this.#since === null) return;
    const since = this.#since;
    this.#since = null;
    if (now - since >= LONG_MS) emit('job:long-run-ended', { ms: now - since, ...countEnded(db, since) });
  }

  #try(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#parts.log.error({ error: (error as Error).name }, 'the screen could not be told of jobs');
    }
  }
}
