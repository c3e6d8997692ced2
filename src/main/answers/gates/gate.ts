import type { Reading } from '../reading.ts';
import type { Scored } from '../similarity.ts';

/** The names under which a match explains itself, in the order they are asked. */
export type GateName =
  | 'similarity'
  | 'margin'
  | 'codes'
  | 'numbers'
  | 'negation'
  | 'second_question'
  | 'personal_situation'
  | 'status'
  | 'reference_back'
  | 'distress'
  | 'statement'
  | 'length'
  | 'other_matter'
  | 'missing_matter'
  | 'ellipsis'
  | 'found_wrong'
  | 'no_answer';

export interface GateResult {
  readonly gate: GateName;
  readonly isPassed: boolean;
  /** Why it stopped; empty when it did not. May quote words of the message: never log it. */
  readonly reason: string;
}

/** What a message is compared with: an intent, and its variation nearest to the message. */
type Candidate = Pick<Scored, 'subject' | 'variation' | 'isNamed'>;

/** Says why this candidate's answer must not be served for the message; null when nothing is in the way. */
export type Gate = (message: Reading, candidate: Candidate) => string | null;
