import type { ReportItem } from '../../../shared/night.ts';
import type { Db } from '../../db/db.ts';
import { addInsight, addTriggers, readInsight } from '../../db/insights.ts';
import {
  addEvidence,
  addLearntTrigger,
  copyEvidence,
  keptEvidence,
  promoteSupported,
  readInsightStanding,
  retireInsight,
  setGuidance,
  setNightOrigin,
  supportOf,
} from '../../db/learnt.ts';
import { insertNightRejects } from '../../db/night-texts.ts';
import { freeSlug } from '../../knowledge/generate/commit.ts';
import type { Novelty } from '../../knowledge/generate/novelty.ts';
import { leastClients, reviewReasonOf } from './gates/all.ts';
import type { NightReject } from './gates/refusal.ts';
import { mostTriggers } from './judge.ts';
import type { Merge } from './merge.ts';
import type { NewTrigger } from './misses/misses.ts';
import type { GuidanceChange, NewInsight, Support } from './plan.ts';
import { itemOf } from './report.ts';
import type { Retirement } from './retire.ts';

/** All that a night wants to write. */
export interface NightPlan {
  readonly jobId: string;
  readonly localDate: string;
  /** What novelty was judged against; what came later is looked at when this is written. */
  readonly mark: number;
  readonly promptVersion: string;
  readonly insights: readonly NewInsight[];
  readonly supports: readonly Support[];
  readonly guidance: readonly GuidanceChange[];
  readonly merges: readonly Merge[];
  readonly triggers: readonly NewTrigger[];
  readonly retirements: readonly Retirement[];
  readonly rejects: readonly NightReject[];
}

/**
 * Writes down a night, within the transaction that ends its job, and tells what it did. Whoever was forgotten since it was planned
 * speaks for nothing any more, and what changed meanwhile is looked at again.
 */
export function commitNight(db: Db, novelty: Novelty, plan: NightPlan, now: number): ReportItem[] {
  novelty.followNow();
  const at: Writing = { db, plan, now };
  const told = [
    ...plan.insights.map((one) => addNew(at, novelty, one)),
    ...plan.supports.map((one) => addSupport(at, one)),
    ...plan.guidance.map((one) => changeGuidance(at, one)),
    ...plan.merges.map((one) => merge(at, one)),
    ...plan.triggers.map((one) => addFoundTrigger(at, one)),
    ...plan.retirements.map((one) => retire(at, one)),
  ];
  insertNightRejects(db, plan.jobId, plan.rejects, now);
  return told.flatMap((item) => item ?? []);
}

interface Writing {
  readonly db: Db;
  readonly plan: NightPlan;
  readonly now: number;
}

function addNew({ db, plan, now }: Writing, novelty: Novelty, insight: NewInsight): ReportItem | null {
  const { id, item, model, likeness } = insight;
  const evidence = keptEvidence(db, insight.evidence);
  if (evidence.length === 0 || novelty.match(likeness, plan.mark) !== null) return null;
  const reviewReason = reviewReasonOf(evidence, insight.reviewReason === 'injection');
  const status = reviewReason === null ? 'live' : 'review';
  const triggers = [...new Set(item.triggers)];
  const review = reviewReason === null ? undefined : { reason: reviewReason };
  addInsight(db, now, { ...item, triggers, slug: freeSlug(db, item), status, review }, 'night', null, id);
  setNightOrigin(db, id, { model, promptVersion: plan.promptVersion, jobId: plan.jobId });
  addEvidence(db, id, evidence, { nightDate: plan.localDate, now });
  return itemOf({ group: 'insights', text: item.text, detail: reviewReason, evidence, insightId: id });
}

function addSupport({ db, plan, now }: Writing, support: Support): ReportItem | null {
  const { insightId, text } = support;
  const standing = readInsightStanding(db, insightId);
  const evidence = keptEvidence(db, support.evidence);
  if (!standing || evidence.length === 0) return null;
  addEvidence(db, insightId, evidence, { nightDate: plan.localDate, now });
  const room = Math.max(0, mostTriggers - standing.triggers);
  const triggers = reviewReasonOf(evidence, false) === null ? support.triggers.slice(0, room) : [];
  addTriggers(db, insightId, triggers);
  if (supportOf(db, insightId) >= leastClients) promoteSupported(db, insightId, now);
  return itemOf({ group: 'merged', text, detail: triggers.join(' · ') || null, evidence, insightId });
}

function changeGuidance({ db, plan, now }: Writing, change: GuidanceChange): ReportItem | null {
  const { insightId, text, before, guidance } = change;
  const standing = readInsightStanding(db, insightId);
  const evidence = keptEvidence(db, change.evidence);
  // Somebody changed it since: theirs stays.
  if (standing?.status !== 'live' || standing.guidance !== before) return null;
  if (reviewReasonOf(evidence, false) !== null) return null;
  setGuidance(db, insightId, guidance, now);
  addEvidence(db, insightId, evidence, { nightDate: plan.localDate, now });
  return itemOf({ group: 'guidance', text, detail: guidance, evidence, insightId });
}

function merge(
  { db, now }: Writing,
  { winner: { id: winnerId }, loser: { id: loserId } }: Merge,
): ReportItem | null {
  const [winner, loser] = [readInsight(db, winnerId), readInsight(db, loserId)];
  if (winner?.status !== 'live' || loser?.status !== 'live') return null;
  retireInsight(db, loserId, { mergedInto: winnerId, now });
  const has = new Set(winner.triggers.map((phrase) => phrase.toLowerCase()));
  const more = loser.triggers.filter((phrase) => !has.has(phrase.toLowerCase()));
  addTriggers(db, winnerId, more.slice(0, Math.max(0, mostTriggers - winner.triggers.length)));
  copyEvidence(db, loserId, winnerId);
  return itemOf({
    group: 'merged',
    text: winner.text,
    detail: loser.text,
    evidence: [],
    insightId: winnerId,
  });
}

function addFoundTrigger({ db, plan, now }: Writing, trigger: NewTrigger): ReportItem | null {
  const { insightId, text, phrase, clientId, messageId, quote } = trigger;
  const standing = readInsightStanding(db, insightId);
  const evidence = keptEvidence(db, [{ clientId, messageId, quote }]);
  if (standing?.status !== 'live' || evidence.length === 0) return null;
  const form = trigger.form && { ...trigger.form, text: trigger.form.form };
  if (!addLearntTrigger(db, { insightId, phrase, clientId, messageId, form }, now)) return null;
  addEvidence(db, insightId, evidence, { nightDate: plan.localDate, now });
  return itemOf({ group: 'triggers', text, detail: phrase, evidence, insightId });
}

function retire({ db, now }: Writing, { id, text, because }: Retirement): ReportItem | null {
  if (!retireInsight(db, id, { mergedInto: null, now })) return null;
  return itemOf({ group: 'retired', text, detail: because, evidence: [], insightId: id });
}
