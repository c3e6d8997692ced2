import type { JiwaField } from './memory.ts';

/**
 * What a claim about a client is about. Several of `mood` are the course of it through the conversation. `need`: what the
 * client needs beyond what was asked. `next_step`: the best human step that comes next.
 */
export const claimTopics = [
  'mood',
  'trust',
  'relationship',
  'style',
  'culture',
  'personality',
  'life',
  'dream',
  'anxiety',
  'need',
  'next_step',
  'fact',
] as const;
export type ClaimTopic = (typeof claimTopics)[number];

/** The jiwa field that a claim goes to; those not named stay with the analysis, or are facts. */
export const jiwaOfTopic: Readonly<Partial<Record<ClaimTopic, JiwaField>>> = {
  mood: 'emotional_state',
  trust: 'trust_level',
  relationship: 'relationship_with_us',
  style: 'communication_preference',
  culture: 'cultural_bridge_needed',
  personality: 'personality',
  life: 'life_phase',
  dream: 'dreams',
  anxiety: 'anxieties',
};

/**
 * Why something waits for a person. `low_confidence`: the model was not sure. `sensitive`: health, religion, politics,
 * money trouble, family conflict. `contradicts`: the consultant wrote, or took away, something else. `instruction`: it rests
 * on words that want something of the desk.
 */
export type ProposalReason = 'low_confidence' | 'sensitive' | 'contradicts' | 'instruction';

/**
 * What became of a claim. `kept`: it is remembered. `known`: it was, in these words. `review`: it waits for a person.
 * `locked`: the consultant's word stands. `rejected`: a person refused the same before. `noted`: it stays here alone.
 */
type ClaimFate = 'kept' | 'known' | 'review' | 'locked' | 'rejected' | 'noted';

/** Something understood of a client, and the client's own words behind it. */
export interface AnalysisClaim {
  readonly topic: ClaimTopic;
  /** Of a fact: what it is about ("passport_expiry"). */
  readonly key: string | null;
  readonly text: string;
  readonly confidence: number;
  readonly quote: string;
  readonly messageId: string;
  /** When the message was written. */
  readonly at: number;
  readonly fate: ClaimFate;
  readonly reason: ProposalReason | null;
  /** What was remembered until then and says something else; it is history now. */
  readonly replaced: string | null;
}

/**
 * Why a claim was not believed. `no_such_quote`: the words are not in the message. `not_the_client`: the message is the
 * desk's. `echo`: the client repeats the desk's words. `too_short`: a word or two prove nothing. `unreadable`: no claim at all.
 */
export type DropReason = 'no_such_quote' | 'not_the_client' | 'echo' | 'too_short' | 'unreadable';

export interface AnalysisResult {
  /** Messages of the conversation, and those of them that fitted into the question. */
  readonly messages: { readonly said: number; readonly read: number };
  /** In the order of the conversation. */
  readonly claims: readonly AnalysisClaim[];
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

/** What was understood of one conversation as it was then. */
export interface Analysis {
  readonly id: string;
  readonly conversationId: string;
  readonly clientId: string;
  /** Of what the client had written. */
  readonly contentHash: string;
  readonly jobId: string | null;
  readonly model: string | null;
  readonly promptVersion: string;
  readonly result: AnalysisResult;
  readonly createdAt: number;
  /** What its job cost; 0 where the endpoint does not say. */
  readonly costUsd: number;
}

/**
 * Where the analysis of a client's newest ended conversation stands. `none`: no conversation has ended. `temporary`: nothing
 * is to be learnt. `short`: too little was said. `off`: its job was cancelled, or nobody asked for one.
 */
type AnalysisState = 'none' | 'temporary' | 'short' | 'off' | 'waiting' | 'running' | 'failed' | 'done';

export interface AnalysisStanding {
  readonly state: AnalysisState;
  readonly conversationId: string | null;
  readonly jobId: string | null;
  /** Why its job waits, in the sentences of `job-waits.ts`; null where it does not. */
  readonly waitsFor: string | null;
}

/** What the screen shows of a client's analyses. */
export interface ClientAnalysis {
  readonly standing: AnalysisStanding;
  /** The newest there is. */
  readonly last: Analysis | null;
}

export type ProposalState = 'waiting' | 'approved' | 'rejected';

/** A memory that waits for a person, or was decided on. */
export interface MemoryProposal {
  readonly id: string;
  readonly clientId: string;
  readonly target: 'fact' | 'jiwa';
  /** The topic of a fact, or the jiwa field. */
  readonly key: string;
  readonly value: string;
  readonly confidence: number;
  readonly evidence: {
    readonly quote: string;
    readonly messageId: string | null;
    readonly at: number | null;
  } | null;
  readonly reason: ProposalReason;
  readonly analysisId: string | null;
  readonly state: ProposalState;
  /** Why it was rejected, where somebody said. */
  readonly note: string | null;
  readonly decidedAt: number | null;
  readonly createdAt: number;
}
