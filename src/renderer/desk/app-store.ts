import { createStore } from 'zustand/vanilla';
import type { AppState } from '../../shared/app.ts';
import type { Client } from '../../shared/client.ts';
import type { SearchHit } from '../../shared/search.ts';

export type Screen = 'chat' | 'review' | 'jobs' | 'nights' | 'settings';

/** What lies over the screen; one at a time. */
export type Overlay =
  | { readonly kind: 'new_client' }
  | { readonly kind: 'edit_client'; readonly client: Client }
  | { readonly kind: 'forget_client'; readonly client: Client }
  | { readonly kind: 'details'; readonly replyId: string }
  | { readonly kind: 'insight'; readonly hit: SearchHit }
  | { readonly kind: 'clients' }
  | { readonly kind: 'memory' };

export interface AppArea {
  /** Null until the main process answered. */
  readonly state: AppState | null;
  readonly screen: Screen;
  readonly isClientsFolded: boolean;
  readonly isMemoryFolded: boolean;
  readonly overlay: Overlay | null;
  /** What a screen reader is told of a reply that ended; the number makes two equal ones differ. */
  readonly announcement: { readonly kind: 'ready' | 'failed' | 'doubted'; readonly number: number } | null;
}

export const createAppStore = () =>
  createStore<AppArea>(() => ({
    state: null,
    screen: 'chat',
    isClientsFolded: false,
    isMemoryFolded: false,
    overlay: null,
    announcement: null,
  }));
