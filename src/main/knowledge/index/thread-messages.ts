import type { FlatIndex } from './flat-index.ts';
import type { TextToEmbed } from './vector-index.ts';

/** What a worker is started for. */
export type IndexTask =
  | { readonly kind: 'load'; readonly dir: string }
  | {
      readonly kind: 'build';
      /** The database file; the worker opens it for reading. */
      readonly file: string;
      /** Null = the index is not kept. */
      readonly dir: string | null;
      readonly embedder: { readonly id: string; readonly dimension: number };
      readonly otherEmbedders: readonly string[];
      readonly now: number;
    };

/** From the worker. */
export type ThreadReport =
  /** Answered by `Embedded`. `done` of `of` texts have a vector already. */
  | {
      readonly kind: 'embed';
      readonly texts: readonly TextToEmbed[];
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: 'loaded'; readonly index: FlatIndex | null }
  | {
      readonly kind: 'built';
      readonly index: FlatIndex;
      readonly keepError: string | null;
      readonly unused: readonly number[];
    };

/** To the worker: the texts have vectors now, of this length. */
export interface Embedded {
  readonly dimension: number;
}
