import { createStore } from 'zustand/vanilla';
import type { ClientAnalysis } from '../../shared/analysis.ts';
import type { Memory } from '../../shared/memory.ts';

export interface MemoryArea {
  readonly clientId: string | null;
  /** Null until it was read. */
  readonly memory: Memory | null;
  /** It could not be read, and nothing of it is shown. */
  readonly isUnreadable: boolean;
  /** What was understood last, and where the newest stands; null until it was read. */
  readonly analysis: ClientAnalysis | null;
}

export const createMemoryStore = () =>
  createStore<MemoryArea>(() => ({
    clientId: null,
    memory: null,
    isUnreadable: false,
    analysis: null,
  }));
