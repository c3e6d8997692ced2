/**
 * Why an answer is wanted anew. `fact`: a house fact that it stands on changed. `expired`: one does not hold any more.
 * `variation`: the question is asked in new words too. `wrong`: a person or the check found it wrong.
 */
export type AnswerNeedReason = 'fact' | 'expired' | 'variation' | 'wrong';

/** What asking for all answers that are lacking will take. */
export interface PreparationEstimate {
  readonly answers: number;
  readonly requests: number;
  readonly gpuMinutes: number;
  /** Null where no price is set. */
  readonly costUsd: number | null;
  /** `runs`: from what earlier runs took. `usual`: from a 70B model on one GPU. */
  readonly from: 'runs' | 'usual';
}

/** One asking for the answers that were lacking, with all that came of it. */
export interface PreparationRun {
  readonly id: string;
  /** Answers that were lacking. */
  readonly wanted: number;
  readonly startedAt: number;
  /** Null while a job of it is alive. */
  readonly endedAt: number | null;
  readonly isCancelled: boolean;
  readonly requests: { readonly all: number; readonly over: number; readonly failed: number };
  /** Of its jobs, those that wait or run. */
  readonly alive: number;
  readonly taken: number;
  readonly rejected: number;
  /** Of what came, the share that was taken; null while nothing came. */
  readonly yield: number | null;
  readonly spending: { readonly costUsd: number; readonly gpuMs: number };
  /** What went wrong last with one that failed. */
  readonly lastError: string | null;
}

/** The work on prepared answers. */
export interface PreparationStanding {
  /** The newest run; null before the first. */
  readonly last: PreparationRun | null;
  /** Jobs that were asked for by what changed and are not over. */
  readonly renewing: number;
}
