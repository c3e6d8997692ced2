import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { AppArea } from './app-store.ts';
import type { Desk } from './desk.ts';
import type { ClientsArea } from '../chat/clients-store.ts';
import type { TimelineArea } from '../chat/timeline-store.ts';
import type { AppState } from '../../shared/app.ts';

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk of this window. Throws outside of `DeskProvider`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk must be used inside DeskProvider');
  return desk;
}

export const useApp = <T,>(select: (area: AppArea) => T): T => useStore(useDesk().app, select);

export const useClients = <T,>(select: (area: ClientsArea) => T): T => useStore(useDesk().clients, select);

export const useTimeline = <T,>(select: (area: TimelineArea) => T): T => useStore(useDesk().timeline, select);

/** One value out of the app's state. Only for what is shown after it was read. */
export function useAppState<T>(select: (state: AppState) => T): T {
  return useApp((area) => {
    if (area.state === null) throw new Error('the state of the app was used before it was read');
    return select(area.state);
  });
}
