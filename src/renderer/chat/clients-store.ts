import { createStore } from 'zustand/vanilla';
import type { Client, ClientRow } from '../../shared/client.ts';

export interface ClientsArea {
  readonly rows: readonly ClientRow[];
  readonly query: string;
  readonly selectedId: string | null;
  /** The selected client as last known: a list that is searched for another one does not hold it. */
  readonly selected: Client | null;
  /** The list was read at least once; before, an empty one means nothing. */
  readonly isLoaded: boolean;
}

export const createClientsStore = () =>
  createStore<ClientsArea>(() => ({
    rows: [],
    query: '',
    selectedId: null,
    selected: null,
    isLoaded: false,
  }));

/** The client whose conversation is shown, whatever the list is searched for. */
export function openClient({ rows, selectedId, selected }: ClientsArea): Client | undefined {
  const row = rows.find(({ id }) => id === selectedId);
  return row ?? (selected !== null && selected.id === selectedId ? selected : undefined);
}
