import { setImmediate as nextTurn } from 'node:timers/promises';
import { DeskError } from '../../../shared/fault.ts';
import { languages, type Language } from '../../../shared/language.ts';
import type { ProposalStart } from '../../../shared/proposal.ts';
import { DAY } from '../../../shared/time.ts';
import { listIntents } from '../../db/intents.ts';
import { proposedKeys } from '../../db/proposed-intents.ts';
import { keepSources, listUnanswered } from '../../db/unanswered.ts';
import { enqueue, type JobWish } from '../../jobs/queue.ts';
import { read } from '../reading.ts';
import { groupQuestions, isQuestion, type AskedMessage, type QuestionGroup } from './questions.ts';
import { intentsSpec, variationsKey, variationsSpec } from './spec.ts';
import type { TrialParts } from './trial.ts';

export interface ProposalParts extends TrialParts {
  /** Jobs were added: whoever works on the queue should look. */
  readonly onChange: () => void;
}

export interface ProposeWish {
  /** Absent = all that are on. */
  readonly intent?: string | undefined;
  readonly language?: Language | undefined;
  /** Absent = both. */
  readonly what?: 'variations' | 'intents' | undefined;
  /** How its jobs are to be done; one after the other when nothing else waits, unless given. */
  readonly wish?: Pick<JobWish<unknown>, 'nightId' | 'window' | 'priority'> | undefined;
}

/** Messages that are looked at for new questions: of so many days, the newest so many, none longer than this. */
const lookBack = 30 * DAY;
const mostMessages = 2_000;
const mostCharacters = 400;

/** Asks for what could be added to prepared answers. The work itself is done by jobs. */
export class Proposals {
  readonly #parts: ProposalParts;

  constructor(parts: ProposalParts) {
    this.#parts = parts;
  }

  /** Asks for it; what is on its way is not asked for again. Throws DeskError `not_found`. */
  async start({ intent, language, what, wish: how }: ProposeWish = {}): Promise<ProposalStart> {
    const { db, clock } = this.#parts;
    const intents = listIntents(db).filter(({ slug }) => intent === undefined || slug === intent);
    if (intent !== undefined && intents.length === 0)
      throw new DeskError('not_found', `There is no intent ${intent}.`);
    const wantsNew = what !== 'variations' && intent === undefined && language === undefined;
    const groups = wantsNew ? await this.#questions() : [];
    const started = db
      .transaction(() => {
        const targets = what === 'intents' ? [] : intents.filter(({ isEnabled }) => isEnabled);
        const variations = targets.flatMap(({ id: intentId }) =>
          languages
            .filter((one) => language === undefined || one === language)
            .map((one) => {
              const payload = { intentId, language: one };
              const wish = { priority: 8, ...how, payload, key: variationsKey(payload) };
              return enqueue(db, variationsSpec, wish, clock.now());
            }),
        );
        return [...variations, ...groups.map((group) => this.#ask(group, how))];
      })
      .immediate();
    this.#parts.onChange();
    return {
      jobs: started.map(({ id }) => id),
      added: started.filter(({ isNew }) => isNew).length,
      questions: groups.length,
    };
  }

  #ask(
    { keys, messages }: QuestionGroup,
    how: ProposeWish['wish'],
  ): { readonly id: string; readonly isNew: boolean } {
    const { db, clock } = this.#parts;
    const sorted = [...keys].sort();
    const wish = { priority: 8, ...how, payload: { keys: sorted }, key: sorted.join(' ') };
    const job = enqueue(db, intentsSpec, wish, clock.now());
    if (job.isNew)
      keepSources(
        db,
        job.id,
        messages.map(({ id }) => id),
      );
    return job;
  }

  /** What clients asked lately and often without a prepared answer being served. */
  async #questions(): Promise<QuestionGroup[]> {
    const { db, clock, embedder, lexicon } = this.#parts;
    const messages = listUnanswered(db, clock.now() - lookBack, mostCharacters, mostMessages);
    const asked: AskedMessage[] = [];
    for (const message of messages) {
      await nextTurn();
      const reading = read(message.text, message.language, lexicon);
      if (!isQuestion(reading)) continue;
      // Messages of clients are no lasting texts: their vectors are not kept.
      const [vector = new Float32Array(0)] = await embedder.embed([message.text], 'query');
      asked.push({ message, reading, vector });
    }
    return groupQuestions(asked, proposedKeys(db));
  }
}
