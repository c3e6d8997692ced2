import { formalities } from '../../../shared/client.ts';
import { languages, type Language } from '../../../shared/language.ts';
import type { AnswerGoal, PreparedAnswer } from '../../../shared/answer.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import { usableAnswers } from '../../db/answer-origins.ts';
import { listIntents } from '../../db/intents.ts';
import { enqueue } from '../../jobs/queue.ts';
import { DeskError } from '../../../shared/fault.ts';
import { keyOf, prepareSpec } from './spec.ts';

export interface PreparationParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly settings: () => Pick<Settings, 'answers'>;
  /** Jobs were added: whoever works on the queue should look. */
  readonly onChange: () => void;
}

export interface PrepareWish {
  /** Absent = all. */
  readonly intent?: string | undefined;
  readonly language?: Language | undefined;
  /** Absent = as the settings say when the answers are there. */
  readonly goesTo?: AnswerGoal | undefined;
}

/** Answers that an intent should have in a language and has not. */
export interface Lack {
  readonly intentId: string;
  readonly intent: string;
  readonly language: Language;
  readonly missing: number;
}

export interface PreparationStart {
  /** All jobs that work on what is lacking, those that were on their way too. */
  readonly jobs: readonly string[];
  /** Of them, those that this asked for. */
  readonly added: number;
  /** Answers that are lacking. */
  readonly missing: number;
}

/** Prepared answers, as they should be: finds what is lacking and asks for it. The work itself is done by jobs. */
export class Preparation {
  readonly #parts: PreparationParts;

  constructor(parts: PreparationParts) {
    this.#parts = parts;
  }

  /** What is lacking now. Throws DeskError `not_found` for an intent that is not there. */
  lacking(wish: Pick<PrepareWish, 'intent' | 'language'> = {}): Lack[] {
    const { db, clock, settings } = this.#parts;
    const intents = listIntents(db).filter(({ slug }) => wish.intent === undefined || slug === wish.intent);
    if (wish.intent !== undefined && intents.length === 0)
      throw new DeskError('not_found', `There is no intent ${wish.intent}.`);
    const usable = usableAnswers(db, clock.now());
    const { variations } = settings().answers;
    return intents
      .filter(({ isEnabled }) => isEnabled)
      .flatMap(({ id, slug }) =>
        languages
          .filter((language) => wish.language === undefined || language === wish.language)
          .map((language) => ({
            intentId: id,
            intent: slug,
            language,
            missing: missingOf(usable.get(keyOf({ intentId: id, language })) ?? [], variations),
          })),
      )
      .filter(({ missing }) => missing > 0);
  }

  /** Asks for exactly what is lacking; what is on its way already is not asked for again. */
  start(wish: PrepareWish = {}): PreparationStart {
    const { db, clock } = this.#parts;
    const started = db
      .transaction(() => {
        const lacking = this.lacking(wish);
        const asked = lacking.map(({ intentId, language }) => {
          const payload = { intentId, language, ...(wish.goesTo ? { goesTo: wish.goesTo } : {}) };
          return enqueue(db, prepareSpec, { payload, key: keyOf(payload), priority: 6 }, clock.now());
        });
        return {
          jobs: asked.map(({ id }) => id),
          added: asked.filter(({ isNew }) => isNew).length,
          missing: lacking.reduce((sum, { missing }) => sum + missing, 0),
        };
      })
      .immediate();
    this.#parts.onChange();
    return started;
  }
}

function missingOf(usable: readonly PreparedAnswer[], variations: number): number {
  return formalities
    .map((formality) => variations - usable.filter((one) => one.formality === formality).length)
    .reduce((sum, missing) => sum + Math.max(0, missing), 0);
}
