import type { Formality } from './client.ts';
import type { Language } from './language.ts';

/** A fact about the business that may be said to clients. */
export interface HouseFact {
  readonly id: string;
  /** What an answer refers to: `{{fact:slug}}`. */
  readonly slug: string;
  readonly topic: string;
  readonly value: Readonly<Record<Language, string>>;
  readonly source: string;
  /** End of validity; null = no end known. An expired fact is never said. */
  readonly validUntil: number | null;
  readonly updatedAt: number;
}

/** `HouseFact.source` of the starter pack: an invented value to be replaced, never said without a person looking. */
export const EXAMPLE_SOURCE = 'example';

export interface Variation {
  readonly language: Language;
  readonly text: string;
}

/** `stale`: a fact it uses changed; out of service until written anew. */
export const answerStatuses = ['live', 'review', 'stale', 'off'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

/** Where answers go that a model wrote and every gate let through. */
export const answerGoals = ['live', 'review'] as const satisfies readonly AnswerStatus[];
export type AnswerGoal = (typeof answerGoals)[number];

export interface PreparedAnswer {
  readonly id: string;
  readonly intentId: string;
  readonly language: Language;
  readonly formality: Formality;
  /** May hold `{{greeting}}`, `{{name}}`, `{{fact:slug}}` and nothing else in braces. */
  readonly text: string;
  readonly status: AnswerStatus;
}

export interface Intent {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Similarity (0..1) a message must reach; null = the product's default. */
  readonly threshold: number | null;
  readonly isEnabled: boolean;
  readonly variations: readonly Variation[];
  readonly answers: readonly PreparedAnswer[];
}

/** What Claude found when it looked at a prepared answer after it was shown. `reason`: one sentence for the consultant. */
export interface Verdict {
  readonly kind: 'confirmed' | 'doubtful';
  readonly reason: string;
}

/** Whether a served answer was the right one for its message. */
export type Label = 'right' | 'wrong';

/** What a label comes from: said by the consultant, done by the consultant, or found by Claude. */
export type LabelSource = 'mark' | 'thumb' | 'replaced' | 'edit' | 'sent' | 'check';

/**
 * Why a prepared answer was held as a draft although the mode is direct, with the numbers to say it.
 * - `few_checks`: `have` labels of the `needed` ones that would show the error to be small enough.
 * - `often_wrong`: `have` of `needed` labels were wrong, which no number of right ones makes good for now.
 * - `low_score`: the match scored `have`, and the intent is sure from `needed` on.
 * - `own_checks`: this very text was right `have` times in a row of the `needed`.
 */
export interface Held {
  readonly reason: 'few_checks' | 'often_wrong' | 'low_score' | 'own_checks';
  readonly have: number;
  readonly needed: number;
}

/** What has been learnt of one intent. Shares 0..1. */
export interface IntentStanding {
  readonly intent: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Times one of its answers was served, and how many of those labels speak of the answers of today. */
  readonly served: number;
  readonly labels: number;
  readonly wrong: number;
  /** The error is below this with 95 % certainty; null without labels. */
  readonly upper: number | null;
  /** What a match must score, and who says so. Null = no score is enough: found wrong too often. */
  readonly threshold: number | null;
  readonly thresholdFrom: 'operator' | 'learnt' | 'default';
  /** From which score on it is sent without asking in direct mode; null = it waits as a draft. */
  readonly sureFrom: number | null;
  /** Labels that would certify it, as many being wrong as now; null when too many are. */
  readonly needed: number | null;
}

/** What comparing the prepared answers of one question with Claude's own came to. */
export interface IntentComparison {
  readonly intent: string;
  readonly title: Readonly<Record<Language, string>>;
  /** False: its messages go to Claude. */
  readonly isEnabled: boolean;
  /** Times one of its answers was served, and how many of those Claude answered too. */
  readonly served: number;
  readonly shadows: number;
  readonly preparedBetter: number;
  readonly claudeBetter: number;
  /** Of all its shadows; null when one was written by a model without a price. */
  readonly costUsd: number | null;
}

/** Who wrote a prepared answer. */
export type AnswerSource = 'starter' | 'import' | 'consultant' | 'generated';

/** One prepared answer with where it comes from, what it stands on, and how it fared. */
export interface AnswerHistory extends Omit<PreparedAnswer, 'intentId'> {
  readonly source: AnswerSource;
  /** Of what a model wrote; null otherwise. */
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly jobId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** In the language of the answer. */
  readonly facts: readonly {
    readonly slug: string;
    readonly value: string;
    readonly validUntil: number | null;
    readonly isExpired: boolean;
  }[];
  readonly served: number;
  readonly servedAt: number | null;
  /** Whether it was right when it was served, and who says so. */
  readonly labels: readonly { readonly label: Label; readonly by: LabelSource; readonly n: number }[];
  /** A person or the check found it wrong when it was looked at last: others are said before it. */
  readonly isDoubted: boolean;
}
