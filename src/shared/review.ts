import type { Variation } from './answer.ts';
import type { Formality } from './client.ts';
import type { InsightCategory } from './insight.ts';
import type { Language, SignalLanguage } from './language.ts';
import type { JiwaField } from './memory.ts';

/** So much is decided at once; more is another decision. */
export const mostAtOnce = 5_000;

export const reviewKinds = ['insight', 'answer', 'variation', 'question', 'jiwa', 'fact'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/**
 * Why something waits for a person, where the product says it itself. `wished`: everything of its kind is to be looked
 * at. Others may come with what a model or an import says; they are shown as they are.
 */
export type ReviewReason =
  | 'wished'
  | 'import'
  | 'one_client'
  | 'injection'
  | 'low_confidence'
  | 'sensitive'
  | 'contradicts'
  | 'far'
  | 'sure'
  | 'instruction';

/** Why it waits, as it is written beside it. */
export interface ReviewNote {
  readonly reason: string;
  readonly detail?: string | null;
}

/** Why a person rejects something; kept with it, so that it does not come back. */
export const rejectionReasons = [
  'wrong',
  'not_useful',
  'sweeping',
  'tone',
  'personal',
  'known',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export interface ReviewRef {
  readonly kind: ReviewKind;
  readonly id: string;
}

/** Words behind a claim; of whom, where that is known. */
interface ReviewEvidence {
  readonly quote: string;
  readonly clientId: string | null;
  readonly messageId: string | null;
  readonly at: number | null;
}

/** Who wrote it, and in which piece of offline work. Null = unknown. */
interface ReviewOrigin {
  readonly model: string | null;
  readonly promptVersion: string | null;
  readonly runId: string | null;
  readonly nightId: string | null;
  readonly jobId: string | null;
}

interface Waiting {
  readonly id: string;
  /** Why it waits, and what the gate that sent it here saw. */
  readonly reason: string;
  readonly reasonDetail: string | null;
  readonly evidence: readonly ReviewEvidence[];
  readonly origin: ReviewOrigin;
  readonly createdAt: number;
  readonly text: string;
}

interface OfClient extends Waiting {
  readonly clientId: string;
  readonly clientName: string;
  readonly confidence: number;
  /** What is remembered there now; null = nothing. */
  readonly before: string | null;
}

/** One thing that waits for a person. */
export type ReviewItem =
  | (Waiting & {
      readonly kind: 'insight';
      readonly guidance: string;
      readonly category: InsightCategory;
      readonly language: SignalLanguage;
      readonly triggers: readonly string[];
    })
  | (Waiting & {
      readonly kind: 'answer';
      /** Title of its question. */
      readonly title: Readonly<Record<Language, string>>;
      readonly language: Language;
      readonly formality: Formality;
      /** As a client would read it, but for greeting and name. */
      readonly filled: string;
    })
  | (Waiting & {
      /** One more way to ask a question; `title` is that question's. */
      readonly kind: 'variation';
      readonly title: Readonly<Record<Language, string>>;
      readonly language: Language;
    })
  | (Waiting & {
      /** A question that came often and has no prepared answers; `text` is its title in English. */
      readonly kind: 'question';
      readonly title: Readonly<Record<Language, string>>;
      readonly variations: readonly Variation[];
      /** Slugs of the house facts that answer it. */
      readonly facts: readonly string[];
      readonly times: number;
      readonly clients: number;
    })
  | (OfClient & { readonly kind: 'jiwa'; readonly field: JiwaField })
  | (OfClient & { readonly kind: 'fact'; readonly topic: string });

export interface ReviewCounts {
  readonly total: number;
  readonly groups: readonly { readonly kind: ReviewKind; readonly reason: string; readonly n: number }[];
  /** There is a decision that can be taken back. */
  readonly canUndo: boolean;
}

/** The insight that is nearest in meaning to one that waits, whatever its status. */
export interface NearestInsight {
  readonly id: string;
  readonly text: string;
  readonly status: string;
  /** 0..1 */
  readonly nearness: number;
}

/** What a person changed before approving. */
export interface ReviewEdit {
  readonly text?: string | undefined;
  readonly guidance?: string | undefined;
  readonly triggers?: readonly string[] | undefined;
}

export interface ReviewVerdict {
  readonly decision: 'approve' | 'reject';
  readonly reason: RejectionReason | null;
  readonly note: string | null;
  /** Only for one item at a time, and only when it is approved. */
  readonly edit: ReviewEdit | null;
}

export interface ReviewOutcome {
  /** Takes all of it back; null when nothing was decided. */
  readonly batchId: string | null;
  readonly decided: number;
  /** Did not wait any more, or could not be decided. */
  readonly skipped: number;
  /** Why the first of the skipped could not be decided; null where they only did not wait any more. */
  readonly problem: string | null;
}

/** What taking back a decision did: `kept` was changed by somebody since and stays as it is. */
export interface ReviewUndone {
  readonly undone: number;
  readonly kept: number;
}
