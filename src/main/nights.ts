import type { Emit } from '../shared/events.ts';
import type { Renewal } from './answers/prepare/renewal.ts';
import type { Proposals } from './answers/propose/proposals.ts';
import { backUpNight } from './backup/night-copy.ts';
import { queueAnalysis } from './analysis/queue.ts';
import { readConversation } from './db/conversations.ts';
import { listUnaskedNeeds } from './db/answer-needs.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { JobKind } from './jobs/kind.ts';
import { night } from './jobs/kinds/night.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Llama } from './llama/llama.ts';
import type { Log } from './log.ts';
import { openLearning, type LearningWorld } from './learning.ts';
import { machineZone } from './nights/local-time.ts';
import { Nights } from './nights/nights.ts';

interface NightsWorld extends LearningWorld {
  readonly dataDir: string;
  readonly zone?: () => string;
  readonly log: Log;
  readonly emit: Emit;
  readonly llama: Pick<Llama, 'inUse'>;
  readonly knowledge: Knowledge;
  readonly renewal: Renewal;
  readonly proposals: Proposals;
  /** Opened after this, since it is given the kind. */
  readonly jobs: () => Jobs;
  readonly holds: () => readonly string[];
}

/** The nights of a desk, and the kind of job that each is. */
export function openNights(world: NightsWorld): { readonly nights: Nights; readonly kind: JobKind } {
  const { dataDir, db, clock, log, emit, settings, llama, knowledge, renewal, proposals, jobs, holds } =
    world;
  const nights = new Nights({
    db,
    clock,
    log,
    emit,
    settings,
    zone: world.zone ?? machineZone,
    hasEndpoint: () => llama.inUse() !== null,
    onJobs: (cancelled) => jobs().changed(cancelled),
    onUndone: () => knowledge.refresh(),
    answersWanted: () => listUnaskedNeeds(db).length,
    holds,
  });
  const kind = night({
    db,
    clock,
    settings,
    backUp: () => backUpNight(db, dataDir, clock.now()),
    analyse: (conversations, wish) =>
      conversations.flatMap(({ clientId, conversationId }) => {
        const conversation = readConversation(db, clientId, conversationId);
        return queueAnalysis(db, conversation, clock.now(), wish) ?? [];
      }),
    refresh: (wish) => renewal.askForNeeded(wish),
    propose: async (wish) => (await proposals.start({ what: 'intents', wish })).jobs,
    learn: openLearning(world),
    onChange: (nightId) => {
      // The app may have been closed in the turn in which the night ended.
      if (!db.open) return;
      knowledge.refresh();
      nights.changed(nightId);
    },
  });
  return { nights, kind };
}
