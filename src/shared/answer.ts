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
