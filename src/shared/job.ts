/**
 * What can become of a job.
 * `waiting`: entered by enqueuing, a snooze, a failure that may be retried, a lost lease, the retry button; left by a claim or a cancel.
 * `running`: entered by a claim only; somebody holds a lease on it. Left by its outcome, by a lost lease, by a cancel.
 * `done`, `failed`, `cancelled`: final. The retry button takes the last two back to `waiting`.
 */
export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** When a job may begin: at once, while nobody uses the machine, at night. What has begun is always seen through. */
export const jobWindows = ['now', 'idle', 'night'] as const;
export type JobWindow = (typeof jobWindows)[number];

/** One attempt that came to nothing. */
export interface JobError {
  readonly at: number;
  readonly attempt: number;
  readonly error: string;
}

/** What the requests of a job took at the endpoint. */
interface JobSpending {
  /** Times that a request was handed over, those included whose end nobody knows. */
  readonly requests: number;
  readonly costUsd: number;
  readonly gpuMs: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** One durable piece of offline work. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Only one job of a kind with this key is waiting or running at a time. */
  readonly key: string | null;
  readonly state: JobState;
  /** The smaller goes first. */
  readonly priority: number;
  readonly window: JobWindow;
  readonly payload: unknown;
  readonly runAt: number;
  /** Begun attempts since it was enqueued or retried by hand; a snooze gives its attempt back. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly errors: readonly JobError[];
  /** Why it was put off, in words; null where it was not. */
  readonly waitsFor: string | null;
  readonly leaseUntil: number | null;
  readonly progress: unknown;
  readonly result: unknown;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly spending: JobSpending;
}

/**
 * What became of one request of a job.
 * `submitting`: written down before it goes out. `submitted`: the endpoint has it, under `remoteId`. `replied`: answered.
 * `discarded`: answered, and the job had no use for it. `failed`: the endpoint said no. `gone`: the endpoint knows it no more.
 * `lost`: the app ended, or the connection broke, before the endpoint's word arrived; it may run there.
 * `abandoned`: nobody waits for it, and the endpoint is yet to be told. `cancelled`: it was told.
 */
export type RequestState =
  | 'submitting'
  | 'submitted'
  | 'replied'
  | 'discarded'
  | 'failed'
  | 'gone'
  | 'lost'
  | 'abandoned'
  | 'cancelled';

/** One request that a job handed to an endpoint. A step that was asked again has several. */
export interface JobRequest {
  readonly id: number;
  readonly jobId: string;
  readonly step: string;
  readonly state: RequestState;
  /** Which endpoint has it: ids of another one mean nothing here. */
  readonly endpoint: string;
  readonly remoteId: string | null;
  readonly fault: string | null;
  readonly model: string | null;
  readonly costUsd: number | null;
  readonly gpuMs: number | null;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** One reason why a job was put off, so many times in a row. */
export interface JobWait {
  readonly because: string;
  readonly beganAt: number;
  readonly lastAt: number;
  readonly times: number;
}

/** One thing that happened to a job. */
export type TimelineEntry = { readonly at: number } & (
  | { readonly what: 'added' }
  | { readonly what: 'begun' }
  | { readonly what: 'failed'; readonly attempt: number; readonly error: string }
  /** `isAgain`: the step had been handed over before. */
  | {
      readonly what: 'asked';
      readonly step: string;
      readonly remoteId: string | null;
      readonly isAgain: boolean;
    }
  | {
      readonly what: 'request_ended';
      readonly step: string;
      readonly state: RequestState;
      readonly fault: string | null;
    }
  /** It was put off; `until` when that was said for the last time in a row. */
  | { readonly what: 'waited'; readonly because: string; readonly until: number; readonly times: number }
  | { readonly what: 'ended'; readonly state: JobState }
);

/** A job as a line of the list: without what it was given and what it made. */
export interface JobRow extends Pick<
  Job,
  | 'id'
  | 'kind'
  | 'state'
  | 'window'
  | 'runAt'
  | 'attempt'
  | 'maxAttempts'
  | 'waitsFor'
  | 'progress'
  | 'result'
  | 'createdAt'
  | 'startedAt'
  | 'finishedAt'
> {
  readonly lastError: string | null;
  readonly costUsd: number;
}

/** Everything that is known of one job. */
export interface JobDetails {
  readonly job: Job;
  /** What must be done before it begins. */
  readonly after: readonly { readonly id: string; readonly kind: string; readonly state: JobState }[];
  readonly requests: readonly JobRequest[];
  readonly timeline: readonly TimelineEntry[];
}

export interface JobCount {
  readonly kind: string;
  readonly state: JobState;
  readonly n: number;
}

/** What one span has cost, and may cost; null where nothing limits it. In the operator's currency. */
export interface SpanBudget {
  readonly spent: number;
  readonly budget: number | null;
}

/** What offline work has cost so far. */
export interface Spending {
  readonly currency: string;
  /** Units of that currency for one US dollar. */
  readonly perUsd: number;
  readonly today: SpanBudget;
  readonly month: SpanBudget;
}

/** Where offline work stands. */
export interface JobsOverview {
  readonly counts: readonly JobCount[];
  readonly spending: Spending;
  /** Why nothing new begins or goes out, in the sentences of `job-waits.ts`; empty where it does. */
  readonly holds: readonly string[];
}

/** Offline work that took long has come to its end. */
export interface LongRun {
  readonly ms: number;
  readonly done: number;
  readonly failed: number;
}
