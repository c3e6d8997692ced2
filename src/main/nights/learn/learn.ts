import { fingerprintOf } from '../../db/day-record.ts';
import { NightAsking } from './asking.ts';
import { commitNight, type NightPlan } from './commit.ts';
import { gather } from './gather.ts';
import { openHiding } from './hiding.ts';
import { NightJudge } from './judge.ts';
import type { Day, Learnt, LearnParts, LearnTools } from './learnt.ts';
import { mergesOf } from './merge.ts';
import { learnPhrases } from './misses/learn-phrases.ts';
import { findPatterns } from './patterns.ts';
import { retirementsOf } from './retire.ts';

/** Learns from a day. Asks LLaMA by `tools.ask` and writes nothing itself. */
export async function learnFromDay(parts: LearnParts, day: Day, tools: LearnTools): Promise<Learnt> {
  const { db, clock, novelty, kept } = parts;
  const key = `${day.nightId}/${fingerprintOf(db, day.conversations)}`;
  const read = await kept.day(tools.jobId, key, async () => {
    const hiding = openHiding(db, tools.jobId, day.conversations);
    const { hidingFor } = hiding;
    const conversations = await gather({ db, hidingFor, signal: tools.signal }, day.conversations);
    return { ...hiding, conversations, misses: null };
  });
  const asking = new NightAsking(db, tools, kept);
  // All that is asked comes first: a run that waits for an answer has judged nothing in vain.
  const reduced = await findPatterns(parts, read, asking, tools);
  const judgePhrases = await learnPhrases(parts, read, { asking, tools, since: day.from });
  await novelty.follow();
  const { mark } = novelty;
  const judge = new NightJudge({ db, novelty, hidingFor: read.hidingFor, signal: tools.signal });
  for (const one of reduced) await judge.judge(one);
  const { triggers, rejects } = await judgePhrases();
  const merges = mergesOf(db, novelty, day);
  const gone = new Set(merges.map(({ loser }) => loser.id));
  const plan: NightPlan = {
    jobId: tools.jobId,
    localDate: day.localDate,
    mark,
    promptVersion: parts.prompts.reduce.version,
    insights: judge.insights,
    supports: judge.supports,
    guidance: judge.guidance,
    merges,
    triggers,
    retirements: retirementsOf(db, clock.now()).filter(({ id }) => !gone.has(id)),
    rejects: [...asking.rejects, ...judge.rejects, ...rejects],
  };
  const failures = asking.failures;
  return {
    counts: countsOf(plan, read.conversations.length, asking.asked),
    items: [],
    failures,
    write: (at, now) => {
      kept.clear();
      return commitNight(at, novelty, plan, now);
    },
  };
}

function countsOf(plan: NightPlan, conversations: number, asked: number): Record<string, number> {
  const counts: Record<string, number> = {
    conversations,
    asked,
    live: plan.insights.filter(({ reviewReason }) => reviewReason === null).length,
    review: plan.insights.filter(({ reviewReason }) => reviewReason !== null).length,
    supported: plan.supports.length,
    guidance: plan.guidance.length,
    merged: plan.merges.length,
    triggers: plan.triggers.length,
    forms: plan.triggers.filter(({ form }) => form !== null).length,
    retired: plan.retirements.length,
  };
  for (const { reason } of plan.rejects) {
    const name = `rejected_${reason}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
