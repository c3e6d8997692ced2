import type { SignalLanguage } from './language.ts';

export const insightCategories = [
  'emotions',
  'politeness',
  'hierarchy',
  'indirect_refusal',
  'trust',
  'money',
  'time',
  'calendar',
  'religion',
  'family',
  'business',
  'bureaucracy',
  'property',
  'health',
  'daily_life',
] as const;
export type InsightCategory = (typeof insightCategories)[number];

/** Only `live` insights reach a prompt. `review` waits for a person; `rejected` is kept so that it does not come back. */
export const insightStatuses = ['live', 'review', 'retired', 'rejected'] as const;
export type InsightStatus = (typeof insightStatuses)[number];

export type InsightSource = 'starter' | 'import' | 'consultant' | 'generated' | 'night';

export interface Insight {
  readonly id: string;
  /** Stable key across imports and exports ("aku-malu-before-question"). */
  readonly slug: string;
  /** The signal and what it often means, in one sentence. */
  readonly text: string;
  /** How to check the reading and how to answer. */
  readonly guidance: string;
  readonly category: InsightCategory;
  /** Language of the signal, not of `text`. */
  readonly language: SignalLanguage;
  readonly status: InsightStatus;
  readonly source: InsightSource;
  /** Phrases as a client would write them. */
  readonly triggers: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** `stale`: built from older insights, still served while a new one is built. */
export interface IndexStatus {
  readonly state: 'ready' | 'building' | 'stale' | 'missing';
  /** Whose vectors are wanted, and whose answer now: the same but while another embedder's index is being built; null = none. */
  readonly embedder: string;
  readonly servedBy: string | null;
  readonly dimension: number;
  /** Vectors in the index (an insight has one for its text and one per trigger). */
  readonly vectors: number;
  readonly insights: number;
  /** Generation of the data, and the one the index was built from; `ready` has what changed since beside it. */
  readonly generation: number;
  readonly builtGeneration: number | null;
  /** While texts get vectors for the index that is being built: how many have one, of those that had none. */
  readonly progress: { readonly done: number; readonly of: number } | null;
}

/** How often an insight was used and found, over the replies that are kept. */
export interface InsightUsage {
  readonly timesUsed: number;
  readonly lastUsedAt: number | null;
  readonly timesFound: number;
}

export interface InsightInUse extends Insight {
  readonly usage: InsightUsage;
}

/** Why prompts to a model carry the catalogue of insights, or do not. */
export type CatalogueChoice = 'sent' | 'off' | 'empty' | 'withdrawn' | 'refused' | 'too_many' | 'uncached';

/** The catalogue of insights that prompts carry today. */
export interface CatalogueStatus {
  readonly insights: number;
  /** Estimated from its length. */
  readonly tokens: number;
  /** How many of its insights must not be used any more. */
  readonly withdrawn: number;
  /** The models that are asked, the usual one first. */
  readonly models: readonly { readonly model: string; readonly choice: CatalogueChoice }[];
}
