import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NumberedInsight } from '../../db/insight-numbers.ts';
import type { Db } from '../../db/db.ts';
import { newId } from '../../db/id.ts';
import { readInsight } from '../../db/insights.ts';
import { readInsightStanding } from '../../db/learnt.ts';
import type { GeneratedItem } from '../../knowledge/generate/item.ts';
import { repeats } from '../../knowledge/generate/likeness.ts';
import type { Novelty } from '../../knowledge/generate/novelty.ts';
import type { Evidence } from './evidence.ts';
import { nightRefusalOf, reviewReasonOf } from './gates/all.ts';
import type { NightReject, NightRefusal } from './gates/refusal.ts';
import type { Hide } from './gather.ts';
import type { GuidanceChange, NewInsight, Support } from './plan.ts';
import type { FindingGroup, ReducedGuidance, ReducedInsight, ReducedItem } from './reduce.ts';

interface JudgeParts {
  readonly db: Db;
  readonly novelty: Novelty;
  readonly hidingFor: (clientId: string) => Hide;
  readonly signal: AbortSignal;
}

/** An answer of the reducing step, and what it was asked about. */
export interface Reduced {
  readonly step: string;
  readonly model: string | null;
  readonly group: FindingGroup;
  readonly existing: readonly NumberedInsight[];
  readonly items: readonly ReducedItem[];
}

/** A finding's worth of phrases; more of them make an insight found by everything. */
export const mostTriggers = 16;

/** Looks at what the reducing steps wrote, item by item: each becomes something new, support for what is there, or a reject. */
export class NightJudge {
  readonly #parts: JudgeParts;
  readonly #insights: NewInsight[] = [];
  readonly supports: Support[] = [];
  readonly guidance: GuidanceChange[] = [];
  readonly rejects: NightReject[] = [];

  constructor(parts: JudgeParts) {
    this.#parts = parts;
  }

  get insights(): readonly NewInsight[] {
    return this.#insights;
  }

  async judge(reduced: Reduced): Promise<void> {
    const { signal } = this.#parts;
    for (const item of reduced.items) {
      const refusal =
        item.kind === 'insight' ? await this.#insight(item, reduced) : this.#better(item, reduced);
      if (refusal !== null) this.rejects.push({ ...refusal, step: reduced.step, raw: JSON.stringify(item) });
      await nextTurn();
      signal.throwIfAborted();
    }
  }

  async #insight(written: ReducedInsight, reduced: Reduced): Promise<NightRefusal | null> {
    const { novelty, hidingFor } = this.#parts;
    const { text, guidance, category, language, triggers } = written;
    const item = { text, guidance, category, language, triggers };
    const evidence = evidenceFrom(reduced.group, written.from);
    const refusal = nightRefusalOf(item, { evidence, hidingFor });
    if (refusal !== null) return refusal;
    const { isSuspect } = reduced.group;
    const likeness = await novelty.likenessOf({ ...item, slug: 'one of the same night' });
    const at = this.#insights.findIndex((one) => repeats(likeness, one.likeness) !== null);
    const twin = this.#insights[at];
    if (twin) {
      if (isSuspect || twin.reviewReason === 'injection')
        return { reason: 'not_new', detail: 'another of the same night says it' };
      const all = [...twin.evidence, ...evidence];
      this.#insights[at] = { ...twin, evidence: all, reviewReason: reviewReasonOf(all, false) };
      return null;
    }
    const known = novelty.match(likeness);
    if (known !== null) return this.#supported(known, item, evidence, isSuspect);
    const { step, model } = reduced;
    const reviewReason = reviewReasonOf(evidence, isSuspect);
    this.#insights.push({ id: newId(), item, evidence, reviewReason, likeness, model, step });
    return null;
  }

  #supported(
    known: { readonly id: string; readonly how: string },
    item: GeneratedItem,
    evidence: readonly Evidence[],
    isSuspect: boolean,
  ): NightRefusal | null {
    const insight = readInsight(this.#parts.db, known.id);
    if (!insight || insight.status === 'rejected' || insight.status === 'retired')
      return { reason: 'not_new', detail: known.how };
    if (isSuspect) return { reason: 'injection', detail: `a suspicious message speaks for it; ${known.how}` };
    const has = new Set(insight.triggers.map((phrase) => phrase.toLowerCase()));
    const more = item.triggers.filter((phrase) => !has.has(phrase.toLowerCase()));
    const room = Math.max(0, mostTriggers - insight.triggers.length);
    const triggers = reviewReasonOf(evidence, false) === null ? [...new Set(more)].slice(0, room) : [];
    this.supports.push({ insightId: known.id, text: insight.text, evidence, triggers });
    return null;
  }

  #better({ insight: number, guidance, from }: ReducedGuidance, reduced: Reduced): NightRefusal | null {
    const { db, hidingFor } = this.#parts;
    const evidence = evidenceFrom(reduced.group, from);
    const shown = reduced.existing.find((one) => one.number === number);
    const standing = shown ? readInsightStanding(db, shown.insightId) : null;
    if (!standing || standing.status !== 'live')
      return { reason: 'no_insight', detail: `no insight ${number} was shown that is at work` };
    // What a person wrote is a person's to change.
    if (standing.source === 'consultant')
      return { reason: 'no_insight', detail: `insight ${number} was written by a consultant` };
    const whole = readInsight(db, standing.id);
    if (!whole) return { reason: 'no_insight', detail: `insight ${number} is gone` };
    const refusal = guidanceRefusalOf(
      { ...whole, triggers: [...whole.triggers], guidance },
      { evidence, hidingFor },
    );
    if (refusal !== null) return refusal;
    const reason = reviewReasonOf(evidence, reduced.group.isSuspect);
    if (reason !== null)
      return { reason, detail: `what speaks for it is not enough to change insight ${number}` };
    if (guidance === standing.guidance || this.guidance.some(({ insightId }) => insightId === standing.id))
      return { reason: 'duplicate', detail: `insight ${number} has new guidance already` };
    const { id: insightId, text, guidance: before } = standing;
    this.guidance.push({ insightId, text, before, guidance, evidence });
    return null;
  }
}

/** Phrases that it has too few of are no fault of the new guidance, and are looked at last. */
function guidanceRefusalOf(
  whole: GeneratedItem,
  standing: { readonly evidence: readonly Evidence[]; readonly hidingFor: (clientId: string) => Hide },
): NightRefusal | null {
  const refusal = nightRefusalOf(whole, standing);
  return refusal?.reason === 'triggers' ? null : refusal;
}

function evidenceFrom({ findings }: FindingGroup, from: readonly number[]): Evidence[] {
  const all = [...new Set(from)].flatMap((number) => findings[number - 1]?.evidence ?? []);
  return [...new Map(all.map((one) => [`${one.messageId}/${one.quote}`, one])).values()];
}
