import { createStore } from 'zustand/vanilla';
import type { IntentComparison, IntentStanding } from '../../shared/answer.ts';
import type { ClaudeTest } from '../../shared/app.ts';
import type { EndpointReport } from '../../shared/endpoint.ts';
import type { ModelOffer, ModelState } from '../../shared/embedder.ts';
import type { CatalogueStatus, IndexStatus } from '../../shared/insight.ts';
import type { KnowledgeRun, RunEstimate } from '../../shared/knowledge-run.ts';
import type { NightPlan, Nights } from '../../shared/night.ts';
import type { PreparationEstimate, PreparationStanding } from '../../shared/preparation.ts';

export const settingsParts = ['claude', 'replies', 'knowledge', 'offline', 'appearance', 'data'] as const;
export type SettingsPart = (typeof settingsParts)[number];

export interface SettingsArea {
  /** The one that is shown. */
  readonly part: SettingsPart;
  readonly index: IndexStatus | null;
  readonly catalogue: CatalogueStatus | null;
  readonly isRebuilding: boolean;
  /** The model on this computer; null until it was read. */
  readonly model: ModelState | null;
  /** What the hub offers: `asking`, or nothing where it cannot be reached. */
  readonly offer: ModelOffer | 'asking' | null;
  /** What prepared answers have learnt; null until it was read. */
  readonly standings: readonly IntentStanding[] | null;
  /** What comparing prepared answers with Claude's came to; null until it was read. */
  readonly comparisons: readonly IntentComparison[] | null;
  /** Runs of the generator of knowledge, newest first; null until they were read. */
  readonly runs: readonly KnowledgeRun[] | null;
  /** What the next run will take. */
  readonly estimate: RunEstimate | null;
  /** The work on prepared answers; null until it was read. */
  readonly preparation: PreparationStanding | null;
  /** What asking for the prepared answers that are lacking will take. */
  readonly lacking: PreparationEstimate | null;
  /** Nights, and when the next is due; null until they were read. */
  readonly nights: Nights | null;
  /** What a night begun now would do. */
  readonly nightPlan: NightPlan | null;
  /** What the last test of Claude said. */
  readonly test: ClaudeTest | null;
  readonly isTesting: boolean;
  /** What the last test of the endpoint for LLaMA said; null once something of it changed. */
  readonly endpoint: EndpointReport | null;
  readonly isTestingEndpoint: boolean;
}

export const createSettingsStore = () =>
  createStore<SettingsArea>(() => ({
    part: 'claude',
    index: null,
    catalogue: null,
    isRebuilding: false,
    model: null,
    offer: null,
    standings: null,
    comparisons: null,
    runs: null,
    estimate: null,
    preparation: null,
    lacking: null,
    nights: null,
    nightPlan: null,
    test: null,
    isTesting: false,
    endpoint: null,
    isTestingEndpoint: false,
  }));
