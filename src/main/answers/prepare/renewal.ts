import type { Settings } from '../../../shared/settings.ts';
import { MINUTE, SECOND } from '../../../shared/time.ts';
import type { Clock } from '../../clock.ts';
import { endNeeds, listUnaskedNeeds, noteExpired } from '../../db/answer-needs.ts';
import type { Db } from '../../db/db.ts';
import type { Log } from '../../log.ts';
import { Lookout } from '../../lookout.ts';
import { askForAnswers, type AskWish } from './ask.ts';
import { wantedBy } from './lacking.ts';
import { sizeOf } from './room.ts';

export interface RenewalParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: () => Pick<Settings, 'answers'>;
  readonly hasEndpoint: () => boolean;
  /** Jobs were added: whoever works on the queue should look. */
  readonly onAdded: () => void;
}

/** What nobody tells is looked for so often: a day that ended, and what another process wrote. It costs a few reads. */
const LOOK_MS = MINUTE;
/** What belongs together comes within this time, and is asked for together. */
const SOON_MS = SECOND;
/** Before what an operator asks for as a whole: clients meet these questions. */
const priority = 5;

/** Asks by itself for the answers that a changed or expired fact, new words of a question or a wrong answer make wanted. */
export class Renewal {
  readonly #parts: RenewalParts;
  readonly #lookout: Lookout;

  constructor(parts: RenewalParts) {
    this.#parts = parts;
    this.#lookout = new Lookout({
      look: () => this.#look(),
      everyMs: LOOK_MS,
      soonMs: SOON_MS,
      failed: 'what is wanted of answers was not looked for',
      log: parts.log,
    });
  }

  /** Looks now and from then on. */
  start(): void {
    this.#lookout.now();
    this.#lookout.start();
  }

  /** Something was written that may make answers wanted. Costs nothing now. */
  soon(): void {
    this.#lookout.soon();
  }

  stop(): void {
    this.#lookout.stop();
  }

  /**
   * Asks for what is wanted and not asked for yet, whoever made it wanted. Nothing where no endpoint is set, or the
   * operator has it switched off: it is asked for once that changes. Returns the jobs that look at it. `wish`: what those
   * jobs are to have beside their payload and key.
   */
  askForNeeded(wish: AskWish = { priority }): string[] {
    const { db, clock, settings, hasEndpoint } = this.#parts;
    const { renewsByItself, variations } = settings().answers;
    if (!renewsByItself || !hasEndpoint()) return [];
    const now = clock.now();
    noteExpired(db, now);
    if (listUnaskedNeeds(db).length === 0) return [];
    const jobs = db
      .transaction(() =>
        listUnaskedNeeds(db).flatMap(({ intentId, language }) => {
          const payload = { intentId, language, isRenewal: true } as const;
          const { room, needs } = wantedBy(db, payload, variations, now);
          if (sizeOf(room) === 0) {
            // A mark was taken back, a fact holds again: nothing is wanted any more.
            endNeeds(db, payload, needs.at(-1)?.seq ?? 0);
            return [];
          }
          return [askForAnswers(db, payload, now, wish).id];
        }),
      )
      .immediate();
    if (jobs.length > 0) this.#parts.onAdded();
    return jobs;
  }

  #look(): void {
    const jobs = this.askForNeeded();
    if (jobs.length > 0) this.#parts.log.info({ jobs: jobs.length }, 'answers are asked for anew');
  }
}
