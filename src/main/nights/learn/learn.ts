import type { ReportItem } from '../../../shared/night.ts';
import type { Clock } from '../../clock.ts';
import type { Db } from '../../db/db.ts';
import type { JobTools } from '../../jobs/kind.ts';

/** A conversation that a night learns from: its messages after the one and up to the other (`messages.seq`). */
export interface DayConversation {
  readonly conversationId: string;
  readonly clientId: string;
  /** Where the night before ended in it; 0 for a conversation that is new. */
  readonly afterSeq: number;
  readonly toSeq: number;
}

/** What a night learns from. */
export interface Day {
  readonly nightId: string;
  /** From the end of the night before to the moment this one was due: for what is no message (ratings, corrections). */
  readonly from: number;
  readonly to: number;
  readonly localDate: string;
  /** Exactly what no night learnt from before, in the order in which it was said. */
  readonly conversations: readonly DayConversation[];
}

/** What a run that learns is given; it begins from the top after every wait. */
export interface LearnTools extends Pick<JobTools, 'ask' | 'discard' | 'log'> {
  readonly jobId: string;
  readonly signal: AbortSignal;
  readonly isLastAttempt: boolean;
  report(done: number, of: number, now: string): void;
}

export interface Learnt {
  /** Asked for, dropped by a gate, put to review…, for the result of the job. */
  readonly counts: Readonly<Record<string, number>>;
  readonly items: readonly ReportItem[];
  /** What came to nothing, and why. No words of a client. */
  readonly failures: readonly { readonly what: string; readonly why: string; readonly count: number }[];
  /**
   * Writes what was learnt, in the transaction that ends the night; what it changes is written down as the night's. Judges
   * again where what changed meanwhile counts. Returns what the report tells of, beside `items`.
   */
  write(db: Db, now: number): readonly ReportItem[];
}

export interface LearnParts {
  readonly db: Db;
  readonly clock: Clock;
}

/** Learns from a day. Asks LLaMA by `tools.ask` and writes nothing itself. */
export async function learnFromDay(_parts: LearnParts, _day: Day, _tools: LearnTools): Promise<Learnt> {
  return { counts: {}, items: [], failures: [], write: () => [] };
}
