import type { Held, Verdict } from './answer.ts';
import type { FaultCode } from './fault.ts';
import type { Language } from './language.ts';

interface MessageBase {
  readonly id: string;
  readonly conversationId: string;
  readonly clientId: string;
  readonly text: string;
  /** Detected; null when the text is too short to tell. */
  readonly language: Language | null;
  readonly createdAt: number;
}

/** What the client wrote, typed or pasted by the consultant. Never changed, never lost. */
export interface ClientMessage extends MessageBase {
  readonly author: 'client';
}

/**
 * Where a reply stands.
 * - `streaming`: being written; entered when the pipeline starts, left by any other state.
 * - `draft`: waits for the consultant (draft mode, or direct mode when it is not complete).
 * - `sent`: final; counts as said to the client.
 * - `failed`: nothing usable was written; `fault` says why.
 * - `replaced`: a newer reply to the same message took its place; kept for comparison.
 */
export type ReplyState = 'streaming' | 'draft' | 'sent' | 'failed' | 'replaced';

/** Who wrote it: Claude, a prepared answer, or the consultant alone. */
export type ReplySource = 'claude' | 'prepared' | 'consultant';

/**
 * How the writing ended; null while streaming.
 * `stopped` by the consultant, `cut` by a fault after some text, `truncated` by the token limit,
 * `refused` by the model, `empty` when no text came.
 */
export type ReplyOutcome = 'complete' | 'stopped' | 'cut' | 'truncated' | 'refused' | 'empty';

export interface Usage {
  /** Tokens not read from and not written to the cache. */
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

export interface Feedback {
  readonly thumb: 'up' | 'down';
  readonly note: string | null;
}

export interface Reply extends MessageBase {
  readonly author: 'desk';
  /** The client's message this answers; null when the consultant wrote first. */
  readonly repliesTo: string | null;
  readonly source: ReplySource;
  readonly state: ReplyState;
  readonly outcome: ReplyOutcome | null;
  readonly fault: FaultCode | null;
  /** What the model or the prepared answer said, before the consultant edited it; null when unedited. */
  readonly originalText: string | null;
  readonly model: string | null;
  readonly modelReason: ModelReason | null;
  readonly usage: Usage | null;
  readonly costUsd: number | null;
  readonly firstTokenMs: number | null;
  readonly totalMs: number | null;
  readonly feedback: Feedback | null;
  /** What Claude found when it looked at a prepared answer afterwards; null while it has not. */
  readonly verdict: Verdict | null;
  /** The consultant called this prepared answer wrong for its message. */
  readonly isMarkedWrong: boolean;
  readonly sentAt: number | null;
}

export type Message = ClientMessage | Reply;

/** Why this model was asked. `fallback`: the first choice could not answer. `chosen`: the consultant asked for it. */
export type ModelReason =
  | 'default'
  | 'long_message'
  | 'several_questions'
  | 'legal_or_tax'
  | 'complaint'
  | 'distress'
  | 'fallback'
  | 'chosen';

/** An insight that search found for a message, with how. Scores 0..1 unless null (not found that way). */
export interface InsightFinding {
  readonly insightId: string;
  readonly text: string;
  readonly guidance: string;
  readonly score: number;
  readonly lexicalScore: number | null;
  readonly vectorScore: number | null;
  /** The trigger that matched best, if one did. */
  readonly trigger: string | null;
}

/** How an insight came to a reply: found by search, read in the catalogue, or opened by Claude with its tool. */
export type InsightOrigin = 'search' | 'catalogue' | 'opened';

/** An insight behind a reply: found by search, used, or both. */
export interface ReplyInsight extends Omit<InsightFinding, 'score'> {
  /** Null: search did not find it. */
  readonly score: number | null;
  readonly origin: InsightOrigin;
  /** Whether Claude named it as used; null when the reply does not say. */
  readonly isUsed: boolean | null;
}

/**
 * What a reply said of the insights it used. `missing`: nothing. `unreadable`: nothing that can be understood.
 * `ignored`: how many of the ids it named are no insight, or one that must not be used any more.
 */
export interface InsightNaming {
  readonly kind: 'named' | 'none' | 'missing' | 'unreadable';
  readonly ignored: number;
}

/** What the catalogue of insights took of a reply, estimated from the tokens that were billed. */
export interface CatalogueUse {
  /** How many insights it listed. */
  readonly insights: number;
  /** In all requests of the reply together; those of the cache are among them. */
  readonly tokens: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  /** Null: a model without a price was asked. */
  readonly costUsd: number | null;
}

export interface UsedFact {
  readonly houseFactId: string;
  readonly topic: string;
  readonly value: string;
}

/** A house fact behind a kept reply. */
export interface LinkedFact extends UsedFact {
  /** Still an invented value of the starter pack. */
  readonly isExample: boolean;
}

export interface ToolCall {
  readonly name: string;
  /** As the model sent it, and what it was given back. */
  readonly input: unknown;
  readonly output: string;
  readonly isError: boolean;
  readonly ms: number;
}

/** What the check of a prepared answer took; it is no part of the reply's own figures. */
export interface AnswerCheck {
  readonly model: string;
  /** Why there was no verdict: a fault, or `unreadable` where Claude's answer was none; null when there was one. */
  readonly fault: string | null;
  readonly usage: Usage | null;
  readonly costUsd: number | null;
  readonly totalMs: number;
}

/** Which of the two a person thought better. It is no word on whether the prepared answer was right. */
export const preferences = ['prepared', 'claude'] as const;
export type Preference = (typeof preferences)[number];

/** What Claude would have said in place of a prepared answer. Nobody was sent it; it is no part of the reply's own figures. */
export interface ShadowReply {
  /** Empty when nothing came. */
  readonly text: string;
  readonly model: string;
  /** Why it is not whole; null when it is. */
  readonly error: FaultCode | null;
  readonly usage: Usage | null;
  readonly costUsd: number | null;
  readonly totalMs: number;
  readonly createdAt: number;
  readonly preferred: Preference | null;
}

/** Everything behind one reply, read on demand. Times in ms; local steps never include Claude. */
export interface ReplyDetails {
  readonly reply: Reply;
  readonly insights: readonly ReplyInsight[];
  /** Null: no model wrote it, or its writing has not ended. */
  readonly naming: InsightNaming | null;
  /** Null: no request of it carried the catalogue. */
  readonly catalogue: CatalogueUse | null;
  readonly facts: readonly LinkedFact[];
  readonly toolCalls: readonly ToolCall[];
  readonly preparedAnswer: {
    readonly intent: string;
    /** What it asks, in the consultant's words. */
    readonly title: Readonly<Record<Language, string>>;
    readonly score: number;
    /** False: the question was given to Claude since. */
    readonly isEnabled: boolean;
    /** Why it was not sent at once in direct mode, as it was then. */
    readonly held: Held | null;
  } | null;
  readonly check: AnswerCheck | null;
  readonly shadow: ShadowReply | null;
  readonly timings: Readonly<Record<string, number>>;
}
