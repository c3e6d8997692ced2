/** What can keep the model on this computer from serving; translated under `modelFault.<code>`. */
export type ModelFault =
  | 'no_network'
  | 'not_found'
  | 'refused'
  | 'wrong_content'
  | 'no_space'
  | 'folder'
  | 'unusable';

/** The model that measures meaning on this computer. Bytes are of all its files together; null while the hub did not say. */
export type ModelState =
  | { readonly kind: 'absent' }
  /** Fetching ended before its end and can go on. */
  | { readonly kind: 'partial'; readonly bytes: number; readonly total: number | null }
  | { readonly kind: 'fetching'; readonly bytes: number; readonly total: number | null }
  /** Everything is here; it is being tried out. */
  | { readonly kind: 'checking'; readonly total: number }
  /** `message` says what was wrong, where, and what to do. What was fetched is kept. */
  | { readonly kind: 'failed'; readonly fault: ModelFault; readonly message: string }
  | { readonly kind: 'ready'; readonly total: number };

/** What a hub has to offer: the size of the chosen model. */
export interface ModelOffer {
  readonly model: string;
  readonly total: number;
}
