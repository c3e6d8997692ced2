import type { NightReviewReason } from '../../db/learnt.ts';
import type { GeneratedItem } from '../../knowledge/generate/item.ts';
import type { Likeness } from '../../knowledge/generate/likeness.ts';
import type { Evidence } from './evidence.ts';

/** A new insight that passed every gate. */
export interface NewInsight {
  readonly id: string;
  readonly item: GeneratedItem;
  readonly evidence: readonly Evidence[];
  readonly reviewReason: NightReviewReason | null;
  readonly likeness: Likeness;
  readonly model: string | null;
  readonly step: string;
}

/** One that is there already: it stands on more from now on. */
export interface Support {
  readonly insightId: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  /** Phrases that it had not; none where one client alone speaks for them. */
  readonly triggers: readonly string[];
}

export interface GuidanceChange {
  readonly insightId: string;
  readonly text: string;
  readonly before: string;
  readonly guidance: string;
  readonly evidence: readonly Evidence[];
}
