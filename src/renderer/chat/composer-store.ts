import { createStore } from 'zustand/vanilla';

export type Author = 'client' | 'desk';

export interface ComposerArea {
  /** Who would have written what is typed now. */
  readonly author: Author;
  /** Unsent text per client and author. */
  readonly texts: Readonly<Record<string, Readonly<Record<Author, string>>>>;
  /** A message is on its way: it must not be sent twice. */
  readonly isSending: boolean;
  /** Grows when the composer should take the focus. */
  readonly focusRequests: number;
}

export const emptyTexts: Readonly<Record<Author, string>> = { client: '', desk: '' };

export const createComposerStore = () =>
  createStore<ComposerArea>(() => ({ author: 'client', texts: {}, isSending: false, focusRequests: 0 }));
