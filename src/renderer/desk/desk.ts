import type { StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/ipc.ts';
import type { Asker } from './ask.ts';
import { createAppStore, type AppArea } from './app-store.ts';
import { createClientsStore, type ClientsArea } from '../chat/clients-store.ts';
import { createComposerStore, type ComposerArea } from '../chat/composer-store.ts';
import { AUTOSAVE_MS, openAutosave, type Autosave } from '../chat/autosave.ts';
import { createTimelineStore, type TimelineArea } from '../chat/timeline-store.ts';
import { createJobsStore, type JobsArea } from '../jobs/jobs-store.ts';
import { createMemoryStore, type MemoryArea } from '../memory/memory-store.ts';
import { createDetailsStore, type DetailsArea } from '../memory/details-store.ts';
import { createNightsStore, type NightsArea } from '../nights/nights-store.ts';
import { createReviewStore, type ReviewArea } from '../review/review-store.ts';
import { createSettingsStore, type SettingsArea } from '../settings/settings-store.ts';
import { ask } from './ask.ts';
import type { Tell } from './notice.ts';

/** All the screen knows: one store per area, and the way to the main process. Actions take it first. */
export interface Desk extends Asker {
  readonly app: StoreApi<AppArea>;
  readonly clients: StoreApi<ClientsArea>;
  readonly timeline: StoreApi<TimelineArea>;
  readonly composer: StoreApi<ComposerArea>;
  readonly memory: StoreApi<MemoryArea>;
  readonly details: StoreApi<DetailsArea>;
  readonly jobs: StoreApi<JobsArea>;
  readonly review: StoreApi<ReviewArea>;
  readonly nights: StoreApi<NightsArea>;
  readonly settings: StoreApi<SettingsArea>;
  readonly autosave: Autosave;
}

/** A desk with empty stores. Nothing is asked until `start`. */
export function openDesk(bridge: Bridge, tell: Tell): Desk {
  const autosave = openAutosave(
    ({ clientId, author, text }) => void ask({ bridge, tell }, 'composer:save', { clientId, author, text }),
    AUTOSAVE_MS,
  );
  return {
    bridge,
    tell,
    autosave,
    app: createAppStore(),
    clients: createClientsStore(),
    timeline: createTimelineStore(),
    composer: createComposerStore(),
    memory: createMemoryStore(),
    details: createDetailsStore(),
    jobs: createJobsStore(),
    review: createReviewStore(),
    nights: createNightsStore(),
    settings: createSettingsStore(),
  };
}
