import type { Language } from '../../../shared/language.ts';
import type { NightFailure, ReportItem } from '../../../shared/night.ts';
import type { Clock } from '../../clock.ts';
import type { DayPart } from '../../db/day-record.ts';
import type { Db } from '../../db/db.ts';
import type { JobTools } from '../../jobs/kind.ts';
import type { Novelty } from '../../knowledge/generate/novelty.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Lexicon } from '../../text/lexicon/lexicon.ts';
import type { Kept } from './kept.ts';
import type { MapAsked, NightPrompt } from './map.ts';
import type { AskedMiss } from './misses/ask.ts';
import type { ReduceAsked } from './reduce.ts';

/** A conversation that a night learns from: its messages after the one and up to the other (`messages.seq`). */
export type DayConversation = DayPart;

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
  readonly failures: readonly NightFailure[];
  /**
   * Writes what was learnt, in the transaction that ends the night; what it changes is written down as the night's. Judges
   * again where what changed meanwhile counts. Returns what the report tells of, beside `items`.
   */
  write(db: Db, now: number): readonly ReportItem[];
}

export interface LearnParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly novelty: Novelty;
  readonly knowledge: Pick<Knowledge, 'explain' | 'rehearse'>;
  readonly lexicon: Lexicon;
  readonly prompts: {
    readonly map: NightPrompt<MapAsked>;
    readonly reduce: NightPrompt<ReduceAsked>;
    readonly misses: NightPrompt<readonly AskedMiss[]>;
  };
  /** Messages that no insight should be found for. */
  readonly plain: Readonly<Record<Language, readonly string[]>>;
  readonly settings: () => {
    /** New insights that a night is to bring, about. */
    readonly newInsights: number;
    /** What a request and its answer may take together at the endpoint. */
    readonly contextTokens: number;
  };
  readonly kept: Kept;
}
