import type { InsightStatus } from './insight.ts';

/**
 * Why a run ended. `target`: everything was made. `dry`: hardly anything new came any more. `barren`: hardly anything
 * usable came. `cancelled`: by the operator.
 */
export type RunEnding = 'target' | 'dry' | 'barren' | 'cancelled';

/** Where insights that passed every gate go. */
export const runGoals = ['live', 'review'] as const satisfies readonly InsightStatus[];
export type RunGoal = (typeof runGoals)[number];

/**
 * Why an item was not taken. The first five are about the form of the answer (see `llama/structured.ts`), the others
 * are quality gates.
 */
export type RejectReason =
  | 'unreadable'
  | 'invalid'
  | 'duplicate'
  | 'too_many'
  | 'cut'
  | 'language'
  | 'length'
  | 'triggers'
  | 'personal_data'
  | 'figure'
  | 'sweeping'
  | 'instruction'
  | 'not_new';

/** One run of the knowledge generator with all that came of it. */
export interface KnowledgeRun {
  readonly id: string;
  readonly state: 'running' | 'done' | 'undone';
  /** Null while it runs. */
  readonly ending: RunEnding | null;
  readonly target: number;
  readonly goesTo: RunGoal;
  readonly lanes: number;
  readonly perBatch: number;
  readonly planVersion: string;
  /** Of the prompt that it was started with. */
  readonly promptVersion: string;
  /** Names of what answered. */
  readonly models: readonly string[];
  readonly endpoints: readonly string[];
  readonly batches: { readonly planned: number; readonly ended: number; readonly failed: number };
  /** Of its batches, those that wait or run. None in a run that is not over: it waits for the operator. */
  readonly alive: number;
  /** Insights that were made. */
  readonly taken: number;
  /** Of those, what is there still. */
  readonly kept: number;
  readonly rejected: number;
  readonly rejects: Readonly<Partial<Record<RejectReason, number>>>;
  /** Of what came, the share that was taken; null while nothing came. */
  readonly yield: number | null;
  readonly spending: {
    readonly requests: number;
    readonly costUsd: number;
    readonly gpuMs: number;
    readonly inputTokens: number;
    readonly outputTokens: number;
  };
  /** What went wrong last, while nothing is alive. */
  readonly lastError: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** One item that did not pass. */
export interface RejectedInsight {
  readonly id: number;
  readonly cell: string;
  readonly reason: RejectReason;
  readonly detail: string;
  /** As the model wrote it. */
  readonly raw: string;
  readonly at: number;
}

/** What a run will take, before it is started. */
export interface RunEstimate {
  readonly insights: number;
  readonly batches: number;
  readonly gpuMinutes: number;
  /** Null where no price is set. */
  readonly costUsd: number | null;
  /** `runs`: from what earlier runs took. `usual`: from a 70B model on one GPU. */
  readonly from: 'runs' | 'usual';
}
