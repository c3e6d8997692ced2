/** One text at a time. */
export interface WorkerRequest {
  readonly id: number;
  readonly text: string;
}

export type WorkerAnswer =
  | { readonly kind: 'loaded' }
  /** The model cannot be loaded; nothing more comes. */
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'vector'; readonly id: number; readonly vector: Float32Array }
  /** Why a text could not be embedded; never the text. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
