import type { Emit } from '../shared/events.ts';
import type { Language } from '../shared/language.ts';
import type { Settings } from '../shared/settings.ts';
import type { Answers } from './answers/answers.ts';
import type { Preparation } from './answers/prepare/preparation.ts';
import type { Renewal } from './answers/prepare/renewal.ts';
import type { Proposals } from './answers/propose/proposals.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db/db.ts';
import { openGeneration } from './generation.ts';
import type { JobsOptions } from './jobs/jobs.ts';
import type { Embedder } from './knowledge/embed/embedder.ts';
import type { Generation } from './knowledge/generate/generation.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Llama } from './llama/llama.ts';
import type { Log } from './log.ts';
import { openNights } from './nights.ts';
import type { Nights } from './nights/nights.ts';
import { openOffline, type Offline } from './offline.ts';
import { openPreparation } from './preparation.ts';
import { openProposals } from './proposals.ts';
import { openReview, type Review } from './review/review.ts';
import type { Lexicon } from './text/lexicon/lexicon.ts';
import { openUnderstanding, type Understanding } from './understanding.ts';

/** What offline work is done with. */
interface WorkWorld {
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: Emit;
  readonly role: 'owner' | 'guest';
  readonly zone?: () => string;
  /** Kinds beside the product's own, and what holds work back. */
  readonly offline?: Partial<Pick<JobsOptions, 'kinds' | 'gates'>>;
  readonly db: Db;
  readonly llama: Llama;
  readonly builtin: Embedder;
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
  readonly answers: Answers;
  readonly screenLanguage: () => Language;
}

/** What the core offers of offline work, beside the queue. */
export interface Offered {
  /** Runs of the generator of cultural knowledge. */
  readonly generation: Generation;
  /** Prepared answers that are lacking, and the work on them. */
  readonly preparation: Preparation;
  /** What could be added to prepared answers: ways to ask, and questions. */
  readonly proposals: Proposals;
  /** All that waits for a person, and what is decided about it. */
  readonly review: Review;
  /** What asks for prepared answers by itself. */
  readonly renewal: Renewal;
  /** What is learnt by night, and how it is taken back. */
  readonly nights: Nights;
}

interface Work extends Offline, Pick<Understanding, 'learning'> {
  readonly offered: Offered;
}

/** What closes one thing that was opened. */
export type Undo = () => unknown;

/** Opens offline work with the kinds of the product; what closes it is put before the rest of `undo`. */
export function openWork(world: WorkWorld, undo: Undo[]): Work {
  const { db, clock, emit, knowledge } = world;
  const parts = { ...world, jobs: () => offline.jobs };
  const { generation, kind, novelty } = openGeneration(parts);
  const { preparation, renewal, kind: preparing } = openPreparation(parts);
  const { learning, kind: analysing } = openUnderstanding(parts);
  const holds = () => offline.overview().holds;
  const { proposals, kinds: proposing } = openProposals(parts);
  const { nights, kind: nightly } = openNights({ ...parts, novelty, renewal, proposals, holds });
  const kinds = [kind, preparing, analysing, nightly, ...proposing, ...(world.offline?.kinds ?? [])];
  const onDecided = () => {
    knowledge.refresh();
    // A question that was approved asks for its answers.
    offline.jobs.changed([]);
  };
  const review = openReview({ db, clock, emit, novelty, onDecided });
  undo.unshift(() => review.close());
  const onWork = () => review.look();
  const offline = openOffline({ ...world, offline: { ...world.offline, kinds }, onWork });
  undo.unshift(() => offline.close());
  const refresh = () => {
    offline.refresh();
    renewal.soon();
    nights.soon();
  };
  return {
    ...offline,
    refresh,
    learning,
    offered: { generation, preparation, proposals, renewal, nights, review },
  };
}
