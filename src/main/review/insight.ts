import { DeskError } from '../../shared/fault.ts';
import type { Insight, InsightStatus } from '../../shared/insight.ts';
import type { ReviewEdit } from '../../shared/review.ts';
import type { Db } from '../db/db.ts';
import { readInsight, saveInsight, type InsightDraft } from '../db/insights.ts';
import { isSame, type Decider } from './decider.ts';

/** All that a decision may change of an insight. */
type State = Pick<
  Insight,
  'slug' | 'text' | 'guidance' | 'category' | 'language' | 'triggers' | 'status' | 'source' | 'updatedAt'
>;

export const decideInsight: Decider = {
  approve: (db, id, edit, now) => become(db, id, { from: 'review', to: 'live' }, edit, now),
  reject: (db, id, _why, now) => become(db, id, { from: 'review', to: 'rejected' }, null, now),
  withdraw: (db, id, now) => become(db, id, { from: 'live', to: 'rejected' }, null, now),
  undo: (db, { itemId, before, after }) => {
    const current = readInsight(db, itemId);
    if (!current || !isSame(stateOf(current), after)) return false;
    const { source, updatedAt, ...draft } = before as State;
    // As if nobody had touched it: whoever asks what changed since a night finds nothing.
    saveInsight(db, updatedAt, draft, source);
    return true;
  },
};

interface Change {
  readonly from: InsightStatus;
  readonly to: InsightStatus;
}

function become(db: Db, id: string, { from, to }: Change, edit: ReviewEdit | null, now: number) {
  const waiting = readInsight(db, id);
  if (waiting?.status !== from) return null;
  const before = stateOf(waiting);
  const { source, updatedAt: _updatedAt, ...draft } = before;
  saveInsight(db, now, { ...draft, ...changesOf(edit), status: to }, source);
  const current = readInsight(db, id);
  return current ? { clientId: null, before, after: stateOf(current) } : null;
}

function changesOf(edit: ReviewEdit | null): Partial<InsightDraft> {
  if (edit === null) return {};
  const text = edit.text?.trim();
  if (text === '') throw new DeskError('bad_input', 'An insight needs a text; to be rid of it, reject it.');
  const triggers = edit.triggers?.map((phrase) => phrase.trim()).filter((phrase) => phrase !== '');
  return {
    ...(text !== undefined && { text }),
    ...(edit.guidance !== undefined && { guidance: edit.guidance.trim() }),
    ...(triggers && { triggers: [...new Set(triggers)] }),
  };
}

const stateOf = (insight: Insight): State => ({
  slug: insight.slug,
  text: insight.text,
  guidance: insight.guidance,
  category: insight.category,
  language: insight.language,
  triggers: insight.triggers,
  status: insight.status,
  source: insight.source,
  updatedAt: insight.updatedAt,
});
