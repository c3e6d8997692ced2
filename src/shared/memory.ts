/** The nine jiwa fields, in the order they are shown. */
export const jiwaFields = [
  'emotional_state',
  'trust_level',
  'communication_preference',
  'life_phase',
  'dreams',
  'anxieties',
  'personality',
  'relationship_with_us',
  'cultural_bridge_needed',
] as const;
export type JiwaField = (typeof jiwaFields)[number];

/** Who wrote a memory. A locked one is changed by the consultant only. */
export type MemoryAuthor = 'consultant' | 'claude' | 'llama' | 'import';

/** The client's own words behind a claim. */
export interface Evidence {
  readonly quote: string;
  readonly messageId: string | null;
  readonly at: number | null;
}

interface MemoryEntry {
  readonly id: string;
  readonly clientId: string;
  readonly value: string;
  readonly author: MemoryAuthor;
  /** 0..1; the consultant's own entries are 1. */
  readonly confidence: number;
  readonly evidence: Evidence | null;
  readonly isLocked: boolean;
  readonly validFrom: number;
  /** null = holds now. */
  readonly validTo: number | null;
}

/** A plain remembered fact. `topic` is a short snake_case key ("passport_expiry"), one live value per topic. */
export interface ClientFact extends MemoryEntry {
  readonly topic: string;
}

export interface JiwaEntry extends MemoryEntry {
  readonly field: JiwaField;
}

/** What is remembered of one client now. */
export interface Memory {
  readonly clientId: string;
  readonly facts: readonly ClientFact[];
  readonly jiwa: readonly JiwaEntry[];
}
