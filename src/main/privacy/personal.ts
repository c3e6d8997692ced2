import type { NumberRun } from './numbers/number-runs.ts';
import type { Word } from './names/words.ts';

/** Kinds of personal data, in the order in which they win where two claim the same characters. */
export const personalTypes = [
  'link',
  'email',
  'iban',
  'tax_code',
  'npwp',
  'nik',
  'card',
  'document',
  'passport',
  'account',
  'phone',
  'birth_date',
  'plate',
  'address',
  'handle',
  'name',
] as const;
export type PersonalType = (typeof personalTypes)[number];

/** Characters `start` to `end` (exclusive) of a text. */
export interface Span<T> {
  readonly start: number;
  readonly end: number;
  readonly type: T;
}

/** What leads to a person. */
export type PersonalSpan = Span<PersonalType>;

/** Names that are known before anything is read: how a client is called, and who else belongs to it. */
export interface KnownNames {
  readonly names: readonly string[];
}

/** A text, read once for all finders. */
export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly numbers: readonly NumberRun[];
}

/** Finds one type of personal data. Takes time in proportion to the text. */
export type Finder = (reading: Reading) => readonly PersonalSpan[];
