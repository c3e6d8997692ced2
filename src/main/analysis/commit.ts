import type { AnalysisClaim, AnalysisResult } from '../../shared/analysis.ts';
import type { ClientFact, JiwaEntry } from '../../shared/memory.ts';
import { insertAnalysis, isAnalysed, keepResult } from '../db/analyses.ts';
import { clientFacts } from '../db/client-facts.ts';
import type { Db } from '../db/db.ts';
import { jiwaEntries } from '../db/jiwa.ts';
import { saysTheSame } from '../memory/likeness.ts';
import { saveFact, saveJiwa, topicKey } from '../memory/memory.ts';
import { propose, wasRejected } from '../memory/proposals.ts';
import { targetOf, type ProvenClaim } from './judge.ts';

interface Understood {
  readonly clientId: string;
  readonly conversationId: string;
  readonly contentHash: string;
  readonly jobId: string;
  readonly model: string | null;
  readonly promptVersion: string;
  readonly messages: AnalysisResult['messages'];
  readonly proven: readonly ProvenClaim[];
  readonly dropped: AnalysisResult['dropped'];
}

type Fate = Pick<AnalysisClaim, 'fate' | 'reason' | 'replaced'>;

/**
 * Writes what was understood into the client's memory, and what became of each claim into the analysis. To be called in
 * the transaction that ends the job. False where this content was analysed meanwhile; nothing is written then.
 */
export function commitAnalysis(db: Db, understood: Understood, now: number): boolean {
  const { proven, messages, dropped, ...row } = understood;
  if (isAnalysed(db, row.conversationId, row.contentHash)) return false;
  const empty = { messages, claims: [], dropped };
  const analysisId = insertAnalysis(db, { ...row, result: empty }, now);
  const chosen = chooseForMemory(proven);
  const claims = proven.map((claim): AnalysisClaim => {
    const { message, reason: _, ...said } = claim;
    const fate = chosen.has(claim) ? remember(db, row.clientId, analysisId, claim, now) : noted(claim);
    return { ...said, messageId: message.id, at: message.createdAt, ...fate };
  });
  keepResult(db, row.clientId, analysisId, { ...empty, claims });
  return true;
}

const noted = ({ reason }: Pick<ProvenClaim, 'reason'>): Fate => ({ fate: 'noted', reason, replaced: null });

/**
 * One claim for each memory: of moods the last, of others the surest. Those that wait for a person are not weighed against
 * the others: refusing one must not lose the other.
 */
function chooseForMemory(proven: readonly ProvenClaim[]): ReadonlySet<ProvenClaim> {
  const best = new Map<string, ProvenClaim>();
  for (const claim of proven) {
    const goal = targetOf(claim);
    if (goal === null) continue;
    const place = `${goal.target} ${goal.key} ${claim.reason === null ? 'live' : 'review'}`;
    const before = best.get(place);
    if (!before || claim.topic === 'mood' || claim.confidence > before.confidence) best.set(place, claim);
  }
  return new Set(best.values());
}

function remember(db: Db, clientId: string, analysisId: string, claim: ProvenClaim, now: number): Fate {
  const goal = targetOf(claim);
  if (goal === null) return noted(claim);
  const { text: value, confidence, message, quote } = claim;
  const at = message.createdAt;
  const evidence = { quote, messageId: message.id, at };
  const key = goal.target === 'fact' ? topicKey(goal.key) : goal.key;
  const live =
    goal.target === 'fact'
      ? clientFacts.readLiveByKey(db, clientId, key)
      : jiwaEntries.readLiveByKey(db, clientId, goal.key);
  const fate = (what: Fate['fate'], replaced: string | null = null): Fate => ({
    fate: what,
    reason: claim.reason,
    replaced,
  });
  if (live?.isLocked) return fate('locked');
  const proposal = { clientId, target: goal.target, key, value, evidence };
  if (wasRejected(db, proposal)) return fate('rejected');
  if (live && saysTheSame(value, live.value) && !isFreshMood(claim, live)) return fate('known');
  if (live && live.validFrom > at) return fate('noted');
  // A mood passes by itself: a new one contradicts nobody.
  const isAgainst = claim.topic !== 'mood' && contradictsConsultant(db, proposal, live);
  const reason = claim.reason ?? (isAgainst ? 'contradicts' : null);
  if (reason !== null) {
    const outcome = propose(db, { now: () => now }, { ...proposal, confidence, reason, analysisId });
    return { fate: outcome === 'rejected' ? 'rejected' : 'review', reason, replaced: null };
  }
  const memory = { clientId, value, author: 'llama', confidence, evidence } as const;
  // It holds since the client said so, which may be days ago.
  const said = { now: () => at };
  if (goal.target === 'fact') saveFact(db, said, { ...memory, topic: key });
  else saveJiwa(db, said, { ...memory, field: goal.key });
  return fate('kept', live?.value ?? null);
}

/** A mood that is met again is news: it is as old as its newest sign. */
const isFreshMood = ({ topic, message }: ProvenClaim, live: ClientFact | JiwaEntry): boolean =>
  topic === 'mood' && live.author !== 'consultant' && message.createdAt > live.validFrom;

/** The consultant wrote something else, or took the same away. */
function contradictsConsultant(
  db: Db,
  { clientId, target, key, value }: { clientId: string; target: 'fact' | 'jiwa'; key: string; value: string },
  live: ClientFact | JiwaEntry | null,
): boolean {
  if (live) return live.author === 'consultant';
  const history = (target === 'fact' ? clientFacts : jiwaEntries).readHistory(db, clientId, key as never);
  const [newest] = history;
  return newest !== undefined && saysTheSame(newest.value, value);
}
