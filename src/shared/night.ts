/**
 * `waiting`: due, another one comes before it; `running`; `done`; `failed`: its job gave up or was cancelled, and what it
 * was to learn from is left to the next one; `undone`: all that it changed was put back.
 */
export type NightState = 'waiting' | 'running' | 'done' | 'failed' | 'undone';

/** What a report tells of, in the order in which it does. */
export const reportGroups = [
  'insights',
  'guidance',
  'merged',
  'triggers',
  'retired',
  'clients',
  'answers',
] as const;
export type ReportGroup = (typeof reportGroups)[number];

/** Words of a client that something was learnt from, names and numbers hidden. */
export interface ReportEvidence {
  readonly quote: string;
  readonly clientId: string | null;
  readonly messageId: string | null;
}

/** One thing that a night did. */
export interface ReportItem {
  readonly group: ReportGroup;
  readonly text: string;
  readonly detail: string | null;
  readonly evidence: readonly ReportEvidence[];
  /** What it is told of. A thing of one client (`client`, `fact`, `jiwa`) is forgotten with the client. */
  readonly ref: { readonly kind: string; readonly id: string };
  /** Whose it is; null for what belongs to nobody. */
  readonly clientId: string | null;
}

/** How well the desk did over the days before a night; null where nothing was there to count. */
export interface Quality {
  /** Of messages that Claude answered with insights, how many had them all found by search. */
  readonly hitRate: number | null;
  readonly thumbsUp: number;
  readonly thumbsDown: number;
  /** Share of a draft's characters that were changed before it was sent, on average. */
  readonly editDistance: number | null;
}

export interface NightFailure {
  /** What was to be done: the kind of a job, or a step of learning. */
  readonly what: string;
  readonly why: string;
  readonly count: number;
}

/** What a person reads in the morning. */
export interface NightReport {
  readonly groups: readonly { readonly group: ReportGroup; readonly items: readonly ReportItem[] }[];
  /** What waits for a person now, by kind. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly failures: readonly NightFailure[];
  /** In the operator's currency. */
  readonly cost: { readonly amount: number; readonly currency: string; readonly requests: number };
  /** The days before the night before, and the day that it learnt from. */
  readonly quality: { readonly before: Quality; readonly after: Quality };
}

/** A night in a list. */
export interface Night {
  readonly id: string;
  /** The local day in whose morning it was due: `2026-11-25`. */
  readonly localDate: string;
  /** `hand`: somebody asked for it. */
  readonly origin: 'schedule' | 'hand';
  readonly state: NightState;
  /** What it learnt from: from the end of the one before it to the moment it was due. */
  readonly from: number;
  readonly to: number;
  readonly conversations: number;
  readonly jobId: string | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly undoneAt: number | null;
  /** When the report was looked at. */
  readonly seenAt: number | null;
  /** How many things it did, by group. */
  readonly counts: Readonly<Partial<Record<ReportGroup, number>>>;
  /** Rows that somebody had changed since, and that undoing it left alone. */
  readonly kept: number;
  readonly isUndoable: boolean;
}

/** A night with its report; null until it is done. */
export interface NightDetails {
  readonly night: Night;
  readonly report: NightReport | null;
}

/** Something that undoing a night left as it is, since somebody had changed it. */
export interface KeptChange {
  /** `insight`, `answer`, `fact`, `jiwa`… */
  readonly what: string;
  readonly id: string;
  readonly text: string | null;
  readonly clientId: string | null;
}

export interface NightUndone {
  /** Rows that are as they were before the night. */
  readonly restored: number;
  readonly kept: readonly KeptChange[];
  readonly night: Night;
}

/** Nights as a page shows them. */
export interface Nights {
  /** Newest first. */
  readonly nights: readonly Night[];
  /** When the next one is due; null while nights are off. */
  readonly dueAt: number | null;
  readonly dueDate: string | null;
}

/** What a night begun now would do. Nothing is asked and nothing changed to know it. */
export interface NightPlan {
  readonly localDate: string;
  readonly conversations: number;
  readonly clients: number;
  readonly messages: number;
  /** Questions whose prepared answers would be renewed. */
  readonly answers: number;
  /** In the operator's currency, after what nights before it cost; null where there is nothing to go by. */
  readonly cost: { readonly amount: number; readonly currency: string } | null;
  /** Why it would wait, in the sentences of `job-waits`. */
  readonly holds: readonly string[];
}
