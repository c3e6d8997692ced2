import type { Variation } from './answer.ts';
import type { Language } from './language.ts';

export const proposalStates = ['waiting', 'approved', 'rejected'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** Why a proposal waits or was refused, where the product says it itself. */
export type ProposalReason =
  /** Everything of its kind is to be looked at. */
  | 'wished'
  /** Its question shares little with it, so that the matcher cannot say whether it belongs there. */
  | 'far'
  /** Its question goes out alone, and would lose that by a new variation. */
  | 'sure'
  | 'unreadable'
  | 'invalid'
  | 'duplicate'
  | 'too_many'
  | 'cut'
  | 'language'
  | 'length'
  | 'personal_data'
  | 'not_new'
  /** Nearer to another question, or a match of it already. */
  | 'other_question'
  /** With it the matcher would take what belongs to another question, or what was found wrong. */
  | 'takes_others'
  /** The matcher would not serve even this very text. */
  | 'not_matched'
  /** Too few of its ways to ask are left. */
  | 'too_few';

interface Proposal {
  readonly id: string;
  readonly state: ProposalState;
  /** Why it waits, or why gates refused it; null where a person decided or it passed. */
  readonly reason: ProposalReason | null;
  readonly detail: string | null;
  /** Null while it waits. */
  readonly decidedBy: 'gates' | 'person' | null;
  readonly jobId: string | null;
  readonly model: string | null;
  readonly promptVersion: string;
  readonly createdAt: number;
  readonly decidedAt: number | null;
}

/** One more way to ask a question that has prepared answers. */
export interface ProposedVariation extends Proposal {
  readonly intentId: string;
  readonly intent: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly language: Language;
  readonly text: string;
}

/** A question that came often and has no prepared answers. It always waits for a person. */
export interface ProposedIntent extends Proposal {
  readonly title: Readonly<Record<Language, string>>;
  readonly variations: readonly Variation[];
  /** Slugs of the house facts that answer it, as far as there are any. */
  readonly facts: readonly string[];
  /** How often it came, and from how many clients. */
  readonly times: number;
  readonly clients: number;
  /** What approving it made. */
  readonly intentId: string | null;
}

/** Proposals that were asked for. */
export interface ProposalStart {
  /** Those on their way too. */
  readonly jobs: readonly string[];
  readonly added: number;
  /** Questions that came often without a prepared answer. */
  readonly questions: number;
}
