import { createStore } from 'zustand/vanilla';
import type { ClaudeTest } from '../../shared/app.ts';
import type { IndexStatus } from '../../shared/insight.ts';

export interface SettingsArea {
  readonly index: IndexStatus | null;
  readonly isRebuilding: boolean;
  /** What the last test of Claude said. */
  readonly test: ClaudeTest | null;
  readonly isTesting: boolean;
}

export const createSettingsStore = () =>
  createStore<SettingsArea>(() => ({ index: null, isRebuilding: false, test: null, isTesting: false }));
