import { DeskError } from '../../shared/fault.ts';
import type { Emit } from '../../shared/events.ts';
import type { Night, NightDetails, NightPlan, Nights as NightList, NightUndone } from '../../shared/night.ts';
import { waits } from '../../shared/job-waits.ts';
import type { Settings } from '../../shared/settings.ts';
import { HOUR, MINUTE } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';
import { cancelJob } from '../db/job-control.ts';
import type { Db } from '../db/db.ts';
import { usdPerConversation } from '../db/night-cost.ts';
import { clearSchedule, readSchedule, saveSchedule } from '../db/night-schedule.ts';
import {
  addNight,
  beginNight,
  countFree,
  findDueNight,
  listChangedClients,
  listNightJobs,
  listNights,
  markSeen,
  markUndone,
  nextNight,
  readNight,
  reopenNight,
  reviveNights,
} from '../db/nights.ts';
import { undoChanges } from '../db/undo-night.ts';
import { enqueue } from '../jobs/queue.ts';
import type { Log } from '../log.ts';
import { Lookout } from '../lookout.ts';
import { localDateOf } from './local-time.ts';
import { detailsOf } from './report.ts';
import { lookAtSchedule, type DueNight } from './schedule.ts';
import { nightSpec } from './spec.ts';

export interface NightsParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly settings: () => Pick<Settings, 'nights' | 'offline'>;
  /** The time zone of the machine, as the IANA names it. */
  readonly zone: () => string;
  /** Jobs were added, or these cancelled: whoever works on the queue should look. */
  readonly onJobs: (cancelled: readonly string[]) => void;
  /** Insights changed: the index is to follow. */
  readonly onUndone: () => void;
  readonly hasEndpoint: () => boolean;
  /** Questions whose prepared answers a night would renew. */
  readonly answersWanted: () => number;
  /** Why offline work is held back. */
  readonly holds: () => readonly string[];
}

/** Clocks and time zones change without telling, so it is looked as often as this. A look costs a few reads. */
const LOOK_MS = MINUTE;
/** Newest nights that are compared with what was told of them. */
const TOLD = 10;

/** The nights of one desk: when they are due, one after the other, and what a person does with them. */
export class Nights {
  readonly #parts: NightsParts;
  /** Nights as they were told last. */
  readonly #told = new Map<string, string>();
  readonly #lookout: Lookout;

  constructor(parts: NightsParts) {
    this.#parts = parts;
    this.#lookout = new Lookout({
      look: () => {
        this.look();
        this.#tellOthers();
      },
      everyMs: LOOK_MS,
      failed: 'nights could not be looked at',
      log: parts.log,
    });
  }

  /** Looks now and from then on. */
  start(): void {
    this.#lookout.now();
    this.#lookout.start();
  }

  stop(): void {
    this.#lookout.stop();
  }

  /** The machine woke up, the settings changed, a night came to its end. */
  soon(): void {
    this.#lookout.soon();
  }

  /** Begins what is due, or what waits for the one before it. Returns the night that was added, if one was. */
  look(): string | null {
    const { db, clock } = this.#parts;
    const now = clock.now();
    const added = db
      .transaction(() => {
        const due = this.#due(now);
        return due && addNight(db, { localDate: due.date, origin: 'schedule', to: now }, now);
      })
      .immediate();
    this.#advance();
    if (added !== null) this.#tell(added);
    return added;
  }

  /** What the schedule says, which is kept. */
  #due(now: number): DueNight | null {
    const { db, settings, zone, hasEndpoint } = this.#parts;
    const { isOn, at, catchUpHours } = settings().nights;
    // Without an endpoint nothing can be learnt, and nothing is due until there is one.
    if (!isOn || !hasEndpoint()) {
      clearSchedule(db);
      return null;
    }
    const kept = readSchedule(db);
    // A clock that was ahead when nights were switched on would hold them back until it is right again.
    const since = Math.min(kept?.since ?? now, now);
    const hasNight = (date: string) => findDueNight(db, date) !== null;
    const state = { now, time: at, zone: zone(), catchUpMs: catchUpHours * HOUR, since, hasNight };
    const { due, next } = lookAtSchedule(state);
    if (kept?.since !== since || kept.dueAt !== next.at || kept.dueDate !== next.date)
      saveSchedule(db, { since, dueDate: next.date, dueAt: next.at });
    return due;
  }

  /** Lets the night that waits longest begin, where none goes on. */
  #advance(): void {
    const { db, clock, onJobs } = this.#parts;
    const begun = db
      .transaction(() => {
        if (reviveNights(db)) return null;
        const night = nextNight(db);
        if (!night) return null;
        const { id: nightId, localDate } = night;
        const window = night.origin === 'hand' ? 'now' : 'idle';
        const wish = { payload: { nightId, localDate }, key: nightId, nightId, priority: 4, window } as const;
        const { id: jobId } = enqueue(db, nightSpec, wish, clock.now());
        beginNight(db, nightId, jobId);
        return nightId;
      })
      .immediate();
    if (begun === null) return;
    this.#parts.log.info({ night: begun }, 'a night begins');
    onJobs([]);
    this.#tell(begun);
  }

  list(): NightList {
    const { db } = this.#parts;
    const schedule = readSchedule(db);
    return {
      nights: listNights(db),
      dueAt: schedule?.dueAt ?? null,
      dueDate: schedule?.dueDate ?? null,
    };
  }

  /** Throws DeskError `not_found`. */
  show(nightId: string): NightDetails {
    return detailsOf(this.#parts.db, nightId);
  }

  seen(nightId: string): Night {
    const { db, clock } = this.#parts;
    const night = readNight(db, nightId);
    if (night.seenAt === null) {
      markSeen(db, nightId, clock.now());
      this.#tell(nightId);
    }
    return readNight(db, nightId);
  }

  /**
   * Does the work of a night now, whatever the hour, beside the one that is due. With a date: the night that was due on
   * that local day, where it was not done. One that waits or goes on already is returned. Throws DeskError `conflict`.
   */
  run(localDate?: string): Night {
    const { db, clock, hasEndpoint } = this.#parts;
    if (!hasEndpoint()) {
      const message = `${waits.notSet} A night learns with LLaMA: say in Settings where it runs.`;
      throw new DeskError('conflict', message);
    }
    const now = clock.now();
    const nightId = db.transaction(() => this.#add(localDate, now)).immediate();
    this.#advance();
    this.#tell(nightId);
    return readNight(db, nightId);
  }

  #add(localDate: string | undefined, now: number): string {
    const { db, zone } = this.#parts;
    const today = localDateOf(now, zone());
    if (localDate === undefined) {
      const going = listNights(db).find(({ state }) => state === 'waiting' || state === 'running');
      return going?.id ?? addNight(db, { localDate: today, origin: 'hand', to: now }, now);
    }
    if (localDate > today) throw new DeskError('bad_input', `${localDate} is not here yet: it is ${today}.`);
    const night = findDueNight(db, localDate);
    if (night === null) return addNight(db, { localDate, origin: 'schedule', to: now }, now);
    if (night.state === 'done') {
      const message = `The night of ${localDate} is done. To do it again, undo it first: 'night undo ${localDate}'.`;
      throw new DeskError('conflict', message);
    }
    reopenNight(db, night.id);
    return night.id;
  }

  /** What a night begun now would do; asks nothing and changes nothing. */
  plan(localDate?: string): NightPlan {
    const { db, clock, settings, zone, answersWanted, holds } = this.#parts;
    const { currency, perUsd } = settings().offline;
    const each = usdPerConversation(db);
    const free = countFree(db);
    return {
      localDate: localDate ?? localDateOf(clock.now(), zone()),
      ...free,
      answers: answersWanted(),
      cost: each === null ? null : { amount: each * free.conversations * perUsd, currency },
      holds: holds(),
    };
  }

  /**
   * Puts back all that a night changed, and ends what it still has to do. What somebody changed since stays and is told.
   * Throws DeskError `not_found`, and `conflict` for a night that goes on, waits or is undone.
   */
  undo(nightId: string): NightUndone {
    const { db, clock, emit, onJobs, onUndone, log } = this.#parts;
    const now = clock.now();
    const undone = db
      .transaction(() => {
        const { state, localDate } = readNight(db, nightId);
        if (state !== 'done' && state !== 'failed')
          throw new DeskError('conflict', `The night of ${localDate} is ${state}: there is nothing to undo.`);
        const alive = listNightJobs(db, nightId).filter(
          ({ state: of }) => of === 'waiting' || of === 'running',
        );
        const cancelled = alive.flatMap(({ id }) => cancelJob(db, id, now));
        const clients = listChangedClients(db, nightId);
        const outcome = undoChanges(db, nightId);
        markUndone(db, nightId, outcome.kept.length, now);
        return { ...outcome, cancelled, clients };
      })
      .immediate();
    const { restored, kept, cancelled, clients } = undone;
    log.info({ night: nightId, restored, kept: kept.length }, 'a night was undone');
    onJobs(cancelled);
    onUndone();
    for (const clientId of clients) emit('memory:changed', { clientId });
    this.#tell(nightId);
    return { restored, kept, night: readNight(db, nightId) };
  }

  /** A night came on, or to its end: the next one may begin. */
  readonly changed = (nightId: string): void => {
    this.#tell(nightId);
    this.#advance();
  };

  #tell(nightId: string): void {
    const night = readNight(this.#parts.db, nightId);
    this.#told.set(nightId, JSON.stringify(night));
    this.#parts.emit('night:changed', { night });
  }

  /** What nobody tells: a job that gave up, and what another process did. */
  #tellOthers(): void {
    const isFirst = this.#told.size === 0;
    for (const night of listNights(this.#parts.db, TOLD)) {
      if (isFirst) this.#told.set(night.id, JSON.stringify(night));
      else if (this.#told.get(night.id) !== JSON.stringify(night)) this.#tell(night.id);
    }
  }
}
