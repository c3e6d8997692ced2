import { jiwaOfTopic, type ClaimTopic, type DropReason, type ProposalReason } from '../../shared/analysis.ts';
import type { JiwaField } from '../../shared/memory.ts';
import type { ClientMessage, Message } from '../../shared/message.ts';
import type { ClaimReading, WrittenClaim } from './claim.ts';
import { evidenceOf } from './evidence.ts';
import { commandsDesk, speaksToProgram } from './gates/instruction.ts';
import { sensitiveMatter } from './gates/sensitive.ts';

/**
 * Below it a claim waits for a person. Models say 0.7 and more of what stands in the text and what follows from it, and
 * about a half of what they made up to please.
 */
const LEAST_CONFIDENCE = 0.6;
/** Only the consultant is certain. */
const MOST_CONFIDENCE = 0.9;

/** A claim that the client's words prove. */
export interface ProvenClaim {
  readonly topic: ClaimTopic;
  readonly key: string | null;
  readonly text: string;
  readonly confidence: number;
  readonly quote: string;
  readonly message: ClientMessage;
  /** Why a person is to look at it first; null where nobody needs to. */
  readonly reason: ProposalReason | null;
}

interface JudgedClaims {
  /** In the order of the conversation. */
  readonly proven: readonly ProvenClaim[];
  readonly dropped: Readonly<Partial<Record<DropReason, number>>>;
}

/** What of an answer the client's words prove. `restore` puts back what was hidden before it left. */
export function judgeClaims(
  reading: Pick<ClaimReading, 'items' | 'rejects'>,
  said: readonly Message[],
  restore: (text: string) => string,
): JudgedClaims {
  const proven: ProvenClaim[] = [];
  const dropped: Partial<Record<DropReason, number>> = {};
  const drop = (why: DropReason, count = 1) => (dropped[why] = (dropped[why] ?? 0) + count);
  if (reading.rejects.length > 0) drop('unreadable', reading.rejects.length);
  for (const item of reading.items) {
    const claim = { ...item, text: restore(item.text).trim(), quote: restore(item.quote).trim() };
    const evidence = evidenceOf(claim, said);
    if (typeof evidence === 'string') drop(evidence);
    else proven.push(proved(claim, evidence));
  }
  proven.sort((a, b) => a.message.createdAt - b.message.createdAt);
  return { proven, dropped };
}

function proved(claim: WrittenClaim, message: ClientMessage): ProvenClaim {
  const { topic, key, text, quote } = claim;
  return {
    topic,
    key: topic === 'fact' ? (key ?? null) : null,
    text,
    quote,
    confidence: Math.min(claim.confidence, MOST_CONFIDENCE),
    message,
    reason: reasonOf(claim, message),
  };
}

function reasonOf({ text, quote, key = '', confidence, sensitive }: WrittenClaim, message: ClientMessage) {
  if (speaksToProgram(message.text, quote) || commandsDesk(text)) return 'instruction';
  if (sensitive || sensitiveMatter(`${text}\n${quote}\n${key.replaceAll('_', ' ')}`) !== null)
    return 'sensitive';
  return confidence < LEAST_CONFIDENCE ? 'low_confidence' : null;
}

/** Where a claim would be remembered; null for what stays with the analysis. */
export function targetOf({
  topic,
  key,
}: Pick<ProvenClaim, 'topic' | 'key'>):
  | { readonly target: 'fact'; readonly key: string }
  | { readonly target: 'jiwa'; readonly key: JiwaField }
  | null {
  if (topic === 'fact') return key === null || !/\p{L}/u.test(key) ? null : { target: 'fact', key };
  const field = jiwaOfTopic[topic];
  return field === undefined ? null : { target: 'jiwa', key: field };
}
