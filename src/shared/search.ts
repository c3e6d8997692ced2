/** One result of the search over everything. `snippet` marks matches with U+E000 … U+E001. */
export interface SearchHit {
  readonly kind: 'client' | 'message' | 'insight' | 'client_fact';
  readonly id: string;
  /** Null for what belongs to no client. */
  readonly clientId: string | null;
  readonly title: string;
  readonly snippet: string;
  readonly at: number | null;
}
