import { createStore } from 'zustand/vanilla';
import type { ClaudeTest } from '../../shared/app.ts';
import type { CatalogueStatus, IndexStatus } from '../../shared/insight.ts';

export interface SettingsArea {
  readonly index: IndexStatus | null;
  readonly catalogue: CatalogueStatus | null;
  readonly isRebuilding: boolean;
  /** What the last test of Claude said. */
  readonly test: ClaudeTest | null;
  readonly isTesting: boolean;
}

export const createSettingsStore = () =>
  createStore<SettingsArea>(() => ({
    index: null,
    catalogue: null,
    isRebuilding: false,
    test: null,
    isTesting: false,
  }));
