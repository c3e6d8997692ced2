import { createStore } from 'zustand/vanilla';
import type { IntentStanding } from '../../shared/answer.ts';
import type { ClaudeTest } from '../../shared/app.ts';
import type { CatalogueStatus, IndexStatus } from '../../shared/insight.ts';

export interface SettingsArea {
  readonly index: IndexStatus | null;
  readonly catalogue: CatalogueStatus | null;
  readonly isRebuilding: boolean;
  /** What prepared answers have learnt; null until it was read. */
  readonly standings: readonly IntentStanding[] | null;
  /** What the last test of Claude said. */
  readonly test: ClaudeTest | null;
  readonly isTesting: boolean;
}

export const createSettingsStore = () =>
  createStore<SettingsArea>(() => ({
    index: null,
    catalogue: null,
    isRebuilding: false,
    standings: null,
    test: null,
    isTesting: false,
  }));
