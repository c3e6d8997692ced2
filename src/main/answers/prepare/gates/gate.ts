import type { HouseFact } from '../../../../shared/answer.ts';
import type { Formality } from '../../../../shared/client.ts';
import type { Language } from '../../../../shared/language.ts';
import { fillSlots } from '../../../../shared/slots.ts';
import type { WrittenAnswer } from '../item.ts';

/** Why an answer is not taken, for counting. The first five are about the form of what the model sent. */
type AnswerRefusalReason =
  | 'unreadable'
  | 'invalid'
  | 'duplicate'
  | 'too_many'
  | 'cut'
  | 'placeholder'
  | 'unknown_fact'
  | 'fact_changed'
  | 'ungrounded'
  | 'figure'
  | 'promise'
  | 'personal_data'
  | 'language'
  | 'register'
  | 'opening'
  | 'length'
  | 'not_new';

/** Why an answer may not be said: for whoever looks at what was thrown away. */
export interface AnswerRefusal {
  readonly reason: AnswerRefusalReason;
  readonly detail: string;
}

/** What an answer is judged beside. */
export interface Surroundings {
  readonly language: Language;
  /** The house facts as they are now, expired ones too, by slug. */
  readonly facts: ReadonlyMap<string, HouseFact>;
  /** The facts that the model was shown, by slug: when each was changed last. */
  readonly shown: Readonly<Record<string, number>>;
  readonly now: number;
  /** Answers of the intent in this language that are not out of service. */
  readonly existing: readonly { readonly formality: Formality; readonly text: string }[];
  /** Answers of the intent in this language that a person rejected. */
  readonly rejected: readonly { readonly formality: Formality; readonly text: string }[];
}

/** Looks at one answer by itself. Null: nothing is wrong with it. */
export type AnswerGate = (answer: WrittenAnswer, beside: Surroundings) => AnswerRefusal | null;

/** The text as a client would read it, but for greeting and name. */
export function filledText(
  text: string,
  { facts, language }: Pick<Surroundings, 'facts' | 'language'>,
): string {
  return fillSlots(text, (slot) =>
    slot.kind === 'fact' ? (facts.get(slot.slug)?.value[language] ?? '') : '',
  );
}
