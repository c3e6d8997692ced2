import { createStore } from 'zustand/vanilla';
import type { ClientRow } from '../../shared/client.ts';

export interface ClientsArea {
  readonly rows: readonly ClientRow[];
  readonly query: string;
  readonly selectedId: string | null;
  /** The list was read at least once; before, an empty one means nothing. */
  readonly isLoaded: boolean;
}

export const createClientsStore = () =>
  createStore<ClientsArea>(() => ({ rows: [], query: '', selectedId: null, isLoaded: false }));
