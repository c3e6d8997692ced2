import type { PreparedAnswer } from '../../../shared/answer.ts';
import { formalities, type Formality } from '../../../shared/client.ts';
import type { AnswerNeed } from '../../db/answer-needs.ts';

/** Answers of each register. */
export type Room = Readonly<Record<Formality, number>>;

interface Stock {
  /** Answers of a question in a language that are said or wait for a person, none of their facts expired. */
  readonly usable: readonly PreparedAnswer[];
  /** Of all answers, those that were found wrong. */
  readonly doubted: ReadonlySet<string>;
  /** The question is asked in words that none of its answers knows. */
  readonly isReworded: boolean;
}

/** However often it is doubted or reworded, a question has no more usable answers of a register than this many times the setting. */
const mostTimes = 2;

/**
 * How many answers of each register are lacking of `variations`. A doubted one stays, and another is asked for beside
 * it; a question asked in new words wants one more that knows them.
 */
export function roomIn({ usable, doubted, isReworded }: Stock, variations: number): Room {
  const room = (wanted: Formality) => {
    const there = usable.filter(({ formality }) => formality === wanted);
    const good = there.filter(({ id }) => !doubted.has(id)).length;
    const lacking = Math.max(variations - good, isReworded ? 1 : 0);
    return Math.max(0, Math.min(lacking, mostTimes * variations - there.length));
  };
  return { informal: room('informal'), formal: room('formal') };
}

/** Of what is lacking, what these needs ask for: nothing that they do not speak of. */
export function roomFor(needs: readonly AnswerNeed[], room: Room): Room {
  const needed = (wanted: Formality) =>
    Math.min(room[wanted], needs.filter(({ formality }) => formality === wanted).length);
  return { informal: needed('informal'), formal: needed('formal') };
}

export const sizeOf = (room: Room): number =>
  formalities.map((formality) => room[formality]).reduce((sum, wanted) => sum + wanted, 0);
